import { seenFor } from '@coaching-pairs/shared/health';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { dayOf, daysAfter } from '@coaching-pairs/shared/time';
import type { Seen } from '../ports/seen.js';
import type { Actor, Deps } from './deps.js';

type Used = Pick<Deps, 'rounds' | 'seen' | 'clock'>;

/** Everybody who administers a round that is not closed. */
const named = async ({ rounds }: Used): Promise<ReadonlySet<PersonId>> =>
  new Set((await rounds.list()).filter(({ state }) => state !== 'closed').flatMap(({ administratorIds }) => administratorIds));

/**
 * Notes the day on which an administrator opens the tab; of everybody else, and of whoever administers closed rounds alone, nothing is
 * noted, and what was is deleted. `administers`: they hold the role or were ever named on a round.
 */
export const noteSeen = async (deps: Used, { personId, opener }: Actor, administers: boolean): Promise<void> => {
  const on = dayOf(deps.clock.now());
  const looksAfter = opener || (administers && (await named(deps)).has(personId));
  await (looksAfter ? deps.seen.note({ personId, on, opener }) : deps.seen.noteNone(personId, on));
};

/**
 * Administrators who were seen in the tab within thirty days. Whoever was not, or administers nothing any more, is deleted; of a role
 * in the directory that was taken away nobody hears, so there the thirty days are the end.
 */
export const seenAdministrators = async (deps: Used): Promise<readonly Seen[]> => {
  const [all, present] = await Promise.all([deps.seen.all(), named(deps)]);
  const first = daysAfter(dayOf(deps.clock.now()), -seenFor);
  const isOne = ({ personId, on, opener }: Seen): boolean => on >= first && (opener || present.has(personId));
  for (const gone of all.filter((one) => !isOne(one))) await deps.seen.forget(gone.personId);
  return all.filter(isOne);
};
