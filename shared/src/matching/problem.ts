import type { PersonId } from '../ids.js';
import { rulesAgainst } from './hard-rules.js';
import { type Knowledge, knowledgeOf, twosOf } from './knowledge.js';
import { type Links, linked, linksOf } from './links.js';
import type { MatchOptions } from './outcome.js';
import { preferencesFor } from './preferences.js';
import type { PairReason, RuleReason } from './reasons.js';
import type { MatchingRules } from './rules.js';
import { tieBreak } from './tie-break.js';
import { type Scale, scaleFor, valueOn } from './weights.js';

/** A matching that was asked for, arranged for answering questions about any two people. */
export type Problem = {
  /** The participants in the order of their ids, so that the order of input never matters. */
  readonly ids: readonly PersonId[];
  readonly options: MatchOptions;
  readonly knowledge: Knowledge;
  readonly participants: ReadonlySet<PersonId>;
  readonly forbidden: Links<true>;
  /** Who stood together in the earlier result. */
  readonly previous: Links<true>;
  readonly scale: Scale;
};

/** The place of each of some people among them. */
export const placesIn = (ids: readonly PersonId[]): ReadonlyMap<PersonId, number> => {
  const places = new Map<PersonId, number>();
  for (const id of ids) places.set(id, places.size);
  return places;
};

/** Points for each pair kept, when an earlier result is given and nothing else is said (matching at its first run has none). */
export const usualInertia = 10;

/** The same rules for other participants or with other options. */
export const problemWith = (knowledge: Knowledge, participants: readonly PersonId[], options: MatchOptions): Problem => {
  const unique = new Set(participants);
  return {
    ids: [...unique].sort(),
    options,
    knowledge,
    participants: unique,
    forbidden: linksOf(options.forbid ?? []),
    previous: linksOf((options.previous ?? []).flatMap((members) => twosOf(members))),
    scale: scaleFor(unique.size, knowledge.rules, options.inertia ?? usualInertia),
  };
};

/** Arranges participants, rules and options; refuses nothing, `match` does. */
export const problemOf = (participants: readonly PersonId[], rules: MatchingRules, options: MatchOptions): Problem =>
  problemWith(knowledgeOf(rules), participants, options);

/** Every reason why two people cannot be paired in this matching; empty when they can. Filter with `refusalFor` before a leader reads it. */
export const whyNot = (problem: Problem, one: PersonId, other: PersonId): readonly RuleReason[] => {
  const absent = [one, other].filter((id) => !problem.participants.has(id));
  const declined = linked(problem.forbidden, one, other) === true;
  return [
    ...absent.map((personId): RuleReason => ({ code: 'not-participating', personId, audience: { kind: 'organisers' } })),
    ...rulesAgainst(problem.knowledge, one, other),
    ...(declined ? [{ code: 'declined', audience: { kind: 'organisers' } } as const] : []),
  ];
};

/** What speaks for a pair, with its points, and what it leans on. Filter with `readableBy` before anybody reads it. */
export const whyThis = (problem: Problem, one: PersonId, other: PersonId): readonly PairReason[] => {
  const reasons = preferencesFor(problem.knowledge, one, other);
  if (linked(problem.previous, one, other) !== true) return reasons;
  return [...reasons, { code: 'kept', points: problem.scale.keptPoints, audience: { kind: 'organisers' } }];
};

/** What a pair is worth over all tiers, a whole number above 0; 0 for a pair that is ruled out. */
export const weightOf = (problem: Problem, one: PersonId, other: PersonId): number => {
  if (whyNot(problem, one, other).length > 0) return 0;
  const leader = problem.knowledge.rules.roundLeaderId;
  return valueOn(problem.scale, {
    reasons: whyThis(problem, one, other),
    withLeader: one === leader || other === leader,
    tie: tieBreak(problem.options.seed, one, other),
  });
};
