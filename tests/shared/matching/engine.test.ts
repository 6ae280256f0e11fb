import { usualTuning } from '@coaching-pairs/shared/matching/engine/solve';
import { solveTable } from '@coaching-pairs/shared/matching/engine/solve-table';
import { structureOf } from '@coaching-pairs/shared/matching/gallai';
import { describe, expect, it } from 'vitest';
import { bestBySubsets, type Graph, randomFrom, randomGraph, weightOfMatching } from './graphs.js';
import { byTheOther, faultsOf } from './solver-proof.js';
import { solveWith, tunings } from './tunings.js';

const changed = (graph: Graph, change: (weight: number) => number): Graph => ({
  n: graph.n,
  weight: graph.weight.map((weight) => (weight === 0 ? 0 : change(weight))),
});

const withPair = ({ n, weight }: Graph, u: number, v: number, worth: number): Graph => {
  const more = weight.slice();
  more[u * n + v] = worth;
  more[v * n + u] = worth;
  return { n, weight: more };
};

/** Some edges below 0 (worse than being alone), and all so heavy that a pair more counts before everything else. */
const variants = [(weight: number) => weight, (weight: number) => weight - 30, (weight: number) => weight + 100_000] as const;

const worthOf = (graph: Graph): number => weightOfMatching(graph, solveTable(graph.n, graph.weight).mate);

/** Triangles hung on a chain, which fall into nested blossoms. */
const chainOfTriangles = (links: number, random: () => number): Graph => {
  let graph: Graph = { n: 3 * links, weight: new Float64Array(9 * links * links) };
  const worth = (): number => 1 + Math.floor(random() * 4);
  for (let link = 0; link < links; link += 1) {
    const [a, b, c] = [3 * link, 3 * link + 1, 3 * link + 2];
    for (const [u, v] of [[a, b] as const, [b, c] as const, [a, c] as const]) graph = withPair(graph, u, v, worth());
    if (link > 0) graph = withPair(graph, c - 3, a, worth());
  }
  return graph;
};

describe('the engine', () => {
  it('finds what trying everything finds, with all edges and with few, on twenty thousand small graphs', () => {
    const random = randomFrom(2026);
    for (let round = 0; round < 20_000; round += 1) {
      const n = 1 + Math.floor(random() * 12);
      const drawn = randomGraph(n, random(), [1, 2, 5, 50, 5_000][round % 5] ?? 1, random);
      const graph = changed(drawn, variants[round % 3] ?? ((weight) => weight));
      const solution = solveWith(graph, tunings[round % 4] ?? usualTuning);
      if (weightOfMatching(graph, solution.mate) !== bestBySubsets(graph)) expect.fail(`round ${round}: not the best`);
      const faults = faultsOf(graph, solution);
      if (faults.length > 0) expect.fail(`round ${round}: ${faults[0]}`);
    }
  }, 240_000);

  it('proves itself on chains of triangles, where blossoms nest', () => {
    const random = randomFrom(5);
    for (let round = 0; round < 60; round += 1) {
      const graph = chainOfTriangles(2 + (round % 30), random);
      for (const tuning of tunings) expect(faultsOf(graph, solveWith(graph, tuning)), `round ${round}`).toEqual([]);
      expect(worthOf(graph), `round ${round}`).toBe(byTheOther(graph));
    }
  });

  it('agrees with an independent implementation on graphs of up to two hundred vertices', () => {
    const random = randomFrom(12);
    for (let round = 0; round < 24; round += 1) {
      const graph = randomGraph(100 + Math.floor(random() * 101), 0.05 + random() * 0.3, [2, 40, 1_000_000][round % 3] ?? 2, random);
      for (const tuning of [
        { small: 250, ratio: 6, candidates: 14, neighbours: 30, leeway: 960 },
        { small: 30, ratio: 4, candidates: 4, neighbours: 6, leeway: 20 },
      ]) {
        expect(faultsOf(graph, solveWith(graph, tuning)), `round ${round}`).toEqual([]);
      }
      if (round % 4 === 0) expect(worthOf(graph), `round ${round}`).toBe(byTheOther(graph));
    }
  }, 120_000);

  it('keeps its value when nothing that matters changes', () => {
    const random = randomFrom(31);
    for (let round = 0; round < 40; round += 1) {
      const n = 20 + 2 * Math.floor(random() * 20);
      const graph = randomGraph(n, 1, 500, random);
      const { mate, prices, blossoms } = solveTable(n, graph.weight);
      const value = worthOf(graph);
      const order = Array.from({ length: n }, (_, at) => at).sort(() => random() - 0.5);
      const renamed = {
        n,
        weight: Float64Array.from(
          { length: n * n },
          (_, cell) => graph.weight[(order[Math.floor(cell / n)] ?? 0) * n + (order[cell % n] ?? 0)] ?? 0,
        ),
      };
      expect(worthOf(renamed), 'other names').toBe(value);
      expect(worthOf(changed(graph, (weight) => weight * 7)), 'another scale').toBe(7 * value);
      const heavy = changed(graph, (weight) => weight + 10_000);
      expect(worthOf(changed(heavy, (weight) => weight + 333)), 'more for every pair').toBe(worthOf(heavy) + (333 * n) / 2);
      const [u, v] = [0, [...mate.keys()].find((other) => other > 0 && mate[0] !== other) ?? 1];
      expect(worthOf(withPair(graph, u, v, 0)), 'a pair ruled out that was not chosen').toBe(value);
      const around = blossoms.reduce((sum, { members, price }) => sum + (members.includes(u) && members.includes(v) ? price : 0), 0);
      const covered = Math.floor((prices[u] ?? 0) + (prices[v] ?? 0) + around);
      expect(worthOf(withPair(graph, u, v, covered)), 'a pair worth just what its prices cover').toBe(value);
      const partner = mate[0] ?? 0;
      const locked = {
        n,
        weight: graph.weight.map((weight, cell) =>
          [Math.floor(cell / n), cell % n].some((at) => at === 0 || at === partner) ? 0 : weight,
        ),
      };
      expect(worthOf(locked) + (graph.weight[partner] ?? 0), 'a chosen pair locked').toBe(value);
    }
  });

  it('leaves as many alone as the witness says, and its groups are odd and meet nothing but the barrier', () => {
    const random = randomFrom(8);
    for (let round = 0; round < 3_000; round += 1) {
      const graph = randomGraph(1 + Math.floor(random() * 14), random() * 0.5, 1, random);
      const { mate } = solveTable(graph.n, graph.weight);
      const { barrier, groups } = structureOf(mate, (u, v) => (graph.weight[u * graph.n + v] ?? 0) > 0);
      const alone = mate.filter((partner) => partner < 0).length;
      if (groups.length - barrier.length !== alone) expect.fail(`round ${round}: ${groups.length} − ${barrier.length} is not ${alone}`);
      for (const group of groups) {
        const strangers = [...mate.keys()].filter((vertex) => !group.includes(vertex) && !barrier.includes(vertex));
        expect(group.length % 2, `round ${round}`).toBe(1);
        expect(
          group.some((u) => strangers.some((v) => (graph.weight[u * graph.n + v] ?? 0) > 0)),
          `round ${round}`,
        ).toBe(false);
      }
    }
  });
});
