import type { PersonId } from '../ids.js';
import { type Field, idsAt, weightIn } from './columns/field.js';
import { marketOf } from './columns/market.js';
import { resumed } from './engine/resume.js';
import { type Solution, solutionOf } from './engine/solution.js';
import { type Solved, solveMarket, usualTuning } from './engine/solve.js';
import type { Certificate, TrioProof } from './outcome.js';
import type { Two } from './rules.js';
import { type Pace, unwatched } from './watch.js';

/** The best pairs of some people, with their proof. */
export type Core = {
  /** Whom it is about, by their places among the participants. */
  readonly places: Int32Array;
  readonly pairs: readonly Two[];
  readonly alone: readonly PersonId[];
  readonly solution: Solution;
  readonly certificate: Certificate;
};

export type WithTrio = {
  readonly trio: readonly PersonId[] | null;
  /** Everybody who is not in the trio. */
  readonly rest: Core;
  /** By how much a trio that was not tried might still be better; 0 when the choice is proven best. */
  readonly gap: number;
  /** That no other choice is better by more than the gap; null where no trio was looked for. */
  readonly proof: TrioProof | null;
};

const certify = (ids: readonly PersonId[], solution: Solution, primal: number): Certificate => {
  const prices = solution.prices.reduce((sum, price) => sum + price, 0);
  const dual = solution.blossoms.reduce((sum, { members, price }) => sum + (price * (members.length - 1)) / 2, prices);
  const { blossoms } = solution;
  const checkedPairs = (ids.length * (ids.length - 1)) / 2;
  return { ids, prices: solution.prices, blossoms, primal, dual, gap: dual - primal, checkedPairs, trio: null };
};

/** Reads the pairs and their proof from a solution for some people. */
export const coreOf = (field: Field, places: Int32Array, solution: Solution): Core => {
  const ids = idsAt(field, places);
  const pairs: Two[] = [];
  const alone: PersonId[] = [];
  let primal = 0;
  ids.forEach((id, index) => {
    const partner = solution.mate[index] ?? -1;
    const other = ids[partner];
    if (other === undefined) alone.push(id);
    else if (partner > index) {
      pairs.push([id, other]);
      primal += weightIn(field, places[index] ?? 0, places[partner] ?? 0);
    }
  });
  return { places, pairs, alone, solution, certificate: certify(ids, solution, primal) };
};

/** Solves for some people, and leaves everything as a search can go on from it. */
export const openCore = ({ columns, entries, kinds }: Field, places: Int32Array, pace: Pace = unwatched): Solved =>
  solveMarket(marketOf(columns, entries, places, kinds), usualTuning, pace);

export const solveCore = (field: Field, places: Int32Array, pace: Pace = unwatched): Core =>
  coreOf(field, places, solutionOf(openCore(field, places, pace).forest));

/** The best pairs of everybody but the vertices of `without`, found from where the search for all of `places` ended. */
export const solveWithout = (field: Field, places: Int32Array, live: Solved, without: readonly number[], pace: Pace = unwatched): Core => {
  const seats = Int32Array.from(places.keys()).filter((vertex) => !without.includes(vertex));
  const rest = seats.map((vertex) => places[vertex] ?? -1);
  const market = marketOf(field.columns, field.entries, rest, field.kinds);
  return coreOf(field, rest, solutionOf(resumed(market, live, seats, true, pace).forest));
};
