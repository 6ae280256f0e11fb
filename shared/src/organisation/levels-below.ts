import type { PersonId } from '../ids.js';
import type { Organisation } from './organisation.js';

/**
 * Who of some people stands on which level below somebody, the direct reports first. A level on which only others stand is an empty
 * list, as it counts for a reach (CP-24a); after the last of these people there is none. In a cycle each is met once.
 */
export const levelsBelow = (org: Organisation, id: PersonId, among: ReadonlySet<PersonId>): readonly (readonly PersonId[])[] => {
  const levels: (readonly PersonId[])[] = [];
  const seen = new Set<PersonId>([id]);
  let level: readonly PersonId[] = [id];
  while (level.length > 0) {
    const below = new Set(level.flatMap((one) => org.reportsOf.get(one) ?? []).filter((one) => !seen.has(one)));
    for (const one of below) seen.add(one);
    level = [...below];
    levels.push(level.filter((one) => among.has(one)));
  }
  return levels.slice(0, levels.findLastIndex((people) => people.length > 0) + 1);
};
