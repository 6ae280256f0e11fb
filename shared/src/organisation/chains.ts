import type { PersonId } from '../ids.js';
import type { Organisation } from './organisation.js';

/** Everybody above a person, the direct manager first; ends at the top, before somebody unknown, or where a cycle closes. */
export const chainAbove = (org: Organisation, id: PersonId): readonly PersonId[] => {
  const chain: PersonId[] = [];
  const seen = new Set<PersonId>([id]);
  let current = org.managerOf.get(id);
  while (current !== null && current !== undefined && org.people.has(current) && !seen.has(current)) {
    seen.add(current);
    chain.push(current);
    current = org.managerOf.get(current);
  }
  return chain;
};

/** How many levels `upper` stands above `lower`: 1 for a direct manager, null when not above at all. */
export const levelsAbove = (org: Organisation, upper: PersonId, lower: PersonId): number | null => {
  const index = chainAbove(org, lower).indexOf(upper);
  return index < 0 ? null : index + 1;
};

/** Whether `upper` is a manager of `lower`, directly or over any number of levels. */
export const isAbove = (org: Organisation, upper: PersonId, lower: PersonId): boolean => levelsAbove(org, upper, lower) !== null;

const downTo = (org: Organisation, upper: PersonId, lower: PersonId): readonly PersonId[] | null => {
  const chain = chainAbove(org, lower);
  const index = chain.indexOf(upper);
  return index < 0 ? null : [...chain.slice(0, index + 1).reverse(), lower];
};

/** The line of management that joins two people, from the upper one down; the shorter one in a cycle; null when there is none. */
export const lineBetween = (org: Organisation, one: PersonId, other: PersonId): readonly PersonId[] | null => {
  const fromOne = downTo(org, one, other);
  const fromOther = downTo(org, other, one);
  if (fromOne === null || fromOther === null) return fromOne ?? fromOther;
  return fromOther.length < fromOne.length ? fromOther : fromOne;
};

/** Everybody below a person over all levels, without the person; each once, also in a cycle. */
export const peopleBelow = (org: Organisation, id: PersonId): readonly PersonId[] => {
  const seen = new Set<PersonId>([id]);
  const below: PersonId[] = [];
  const queue = [...(org.reportsOf.get(id) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    below.push(next);
    queue.push(...(org.reportsOf.get(next) ?? []));
  }
  return below;
};
