import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';

/** In milliseconds: on the day two may stand at the door, and each sees soon what the other has noted. */
const [usually, onTheDay] = [30_000, 10_000] as const;

export const useFeedbackBoard = (roundId: string) =>
  useAsked(routes.feedbackBoard, {
    key: keys.feedbackBoard(roundId),
    params: { roundId },
    fresh: 0,
    every: (board) => (board?.stage === 'announced' ? onTheDay : usually),
  });

/** Work on the pairs by hand, and on the day; each change answers with the board as it is then. */
export const useFeedbackChanges = (roundId: string) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const answers = { answers: keys.feedbackBoard(roundId) };
  const [lock, swap] = [useChange(routes.lockFeedback, answers), useChange(routes.swapFeedback, answers)];
  const [day, undo] = [useChange(routes.changeFeedbackDay, answers), useChange(routes.undoFeedbackDay, answers)];
  const params = { roundId };
  const onError = feedback.failed;
  const takeBack = (): void =>
    undo.mutate({ params, body: {} }, { onError, onSuccess: () => feedback.done(t('tab.feedbackPairs.undone')) });
  return {
    lock: (memberIds: string[], locked: boolean): void => lock.mutate({ params, body: { memberIds, locked } }, { onError }),
    swap: (one: string, other: string, onSuccess: () => void): void =>
      swap.mutate({ params, body: { personIds: [one, other] } }, { onError, onSuccess }),
    gone: (id: string, name: string): void =>
      day.mutate(
        { params, body: { gone: [id], came: [] } },
        { onError, onSuccess: () => feedback.done(t('tab.feedbackPairs.isGone', { name }), takeBack) },
      ),
    came: (id: string, name: string): void =>
      day.mutate(
        { params, body: { gone: [], came: [id] } },
        { onError, onSuccess: () => feedback.done(t('tab.feedbackPairs.isHere', { name }), takeBack) },
      ),
    undo: takeBack,
    running: lock.isPending || swap.isPending || day.isPending || undo.isPending,
  };
};
export type FeedbackChanges = ReturnType<typeof useFeedbackChanges>;
