import type { Board, BoardProposal } from '@coaching-pairs/shared/wire/board';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQueryClient } from '@tanstack/react-query';
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
  /** Takes back the change of this id, where it is the last one still. */
  readonly undo: (editId: string) => void;
};

/** Everything that is done to drafts by hand, each with the way back. */
export const useBoardChanges = (roundId: string): BoardChanges => {
  const { t, list } = useWords();
  const feedback = useFeedback();
  const client = useQueryClient();
  const settings = { answers: keys.board(roundId), outdates: [keys.overview(roundId), keys.people(roundId), keys.boardPages(roundId)] };
  const locks = useChange(routes.lockProposal, settings);
  const aparts = useChange(routes.takeApart, settings);
  const swaps = useChange(routes.swapPeople, settings);
  const pairs = useChange(routes.pairByHand, settings);
  const undos = useChange(routes.undoEdit, settings);
  const params = { roundId };
  const paramsFor = (draft: BoardProposal) => ({ roundId, proposalId: draft.id });
  const namesOf = (draft: BoardProposal): string => list(draft.members.map((one) => one.name));
  // What was refused may be so because of what another administrator did: the page shows it.
  const onError = (fault: unknown): void => {
    feedback.failed(fault);
    void client.invalidateQueries({ queryKey: keys.board(roundId) });
  };
  const undo = (editId: string): void =>
    undos.mutate({ params, body: { editId } }, { onError, onSuccess: () => feedback.done(t('tab.board.undo.done')) });
  /** Says what was done, with the way back from just that. */
  const say =
    (text: string, onDone?: () => void) =>
    (board: Board): void => {
      const { undo: last } = board;
      feedback.done(text, last === null ? undefined : () => undo(last.id));
      onDone?.();
    };

  return {
    running: [locks, aparts, swaps, pairs, undos].some((one) => one.isPending),
    lock: (draft, locked) => {
      const text = t(locked ? 'tab.board.locked' : 'tab.board.unlocked', { names: namesOf(draft) });
      locks.mutate({ params: paramsFor(draft), body: { locked } }, { onError, onSuccess: say(text) });
    },
    takeApart: (draft) => {
      const text = t('tab.board.apart', { names: namesOf(draft) });
      aparts.mutate({ params: paramsFor(draft), body: {} }, { onError, onSuccess: say(text) });
    },
    swap: (one, other, onDone) =>
      swaps.mutate({ params, body: { one, other } }, { onError, onSuccess: say(t('tab.board.swapped'), onDone) }),
    pair: (memberIds, onDone) =>
      pairs.mutate({ params, body: { memberIds: [...memberIds] } }, { onError, onSuccess: say(t('tab.board.paired'), onDone) }),
    undo,
  };
};
