import { usualTuning } from '@coaching-pairs/shared/matching/engine/solve';
import { solveTable as solve } from '@coaching-pairs/shared/matching/engine/solve-table';
import { describe, expect, it } from 'vitest';
import { bestBySubsets, randomFrom, randomGraph, weightOfMatching } from '../shared/matching/graphs.js';
import { byTheOther, faultsOf } from '../shared/matching/solver-proof.js';
import { solveWith, tunings } from '../shared/matching/tunings.js';

/** Another one every day, so that each night looks at graphs that no night has looked at; a failure names it. */
const seed = Math.floor(Date.now() / 86_400_000);

describe(`the solver, on the graphs of day ${seed}`, () => {
  it('finds what trying everything finds, and proves it, on a million small graphs', () => {
    const random = randomFrom(seed);
    for (let round = 0; round < 1_000_000; round += 1) {
      const graph = randomGraph(1 + Math.floor(random() * 12), random(), [1, 2, 5, 50, 5_000][round % 5] ?? 1, random);
      const solution = solveWith(graph, tunings[round % tunings.length] ?? usualTuning);
      if (weightOfMatching(graph, solution.mate) !== bestBySubsets(graph)) expect.fail(`graph ${round}: not the best`);
      const faults = faultsOf(graph, solution);
      if (faults.length > 0) expect.fail(`graph ${round}: ${faults[0]}`);
    }
  });

  it('agrees with an independent implementation on two thousand larger graphs', () => {
    const random = randomFrom(seed + 1);
    for (let round = 0; round < 2_000; round += 1) {
      const graph = randomGraph(12 + Math.floor(random() * 89), 0.04 + random() * random(), [1, 3, 20, 1_000_000][round % 4] ?? 1, random);
      expect(faultsOf(graph), `graph ${round}`).toEqual([]);
      expect(weightOfMatching(graph, solve(graph.n, graph.weight).mate), `graph ${round}`).toBe(byTheOther(graph));
    }
  });
});
