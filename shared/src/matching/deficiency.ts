import type { PersonId } from '../ids.js';
import { functionKey } from '../organisation/functions.js';
import { type Field, idsAt, weightIn } from './columns/field.js';
import type { Core } from './core.js';
import { structureOf } from './gallai.js';
import type { Deficiency } from './outcome.js';
import type { Problem } from './problem.js';

const countByFunction = (problem: Problem, ids: readonly PersonId[], without: readonly PersonId[]): Deficiency['byFunction'] => {
  const functionOf = (id: PersonId): string | null => problem.knowledge.organisation.functionOf.get(id) ?? null;
  const counts = new Map<string, { functionName: string | null; count: number; participants: number }>();
  const count = (id: PersonId, field: 'count' | 'participants'): void => {
    const functionName = functionOf(id);
    const known = counts.get(functionKey(functionName ?? '')) ?? { functionName, count: 0, participants: 0 };
    counts.set(functionKey(functionName ?? ''), { ...known, [field]: known[field] + 1 });
  };
  for (const id of ids) count(id, 'participants');
  for (const id of without) count(id, 'count');
  return [...counts.values()].filter((entry) => entry.count > 0).sort((a, b) => b.count - a.count);
};

/**
 * Why so many must stay without a partner (Tutte 1947, Berge 1958): once the barrier is taken away, more odd groups remain than
 * it has people. The best matching has as many pairs as there can be, so the trees that grow from those left alone show it.
 */
export const deficiencyOf = (field: Field, { places, solution }: Core): Deficiency => {
  const structure = structureOf(solution.mate, (one, other) => weightIn(field, places[one] ?? 0, places[other] ?? 0) > 0);
  const people = (group: readonly number[]): readonly PersonId[] =>
    idsAt(
      field,
      group.map((index) => places[index] ?? -1),
    );
  return {
    unmatched: structure.groups.length - structure.barrier.length,
    participants: places.length,
    barrier: people(structure.barrier),
    components: structure.groups.map((group) => [...people(group)].sort()),
    byFunction: countByFunction(field.problem, idsAt(field, places), structure.groups.flatMap(people)),
  };
};
