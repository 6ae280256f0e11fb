import type { PersonId } from '../ids.js';
import { type Field, idsAt, isolatedAmong } from './columns/field.js';
import { coreOf } from './core.js';
import { solutionOf } from './engine/solution.js';
import type { Solved } from './engine/solve.js';
import type { Problem } from './problem.js';
import type { Standing } from './standing.js';
import { withBestTrio } from './trio.js';
import { type Pace, unwatched } from './watch.js';

/** Whom a search is about: everybody but those in locked groups, and but for who stands by as named. */
export type Scope = {
  readonly places: Int32Array;
  /** Those of them whom nobody among them may be paired with. */
  readonly isolated: readonly PersonId[];
  readonly reserveId: PersonId | null;
};

/** Who stands by: the one that was named, where numbers are odd. */
const namedReserve = (problem: Problem, people: number, isolated: readonly PersonId[]): PersonId | null => {
  const { odd, reserveId } = problem.options;
  const isOdd = (people - isolated.length) % 2 === 1;
  return odd === 'reserve' && isOdd && reserveId !== undefined && !isolated.includes(reserveId) ? reserveId : null;
};

/** Whom the search is about. The field may know of more people than take part. */
export const scopeOf = (field: Field, problem: Problem, locks: readonly (readonly PersonId[])[]): Scope => {
  const taken = new Set(locks.flat());
  const { ids } = field.problem;
  const isFree = (id: PersonId | undefined): boolean => id !== undefined && problem.participants.has(id) && !taken.has(id);
  const free = Int32Array.from(ids.keys()).filter((place) => isFree(ids[place]));
  const alone = idsAt(field, isolatedAmong(field, free));
  const reserveId = namedReserve(problem, free.length, alone);
  if (reserveId === null) return { places: free, isolated: alone, reserveId };
  const places = free.filter((place) => ids[place] !== reserveId);
  return { places, isolated: idsAt(field, isolatedAmong(field, places)), reserveId };
};

/** What has been found, from the search as it ended: with a trio where one is wanted, or with the only one who is left standing by. */
export const standingOf = (field: Field, problem: Problem, scope: Scope, live: Solved, pace: Pace = unwatched): Standing => {
  const { places, isolated, reserveId } = scope;
  const { odd } = problem.options;
  const whole = coreOf(field, places, solutionOf(live.forest));
  const someoneLeft = whole.alone.length > isolated.length;
  const core = odd === 'trio' && someoneLeft ? withBestTrio(field, whole, live, pace) : { trio: null, rest: whole, gap: 0, proof: null };
  const left = whole.alone.filter((id) => !isolated.includes(id));
  const onlyOne = odd === 'reserve' && reserveId === null && left.length === 1 ? (left[0] ?? null) : null;
  return { field, whole, isolated, core, reserveId: reserveId ?? onlyOne };
};
