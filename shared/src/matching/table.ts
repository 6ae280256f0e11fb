import type { PersonId } from '../ids.js';
import { type Problem, weightOf } from './problem.js';

/** The weights of all pairs among some people, n × n and symmetric; 0 for a pair that is ruled out. */
export type Table = { readonly ids: readonly PersonId[]; readonly weight: Float64Array };

export const tableOf = (problem: Problem, ids: readonly PersonId[]): Table => {
  const n = ids.length;
  const weight = new Float64Array(n * n);
  ids.forEach((one, row) => {
    for (let column = row + 1; column < n; column += 1) {
      const value = weightOf(problem, one, ids[column] ?? one);
      weight[row * n + column] = value;
      weight[column * n + row] = value;
    }
  });
  return { ids, weight };
};

export const weightIn = (table: Table, row: number, column: number): number => table.weight[row * table.ids.length + column] ?? 0;

/** The same weights for some of the people, by their place in the table. */
export const partOf = (table: Table, places: readonly number[]): Table => {
  const n = places.length;
  const weight = new Float64Array(n * n);
  places.forEach((from, row) => {
    places.forEach((to, column) => {
      weight[row * n + column] = weightIn(table, from, to);
    });
  });
  return { ids: places.flatMap((place) => table.ids[place] ?? []), weight };
};

/** Who has nobody at all to be paired with. */
export const isolatedIn = (table: Table): readonly PersonId[] => {
  const n = table.ids.length;
  return table.ids.filter((_, row) => table.weight.subarray(row * n, (row + 1) * n).every((value) => value === 0));
};
