import type { PersonId } from '../ids.js';
import { chainAbove } from '../organisation/chains.js';
import type { Organisation } from '../organisation/organisation.js';
import { reachesOf } from './knowledge.js';
import type { MatchingRules } from './rules.js';

type DottedLines = MatchingRules['dottedLines'];

/** Somebody and everybody below them, each with how many levels below; each once, also in a cycle. */
const withLevels = ({ reportsOf }: Organisation, id: PersonId): ReadonlyMap<PersonId, number> => {
  const levels = new Map<PersonId, number>([[id, 0]]);
  for (const [upper, level] of levels) {
    for (const report of reportsOf.get(upper) ?? []) if (!levels.has(report)) levels.set(report, level + 1);
  }
  return levels;
};

/**
 * The lines of second managers, which exclude like the first one's (CP-22): the second manager and everybody above them, against the
 * person and everybody below. The upper person's reach decides here too (CP-24a).
 */
export const dottedLinesOf = (organisation: Organisation, rules: Pick<MatchingRules, 'reach' | 'roundLeaderId'>): DottedLines => {
  const reachOf = reachesOf(rules);
  return [...organisation.dottedOf].flatMap(([person, second]) => {
    const below = withLevels(organisation, person);
    const uppers = [second, ...chainAbove(organisation, second)];
    return uppers.flatMap((upper, index) =>
      [...below].filter(([lower, level]) => lower !== upper && index + 1 + level <= reachOf(upper)).map(([lower]) => ({ upper, lower })),
    );
  });
};
