import type { PersonId } from '../ids.js';
import { functionKey } from '../organisation/functions.js';
import type { Deficiency } from './outcome.js';
import type { Problem } from './problem.js';
import { solve } from './solver/solve.js';
import { type Table, weightIn } from './table.js';

/** Groups of places that legal pairs connect, among the given places only. */
const componentsOf = (table: Table, places: ReadonlySet<number>): readonly (readonly number[])[] => {
  const open = new Set(places);
  const components: number[][] = [];
  for (const start of places) {
    if (!open.delete(start)) continue;
    const component: number[] = [start];
    for (const place of component) {
      for (const next of open) {
        if (weightIn(table, place, next) === 0) continue;
        open.delete(next);
        component.push(next);
      }
    }
    components.push(component);
  }
  return components;
};

const countByFunction = (problem: Problem, table: Table, without: readonly PersonId[]): Deficiency['byFunction'] => {
  const functionOf = (id: PersonId): string | null => problem.knowledge.organisation.functionOf.get(id) ?? null;
  const counts = new Map<string, { functionName: string | null; count: number; participants: number }>();
  const count = (id: PersonId, field: 'count' | 'participants'): void => {
    const functionName = functionOf(id);
    const known = counts.get(functionKey(functionName ?? '')) ?? { functionName, count: 0, participants: 0 };
    counts.set(functionKey(functionName ?? ''), { ...known, [field]: known[field] + 1 });
  };
  for (const id of table.ids) count(id, 'participants');
  for (const id of without) count(id, 'count');
  return [...counts.values()].filter((entry) => entry.count > 0).sort((a, b) => b.count - a.count);
};

/**
 * Why so many must stay without a partner (Tutte 1947, Berge 1958): once the barrier is taken away, more odd groups remain than
 * it has people. With all legal pairs worth the same, the solver's prices show it: 1 on the barrier, 0 in the groups.
 */
export const deficiencyOf = (problem: Problem, table: Table): Deficiency => {
  const { prices } = solve(
    table.ids.length,
    table.weight.map((value) => (value > 0 ? 1 : 0)),
  );
  const priced = (wanted: number): readonly number[] => prices.flatMap((price, place) => (price === wanted ? [place] : []));
  const people = (places: readonly number[]): readonly PersonId[] => places.flatMap((place) => table.ids[place] ?? []);
  const barrier = priced(1);
  const components = componentsOf(table, new Set(priced(0)));
  return {
    unmatched: components.length - barrier.length,
    participants: table.ids.length,
    barrier: people(barrier),
    components: components.map((component) => [...people(component)].sort()),
    byFunction: countByFunction(problem, table, components.flatMap(people)),
  };
};
