import { listMarket } from '@coaching-pairs/shared/matching/engine/list-market';
import { resumed } from '@coaching-pairs/shared/matching/engine/resume';
import { solutionOf } from '@coaching-pairs/shared/matching/engine/solution';
import { finish, forbidPair, type Solved, solveMarket, usualTuning } from '@coaching-pairs/shared/matching/engine/solve';
import { describe, expect, it } from 'vitest';
import { bestBySubsets, type Graph, randomFrom, randomGraph, weightOfMatching } from './graphs.js';
import { faultsOf } from './solver-proof.js';
import { tunings } from './tunings.js';

const marketAmong = ({ n, weight }: Graph, members: readonly number[]) =>
  listMarket(Int32Array.from(members), (one, other) => weight[one * n + other] ?? 0);

const among = ({ n, weight }: Graph, members: readonly number[]): Graph => ({
  n: members.length,
  weight: Float64Array.from(
    { length: members.length ** 2 },
    (_, cell) => weight[(members[Math.floor(cell / members.length)] ?? 0) * n + (members[cell % members.length] ?? 0)] ?? 0,
  ),
});

const expectBest = (graph: Graph, members: readonly number[], { forest }: Solved, what: string): void => {
  const part = among(graph, members);
  const solution = solutionOf(forest);
  expect(weightOfMatching(part, solution.mate), what).toBe(bestBySubsets(part));
  expect(faultsOf(part, solution), what).toEqual([]);
};

describe('a search that is gone on from', () => {
  it('finds the best matching of whoever is there now, with its proof, and leaves the one before as it was', () => {
    const random = randomFrom(41);
    for (let round = 0; round < 400; round += 1) {
      const n = 2 + Math.floor(random() * 9);
      const graph = randomGraph(n, random(), [1, 3, 50, 5_000][round % 4] ?? 1, random);
      const drawn = (): readonly number[] => [...Array(n).keys()].filter(() => random() < 0.7).sort(() => random() - 0.5);
      let members = drawn();
      let live = solveMarket(marketAmong(graph, members), tunings[round % 4] ?? usualTuning);
      for (let turn = 0; turn < 4; turn += 1) {
        const next = drawn();
        const seats = Int32Array.from(next, (one) => members.indexOf(one));
        const later = resumed(marketAmong(graph, next), live, seats);
        expectBest(graph, next, later, `round ${round}, turn ${turn}`);
        expectBest(graph, members, live, `round ${round}, before turn ${turn}`);
        [members, live] = [next, later];
      }
    }
  });

  it('finds the best matching without pairs that are taken out one after the other, in place', () => {
    const random = randomFrom(43);
    for (let round = 0; round < 400; round += 1) {
      const n = 3 + Math.floor(random() * 8);
      const graph = randomGraph(n, random(), [1, 3, 50, 5_000][round % 4] ?? 1, random);
      const members = [...Array(n).keys()];
      const market = marketAmong(graph, members);
      const live = solveMarket(market, tunings[round % 4] ?? usualTuning);
      for (let turn = 0; turn < 4; turn += 1) {
        const u = Math.floor(random() * n);
        const partner = live.forest.mate[u] ?? -1;
        const v = partner >= 0 ? partner : (u + 1) % n;
        graph.weight.set([0], u * n + v);
        graph.weight.set([0], v * n + u);
        forbidPair(live, u, v);
        finish(market, live, live.forest.price.slice());
        expectBest(graph, members, live, `round ${round}, turn ${turn}`);
      }
    }
  });
});
