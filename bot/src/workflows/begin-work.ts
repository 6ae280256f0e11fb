import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { VersionedContent } from '../ports/rounds.js';
import type { Json } from '../ports/store.js';
import type { Work, WorkKind } from '../ports/works.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';

export type AskedWork = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor };

export const hasEnded = (work: Work): boolean => work.state === 'done' || work.state === 'failed' || work.state === 'cancelled';

/**
 * Begins long work on a round after asking whether it would be refused as things stand; the work asks again when it
 * runs. One piece of work a round at a time, also of two begun at the same moment; the same operation is the same work.
 */
export const beginWork = async (
  deps: Deps,
  asked: AskedWork & { readonly kind: WorkKind; readonly input: Json },
  check: (all: VersionedContent) => Result<unknown, Refusal> | Promise<Result<unknown, Refusal>>,
): Promise<Result<Work, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const known = await deps.works.list(asked.roundId);
  const same = known.find((work) => work.id === asked.opId);
  if (same !== undefined) return ok(same);
  const allowed = await check(all.value);
  if (!allowed.ok) return allowed;
  return deps.works.start({ ...asked, by: asked.actor.personId });
};
