import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Field, fieldOf, idsAt, isolatedAmong } from './columns/field.js';
import { coreOf, openCore } from './core.js';
import { solutionOf } from './engine/solution.js';
import { lockedGroups, participantFault } from './locks.js';
import type { MatchOptions, MatchRefusal, MatchResult } from './outcome.js';
import { type Problem, problemOf } from './problem.js';
import type { MatchingRules } from './rules.js';
import { resultOf, type Standing } from './standing.js';
import { withBestTrio } from './trio.js';
import { verify } from './verify.js';
import { type Pace, paceOf, partOf, unwatched, type Watch } from './watch.js';

/** Who stands by: the one that was named, where numbers are odd; otherwise the only one whom the best matching leaves out. */
const namedReserve = (problem: Problem, people: number, isolated: readonly PersonId[]): PersonId | null => {
  const { odd, reserveId } = problem.options;
  const isOdd = (people - isolated.length) % 2 === 1;
  return odd === 'reserve' && isOdd && reserveId !== undefined && !isolated.includes(reserveId) ? reserveId : null;
};

const standingOf = (field: Field, free: Int32Array, pace: Pace): Standing => {
  const { problem } = field;
  const alone = idsAt(field, isolatedAmong(field, free));
  const named = namedReserve(problem, free.length, alone);
  const places = named === null ? free : free.filter((place) => problem.ids[place] !== named);
  const isolated = named === null ? alone : idsAt(field, isolatedAmong(field, places));
  const { forest } = openCore(field, places, partOf(pace, 0, 0.8));
  const whole = coreOf(field, places, solutionOf(forest));
  const someoneLeft = whole.alone.length > isolated.length;
  const core =
    problem.options.odd === 'trio' && someoneLeft
      ? withBestTrio(field, whole, forest, partOf(pace, 0.8, 1))
      : { trio: null, rest: whole, gap: 0 };
  const left = whole.alone.filter((id) => !isolated.includes(id));
  const onlyOne = problem.options.odd === 'reserve' && named === null && left.length === 1 ? (left[0] ?? null) : null;
  return { field, whole, isolated, core, reserveId: named ?? onlyOne };
};

/** Matches a problem that is already arranged; see `match`. */
export const matchProblem = (
  problem: Problem,
  participants: readonly PersonId[],
  pace: Pace = unwatched,
): Result<MatchResult, MatchRefusal> => {
  pace.reached(0);
  const fault = participantFault(problem, participants);
  if (fault !== null) return err(fault);
  const locks = lockedGroups(problem);
  if (!locks.ok) return locks;
  const taken = new Set(locks.value.flat());
  const { reserveId } = problem.options;
  if (reserveId !== undefined && (taken.has(reserveId) || !problem.participants.has(reserveId))) {
    return err({ code: 'reserve-not-free', personId: reserveId });
  }
  const field = fieldOf(problem);
  const free = Int32Array.from(problem.ids.keys()).filter((place) => idsAt(field, [place]).every((id) => !taken.has(id)));
  pace.reached(0.05);
  const standing = standingOf(field, free, partOf(pace, 0.05, 0.85));
  if (pace.isStopped()) return err({ code: 'stopped' });
  const result = resultOf(problem, locks.value, standing);
  pace.reached(0.9);
  const faults = verify(problem, result, field);
  return faults.length === 0 ? ok(result) : err({ code: 'proof-failed', faults });
};

/**
 * The best possible pairs of the participants under the rules, proven and checked before they are returned; a person approves
 * them before anybody else sees them (CP-25). Refuses locks that break a rule, doubled or unknown participants, and a result
 * that does not pass its own check; `stopped` where `watch` had it stopped.
 */
export const match = (
  participants: readonly PersonId[],
  rules: MatchingRules,
  options: MatchOptions,
  watch: Watch = {},
): Result<MatchResult, MatchRefusal> => {
  const pace = paceOf(watch);
  const result = matchProblem(problemOf(participants, rules, options), participants, pace);
  if (result.ok) pace.reached(1);
  return result;
};
