import type { PersonId } from '../ids.js';
import { err, type Result } from '../result.js';
import type { MatchRefusal, MatchResult } from './outcome.js';
import type { Problem } from './problem.js';

export const mostParticipants = 400;

/** Matches a problem that is already arranged; see `match`. */
export const matchProblem = (problem: Problem, participants: readonly PersonId[]): Result<MatchResult, MatchRefusal> =>
  err({ code: 'too-many', participants: Math.max(participants.length, problem.ids.length), most: mostParticipants });
