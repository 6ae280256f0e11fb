import { solveTable as solve } from '@coaching-pairs/shared/matching/engine/solve-table';
import { describe, expect, it } from 'vitest';
import { bestBySubsets, randomFrom, randomGraph, weightOfMatching } from './graphs.js';
import { byTheOther, faultsOf } from './solver-proof.js';

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

  it('finds everybody a partner among 400 people, of whom most may be with most', () => {
    const random = randomFrom(3);
    const graph = randomGraph(400, 0.85, 100_000, random);
    const { mate } = solve(400, graph.weight);
    expect([...mate].every((partner) => partner >= 0)).toBe(true);
  });
});
