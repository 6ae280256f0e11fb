import { solve } from '@coaching-pairs/shared/matching/solver/solve';
import blossom from 'edmonds-blossom-fixed';
import { describe, expect, it } from 'vitest';
import { bestBySubsets, type Graph, randomFrom, randomGraph, weightOfMatching } from './graphs.js';

/** Checks a solution by the duality of matching alone: partners mutual, prices cover every edge, and both sums agree. */
const faultsOf = ({ n, weight }: Graph): readonly string[] => {
  const { mate, prices, blossoms } = solve(n, weight);
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

const byTheOther = ({ n, weight }: Graph): number => {
  const edges: [number, number, number][] = [];
  for (let u = 0; u < n; u += 1) for (let v = u + 1; v < n; v += 1) if (weight[u * n + v]) edges.push([u, v, weight[u * n + v] ?? 0]);
  const mate = Array.from({ length: n }, () => -1);
  blossom(edges).forEach((partner, vertex) => {
    mate[vertex] = partner;
  });
  return weightOfMatching({ n, weight }, mate);
};

describe('the solver', () => {
  it('finds what trying everything finds, and proves it, on two thousand small graphs', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 2_000; round += 1) {
      const n = 1 + Math.floor(random() * 10);
      const graph = randomGraph(n, random(), [1, 2, 5, 50, 5_000][round % 5] ?? 1, random);
      expect(weightOfMatching(graph, solve(n, graph.weight).mate), `round ${round}`).toBe(bestBySubsets(graph));
      expect(faultsOf(graph), `round ${round}`).toEqual([]);
    }
  });

  it('agrees with an independent implementation on larger graphs, sparse and dense, with many ties and few', () => {
    const random = randomFrom(11);
    for (let round = 0; round < 150; round += 1) {
      const graph = randomGraph(12 + Math.floor(random() * 49), 0.04 + random() * random(), [1, 3, 20, 1_000_000][round % 4] ?? 1, random);
      expect(faultsOf(graph), `round ${round}`).toEqual([]);
      expect(weightOfMatching(graph, solve(graph.n, graph.weight).mate), `round ${round}`).toBe(byTheOther(graph));
    }
  });

  it('matches 400 people within two seconds', () => {
    const random = randomFrom(3);
    const graph = randomGraph(400, 0.85, 100_000, random);
    const began = performance.now();
    const { mate } = solve(400, graph.weight);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect([...mate].every((partner) => partner >= 0)).toBe(true);
  });
});
