import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';

/** The space of my pair; looked at again now and then, since the other writes in it too. */
export const usePair = (roundId: string) =>
  useAsked(routes.pairSpace, { key: keys.pair(roundId), params: { roundId }, every: () => 30_000 });

/** Saves and confirms what the pair agrees on; a refusal shows what is true by now. */
export const useAgreeing = (roundId: string) => useChange(routes.changePair, { outdates: [keys.pair(roundId)] });

/** Ends the pair. Its space is gone with it, so that only the round is looked at again; `onEnded` leads there, whatever is shown by then. */
export const useEnding = (onEnded: () => void) => useChange(routes.changePair, { outdates: [keys.me], onDone: onEnded });

/** Takes what a pair that has ended left behind out of Outlook. */
export const useClearing = () => {
  const { t } = useWords();
  const feedback = useFeedback();
  return useChange(routes.clearLeftSessions, {
    outdates: [keys.me],
    onDone: ({ calendar }) => {
      if (calendar === 'fine') feedback.done(t('tab.match.left.done'));
    },
  });
};

export const useHouseNotes = (roundId: string, enabled = true) =>
  useAsked(routes.houseNotes, { key: keys.houseNotes(roundId), params: { roundId }, fresh: 60_000, enabled });
