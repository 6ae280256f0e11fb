import { listMarket } from './list-market.js';
import { type Solution, solutionOf } from './solution.js';
import { solveMarket } from './solve.js';

/**
 * A matching of maximum weight in any graph. In: an n × n symmetric table of whole weights, 0 where there is no edge. Out: the
 * matching and the prices that prove it optimal; whether they do, can be checked without knowing this code.
 */
export const solveTable = (n: number, weight: Float64Array): Solution => {
  const places = Int32Array.from({ length: n }, (_, place) => place);
  return solutionOf(solveMarket(listMarket(places, (one, other) => weight[one * n + other] ?? 0)).forest);
};
