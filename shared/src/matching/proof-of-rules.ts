import type { PersonId } from '../ids.js';
import { linesOf, rulesAgainst } from './hard-rules.js';
import { knowledgeOf, twosOf } from './knowledge.js';
import { linked, linksOf } from './links.js';
import type { MatchingRules } from './rules.js';

/** The rules that a report may speak of: what people have entered in private is no part of them (CP-21, CP-24c, CP-24d). */
export const provenRules = ['in-one-line', 'same-function', 'past-partners', 'dotted-line', 'kept-apart'] as const;
export type ProvenRule = (typeof provenRules)[number];

/** One match as it was checked: which rules are broken, and what it leans on by a recorded decision. */
export type CheckedMatch = {
  readonly memberIds: readonly PersonId[];
  readonly broken: readonly ProvenRule[];
  /** Two of them share a chain, further apart than the upper one's recorded reach (CP-24a). */
  readonly leansOn: { readonly upper: PersonId; readonly lower: PersonId; readonly levels: number } | null;
  /** Partners before, of whom it is recorded that nobody else is possible (CP-15). */
  readonly again: readonly [PersonId, PersonId] | null;
};

/**
 * Checks matches against the rules as they are now, each by itself and by other code than the engine's. Whatever `rules` hold of wishes
 * is left out.
 */
export const checkMatches = (rules: MatchingRules, matches: readonly (readonly PersonId[])[]): readonly CheckedMatch[] => {
  const known = knowledgeOf({ ...rules, worksClosely: [], trusts: [] });
  const allowed = linksOf(rules.repeatsAllowed);
  return matches.map((memberIds) => {
    const twos = twosOf(memberIds);
    const codes = new Set<string>(twos.flatMap(([one, other]) => rulesAgainst(known, one, other).map(({ code }) => code)));
    const line = codes.has('in-one-line') ? undefined : twos.flatMap(([one, other]) => linesOf(known, one, other))[0];
    return {
      memberIds,
      broken: provenRules.filter((code) => codes.has(code)),
      leansOn: line ?? null,
      again: twos.find(([one, other]) => linked(allowed, one, other) === true) ?? null,
    };
  });
};
