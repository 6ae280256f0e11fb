import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';

export type BoardChanges = {
  readonly running: boolean;
  readonly lock: (draft: BoardProposal, locked: boolean) => void;
  readonly takeApart: (draft: BoardProposal) => void;
  readonly swap: (one: string, other: string, onDone: () => void) => void;
  readonly pair: (memberIds: readonly string[], onDone: () => void) => void;
};

/** Everything that is done to drafts by hand; what is cheap to take back offers it. */
export const useBoardChanges = (roundId: string): BoardChanges => {
  const { t, list } = useWords();
  const feedback = useFeedback();
  const settings = { answers: keys.board(roundId), outdates: [keys.overview(roundId), keys.people(roundId)] };
  const locks = useChange(routes.lockProposal, settings);
  const aparts = useChange(routes.takeApart, settings);
  const swaps = useChange(routes.swapPeople, settings);
  const pairs = useChange(routes.pairByHand, settings);
  const onError = feedback.failed;
  const paramsFor = (draft: BoardProposal) => ({ roundId, proposalId: draft.id });
  const namesOf = (draft: BoardProposal): string => list(draft.members.map((one) => one.name));

  const pair = (memberIds: readonly string[], onDone: () => void): void =>
    pairs.mutate({ params: { roundId }, body: { memberIds: [...memberIds] } }, { onError, onSuccess: onDone });
  const setLock = (draft: BoardProposal, locked: boolean, onDone?: () => void): void =>
    locks.mutate({ params: paramsFor(draft), body: { locked } }, { onError, onSuccess: () => onDone?.() });

  return {
    running: locks.isPending || aparts.isPending || swaps.isPending || pairs.isPending,
    lock: (draft, locked) =>
      setLock(draft, locked, () =>
        feedback.done(t(locked ? 'tab.board.locked' : 'tab.board.unlocked', { names: namesOf(draft) }), () => setLock(draft, !locked)),
      ),
    takeApart: (draft) => {
      const undo = (): void =>
        pair(
          draft.members.map((one) => one.id),
          () => feedback.done(t('tab.board.paired')),
        );
      const onSuccess = (): void => feedback.done(t('tab.board.apart', { names: namesOf(draft) }), undo);
      aparts.mutate({ params: paramsFor(draft), body: {} }, { onError, onSuccess });
    },
    swap: (one, other, onDone) => swaps.mutate({ params: { roundId }, body: { one, other } }, { onError, onSuccess: onDone }),
    pair,
  };
};
