import type { PersonId } from '../ids.js';
import type { Result } from '../result.js';
import { matchProblem } from './match-problem.js';
import type { MatchOptions, MatchRefusal, MatchResult } from './outcome.js';
import { problemOf } from './problem.js';
import type { MatchingRules } from './rules.js';

/** The most participants that are matched at once. */
export { mostParticipants } from './match-problem.js';

/**
 * The best possible pairs of the participants under the rules, proven and checked before they are returned (CP-25: a person
 * approves them before anybody else sees them). Refuses locks that break a rule, unknown or doubled participants, and a
 * result that does not pass its own check.
 */
export const match = (participants: readonly PersonId[], rules: MatchingRules, options: MatchOptions): Result<MatchResult, MatchRefusal> =>
  matchProblem(problemOf(participants, rules, options), participants);
