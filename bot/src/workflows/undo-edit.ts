import type { OperationId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { undoEdit } from '@coaching-pairs/shared/round/board-edits';
import { inState, matchStates } from '@coaching-pairs/shared/round/round';
import type { VersionedContent, Written } from '../ports/rounds.js';
import type { AskedWork } from './begin-work.js';
import type { Draft } from './change-round.js';
import type { Deps } from './deps.js';
import { changeBoard } from './edit-board.js';
import type { Refusal } from './refusal.js';
import { matchable } from './to-be-matched.js';

const decided = async (deps: Deps, all: VersionedContent, editId: OperationId): Promise<Result<Draft, Refusal>> => {
  const allowed = inState(all.round.value, 'matching', ...matchStates);
  if (!allowed.ok) return allowed;
  const free = new Set(await matchable(deps, all));
  const undone = undoEdit(all.round.value, editId, { proposals: all.content.proposals, free });
  if (!undone.ok) return undone;
  const { round, removed, restored } = undone.value;
  const rows = new Map(all.proposals.map((row) => [row.value.id, row]));
  // A lock is taken back in the row itself; anything else was a draft of another id.
  const etagOf = (id: (typeof restored)[number]['id']): string | null => rows.get(id)?.etag ?? null;
  const proposals: readonly Written<(typeof restored)[number]>[] = restored.map((value) => ({ value, etag: etagOf(value.id) }));
  const stays = new Set(restored.map(({ id }) => id));
  return ok({
    action: 'draft.undo',
    subject: { edit: editId },
    round: { value: round, etag: all.round.etag },
    proposals,
    removedProposals: removed.flatMap(({ id }) => (stays.has(id) ? [] : (rows.get(id) ?? []))),
  });
};

/**
 * Takes back the last change of drafts by hand: what it replaced stands there again as it was. It is named, so that nobody takes back
 * what another administrator has done meanwhile; refused when the board has moved on. The rules are asked again when matches are sent.
 */
export const undoLastEdit = (deps: Deps, asked: AskedWork & { readonly editId: OperationId }): Promise<Result<null, Refusal>> =>
  changeBoard(deps, asked, (all) => decided(deps, all, asked.editId));
