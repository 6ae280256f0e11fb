import type { PersonId } from '../ids.js';
import type { Organisation } from './organisation.js';

/** Adds up the people below from the leaves upwards; whoever is left over stands in a cycle. */
const sumUpwards = (org: Organisation, below: Map<PersonId, number>): void => {
  const open = new Map([...org.people.keys()].map((id) => [id, org.reportsOf.get(id)?.length ?? 0]));
  const ready = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const manager = org.managerOf.get(id);
    if (manager === null || manager === undefined || !org.people.has(manager)) continue;
    below.set(manager, (below.get(manager) ?? 0) + (below.get(id) ?? 0) + 1);
    const left = (open.get(manager) ?? 0) - 1;
    open.set(manager, left);
    if (left === 0) ready.push(manager);
  }
};

/** How many people each person has below them over all levels; members of a cycle have each other below them. */
export const spans = (org: Organisation): ReadonlyMap<PersonId, number> => {
  const below = new Map<PersonId, number>([...org.people.keys()].map((id) => [id, 0]));
  sumUpwards(org, below);
  for (const cycle of org.cycles) {
    const total = cycle.reduce((sum, id) => sum + (below.get(id) ?? 0) + 1, 0);
    for (const id of cycle) below.set(id, total - 1);
  }
  return below;
};

/** The enabled person with most people below them, the smaller id where equal: the round leader unless another is named. Null for nobody. */
export const widestSpan = (org: Organisation): PersonId | null => {
  let widest: PersonId | null = null;
  let most = -1;
  for (const [id, count] of spans(org)) {
    if (count > most && org.people.get(id)?.enabled === true) {
      widest = id;
      most = count;
    }
  }
  return widest;
};
