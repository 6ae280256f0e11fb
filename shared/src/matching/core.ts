import type { PersonId } from '../ids.js';
import type { Certificate } from './outcome.js';
import type { Two } from './rules.js';
import { type Solution, solve } from './solver/solve.js';
import { type Table, weightIn } from './table.js';

/** The best pairs of the people in one table, with their proof. */
export type Core = {
  readonly pairs: readonly Two[];
  readonly alone: readonly PersonId[];
  readonly solution: Solution;
  readonly certificate: Certificate;
};

const idAt = (table: Table, place: number): readonly PersonId[] => table.ids.slice(place, place + 1);

const valueIn = (table: Table, mate: Int32Array): number => {
  let value = 0;
  mate.forEach((partner, place) => {
    if (partner > place) value += weightIn(table, place, partner);
  });
  return value;
};

export const certify = (table: Table, solution: Solution, primal: number): Certificate => {
  const prices = solution.prices.reduce((sum, price) => sum + price, 0);
  const dual = solution.blossoms.reduce((sum, { members, price }) => sum + (price * (members.length - 1)) / 2, prices);
  const n = table.ids.length;
  const { blossoms } = solution;
  return { ids: table.ids, prices: solution.prices, blossoms, primal, dual, gap: dual - primal, checkedPairs: (n * (n - 1)) / 2 };
};

export const solveTable = (table: Table): Core => {
  const solution = solve(table.ids.length, table.weight);
  const pairs: Two[] = [];
  const alone: PersonId[] = [];
  solution.mate.forEach((partner, place) => {
    if (partner < 0) alone.push(...idAt(table, place));
    const [one] = idAt(table, place);
    const [other] = idAt(table, partner);
    if (partner > place && one !== undefined && other !== undefined) pairs.push([one, other]);
  });
  return { pairs, alone, solution, certificate: certify(table, solution, valueIn(table, solution.mate)) };
};
