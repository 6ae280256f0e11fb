import { listMarket } from '@coaching-pairs/shared/matching/engine/list-market';
import { type Solution, solutionOf } from '@coaching-pairs/shared/matching/engine/solution';
import { solveMarket, usualTuning } from '@coaching-pairs/shared/matching/engine/solve';
import type { Tuning } from '@coaching-pairs/shared/matching/engine/start';
import type { Graph } from './graphs.js';

/** With all edges, and with so few at first that nearly everything has to be found by pricing. */
export const tunings: readonly Tuning[] = [
  usualTuning,
  { small: 2, ratio: 2, candidates: 1, neighbours: 1, leeway: 1 },
  { small: 3, ratio: 3, candidates: 2, neighbours: 2, leeway: 100 },
  { small: 5, ratio: 2, candidates: 3, neighbours: 1, leeway: 5 },
];

export const solveWith = ({ n, weight }: Graph, tuning: Tuning): Solution => {
  const places = Int32Array.from({ length: n }, (_, place) => place);
  return solutionOf(
    solveMarket(
      listMarket(places, (one, other) => weight[one * n + other] ?? 0),
      tuning,
    ).forest,
  );
};
