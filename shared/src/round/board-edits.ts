import type { OperationId, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { BoardEdit } from './board-edit.js';
import type { Proposal } from './proposal.js';
import type { Round } from './round.js';

/** What came since stands in the way, or there is nothing left to take back. */
export type UndoRefusal = { readonly code: 'board-moved-on' };

/** Changes that can be taken back, the last one first. */
export const mostEdits = 10;

/** Remembers a change by hand; the oldest is forgotten when there are too many. */
export const withEdit = (round: Round, edit: BoardEdit): Round => ({ ...round, boardEdits: [...round.boardEdits, edit].slice(-mostEdits) });

/** Once drafts were made anew or are sent, no earlier change can be taken back. */
export const withoutEdits = (round: Round): Round => (round.boardEdits.length === 0 ? round : { ...round, boardEdits: [] });

type Undone = { readonly round: Round; readonly removed: readonly Proposal[]; readonly restored: readonly Proposal[] };

const isAs =
  (known: Proposal) =>
  (one: Proposal): boolean =>
    one.id === known.id && one.state === 'draft' && one.locked === known.locked;

/**
 * Takes back the last change by hand, exactly. `proposals` are all of the round, `free` is whoever may be in a draft. Refused when another
 * change was the last, when a draft that came of it is no longer as it was, and when somebody of an earlier draft is not free any more.
 */
export const undoEdit = (
  round: Round,
  id: OperationId,
  now: { readonly proposals: readonly Proposal[]; readonly free: ReadonlySet<PersonId> },
): Result<Undone, UndoRefusal> => {
  const last = round.boardEdits.at(-1);
  if (last === undefined || last.id !== id) return err({ code: 'board-moved-on' });
  const removed = last.after.flatMap((known) => now.proposals.find(isAs(known)) ?? []);
  if (removed.length < last.after.length) return err({ code: 'board-moved-on' });
  const others = now.proposals.filter((one) => one.state === 'draft' && !removed.includes(one));
  const taken = new Set(others.flatMap(({ memberIds }) => memberIds));
  const back = last.before.flatMap(({ memberIds }) => memberIds);
  if (back.some((one) => taken.has(one) || !now.free.has(one))) return err({ code: 'board-moved-on' });
  return ok({ round: { ...round, boardEdits: round.boardEdits.slice(0, -1) }, removed, restored: last.before });
};
