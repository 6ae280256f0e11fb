import type { OperationId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Round } from '@coaching-pairs/shared/round/round';
import { isTelling, type Work } from '../ports/works.js';
import { readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import type { Refusal } from './refusal.js';

/**
 * Whether work that was given up may be gone on with. Only writing to everybody: the round has moved on by then, so that it
 * cannot be begun anew, and whoever was left out would never hear of it. Not once the same was begun again after it, nor in a
 * round that is over.
 */
export const mayGoOn = (round: Round, work: Work, works: readonly Work[]): boolean =>
  work.givenUp &&
  round.state !== 'closed' &&
  isTelling(work.kind) &&
  !works.some(({ kind, startedAt }) => kind === work.kind && startedAt > work.startedAt);

/**
 * Lets work that was given up go on where it stopped: as the same work, so that nobody is told twice. Any other
 * stays as it is.
 */
export const resumeWork = async (
  deps: Deps,
  asked: { readonly roundId: RoundId; readonly workId: string; readonly opId: OperationId; readonly actor: Actor },
): Promise<Result<Work, Refusal>> => {
  const all = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!all.ok) return all;
  const works = await deps.works.list(asked.roundId);
  const work = works.find(({ id }) => id === asked.workId);
  if (work === undefined) return err({ code: 'not-found' });
  return mayGoOn(all.value.round.value, work, works) ? deps.works.resume(asked.roundId, asked.workId) : ok(work);
};
