import type { PersonId } from '../ids.js';

const fromSmallestId = (cycle: readonly PersonId[]): readonly PersonId[] => {
  let first = 0;
  cycle.forEach((id, index) => {
    if (id < (cycle[first] ?? id)) first = index;
  });
  return [...cycle.slice(first), ...cycle.slice(0, first)];
};

/** Rings of people each of whom reports to the next; somebody who is their own manager is a ring of one. */
export const cyclesOf = (managerOf: ReadonlyMap<PersonId, PersonId | null>): readonly (readonly PersonId[])[] => {
  const walkOf = new Map<PersonId, PersonId>();
  const cycles: (readonly PersonId[])[] = [];
  for (const start of managerOf.keys()) {
    const walked: PersonId[] = [];
    let current: PersonId | null | undefined = start;
    while (current !== null && current !== undefined && managerOf.has(current) && !walkOf.has(current)) {
      walkOf.set(current, start);
      walked.push(current);
      current = managerOf.get(current);
    }
    if (current === null || current === undefined || walkOf.get(current) !== start) continue;
    const ring = walked.slice(walked.indexOf(current));
    if (ring.length > 0) cycles.push(fromSmallestId(ring));
  }
  return cycles;
};
