import type { Solution } from '@coaching-pairs/shared/matching/engine/solution';
import { solveTable } from '@coaching-pairs/shared/matching/engine/solve-table';
import blossom from 'edmonds-blossom-fixed';
import { type Graph, weightOfMatching } from './graphs.js';

/** Checks a solution by the duality of matching alone: partners mutual, prices cover every edge, and both sums agree. */
export const faultsOf = ({ n, weight }: Graph, solution: Solution = solveTable(n, weight)): readonly string[] => {
  const { mate, prices, blossoms } = solution;
  const faults: string[] = [];
  const covered = (u: number, v: number): number =>
    (prices[u] ?? 0) +
    (prices[v] ?? 0) +
    blossoms.reduce((sum, { members, price }) => sum + (members.includes(u) && members.includes(v) ? price : 0), 0);
  for (let u = 0; u < n; u += 1) {
    const partner = mate[u] ?? -1;
    if (partner >= 0 && (mate[partner] !== u || weight[u * n + partner] === 0)) faults.push(`${u} and ${partner} are no pair`);
    for (let v = u + 1; v < n; v += 1) if (covered(u, v) < (weight[u * n + v] ?? 0)) faults.push(`${u}–${v} is not covered`);
  }
  if (prices.some((price) => price < 0) || blossoms.some(({ price }) => price < 0)) faults.push('a price is negative');
  if (blossoms.some(({ members }) => members.length % 2 === 0)) faults.push('a blossom is even');
  const bound =
    prices.reduce((sum, price) => sum + price, 0) +
    blossoms.reduce((sum, { members, price }) => sum + (price * (members.length - 1)) / 2, 0);
  if (bound !== weightOfMatching({ n, weight }, mate)) faults.push(`value ${weightOfMatching({ n, weight }, mate)} but bound ${bound}`);
  return faults;
};

/** The best value as another implementation finds it. */
export const byTheOther = ({ n, weight }: Graph): number => {
  const edges: [number, number, number][] = [];
  for (let u = 0; u < n; u += 1) for (let v = u + 1; v < n; v += 1) if (weight[u * n + v]) edges.push([u, v, weight[u * n + v] ?? 0]);
  const mate = Array.from({ length: n }, () => -1);
  blossom(edges).forEach((partner, vertex) => {
    mate[vertex] = partner;
  });
  return weightOfMatching({ n, weight }, mate);
};
