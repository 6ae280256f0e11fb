import type { PersonId } from '../ids.js';
import type { Result } from '../result.js';
import { match } from './match.js';
import type { MatchOptions, MatchRefusal, MatchResult } from './outcome.js';
import type { MatchingRules, Two } from './rules.js';

/** What has happened since the earlier result. */
export type Changes = {
  /** Everybody who is to be matched now: leavers are gone from it, joiners are in it. */
  readonly participants: readonly PersonId[];
  /** Pairs and trios whose members have all accepted, or that an organiser has locked: never taken apart. */
  readonly kept: readonly (readonly PersonId[])[];
  /** Pairs that may not come again. */
  readonly declined: readonly Two[];
};

/** The groups of a result, as `previous`, `kept` and the history of the next round take them. */
export const groupsOf = (result: Pick<MatchResult, 'pairs' | 'trio'>): readonly (readonly PersonId[])[] =>
  [...result.pairs, ...(result.trio === null ? [] : [result.trio])].map(({ members }) => members);

/**
 * Matches again after declines, leavers and joiners, and disturbs as few as possible: pairs of the earlier result have
 * `inertia` points more. The result is proven anew. Refuses what `match` refuses.
 */
export const rematch = (
  earlier: Pick<MatchResult, 'pairs' | 'trio'>,
  changes: Changes,
  rules: MatchingRules,
  options: Omit<MatchOptions, 'previous' | 'locks' | 'forbid'>,
): Result<MatchResult, MatchRefusal> =>
  match(changes.participants, rules, { ...options, previous: groupsOf(earlier), locks: changes.kept, forbid: changes.declined });
