import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { fieldOf } from './columns/field.js';
import { openCore } from './core.js';
import { locksOf } from './locks.js';
import type { MatchOptions, MatchRefusal, MatchResult } from './outcome.js';
import { type Problem, problemOf } from './problem.js';
import type { MatchingRules } from './rules.js';
import { scopeOf, standingOf } from './scope.js';
import { resultOf } from './standing.js';
import { verify } from './verify.js';
import { type Pace, paceOf, partOf, type Watch } from './watch.js';

const matchProblem = (problem: Problem, participants: readonly PersonId[], pace: Pace): Result<MatchResult, MatchRefusal> => {
  pace.reached(0);
  const locks = locksOf(problem, participants);
  if (!locks.ok) return locks;
  const field = fieldOf(problem);
  pace.reached(0.05);
  const scope = scopeOf(field, problem, locks.value);
  const live = openCore(field, scope.places, partOf(pace, 0.05, 0.7));
  const standing = standingOf(field, problem, scope, live, partOf(pace, 0.7, 0.85));
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
