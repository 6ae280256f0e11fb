import type { PersonId } from '@coaching-pairs/shared/ids';
import { type Columns, columnsOf } from '@coaching-pairs/shared/matching/columns/columns';
import { type Entries, enteredWeight, entriesOf } from '@coaching-pairs/shared/matching/columns/entries';
import { bound, kindsOf } from '@coaching-pairs/shared/matching/columns/kinds';
import { marketOf } from '@coaching-pairs/shared/matching/columns/market';
import { plainWeight } from '@coaching-pairs/shared/matching/columns/pair-weight';
import { type Solved, solveMarket } from '@coaching-pairs/shared/matching/engine/solve';
import { type Problem, problemOf, weightOf } from '@coaching-pairs/shared/matching/problem';
import { describe, expect, it } from 'vitest';
import { bestBySubsets, randomFrom, weightOfMatching } from './graphs.js';
import { inventedOrganisation } from './organisations.js';
import { tunings } from './tunings.js';

const idAt = (problem: Problem, place: number): PersonId => problem.ids[place] as PersonId;

const weightAt = (columns: Columns, entries: Entries, one: number, other: number): number => {
  const entered = enteredWeight(entries, one, other);
  return entered < 0 ? plainWeight(columns, one, other) : entered;
};

const inventedProblem = (seed: number, most: number): Problem => {
  const random = randomFrom(seed);
  const { ids, rules } = inventedOrganisation(random, Math.floor(random() * (most + 1)));
  const taking = ids.filter(() => random() < 0.9);
  const two = (): readonly [PersonId, PersonId] => [
    ids[Math.floor(random() * ids.length)] as PersonId,
    ids[Math.floor(random() * ids.length)] as PersonId,
  ];
  const some = random() < 0.5 && ids.length > 0 ? [two(), two()] : [];
  const inertia = random() < 0.3 ? 'strict' : Math.floor(random() * 20);
  const allowed = random() < 0.5 && ids.length > 0 ? [two(), two(), two()] : [];
  return problemOf(
    taking,
    { ...rules, sameFunctionAllowed: allowed },
    { seed, forbid: some.slice(1), previous: some.slice(0, 1), inertia },
  );
};

const fullWeight = (problem: Problem): Float64Array => {
  const n = problem.ids.length;
  return Float64Array.from({ length: n * n }, (_, cell) =>
    Math.floor(cell / n) === cell % n ? 0 : weightOf(problem, idAt(problem, Math.floor(cell / n)), idAt(problem, cell % n)),
  );
};

const matchingOf = ({ forest }: Solved): Int32Array => forest.mate;

describe('the columns', () => {
  it('say of every pair exactly what the rules say, also with rings of managers and lines of any length', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const problem = inventedProblem(seed, 40);
      const columns = columnsOf(problem);
      const entries = entriesOf(problem, columns);
      const kinds = kindsOf(columns);
      for (let one = 0; one < problem.ids.length; one += 1) {
        for (let other = 0; other < problem.ids.length; other += 1) {
          if (one === other) continue;
          const expected = weightOf(problem, idAt(problem, one), idAt(problem, other));
          const found = weightAt(columns, entries, one, other);
          if (found !== expected) expect.fail(`seed ${seed}: ${idAt(problem, one)} and ${idAt(problem, other)}: ${found}, not ${expected}`);
          const most = bound(columns, kinds, kinds.of[one] ?? 0, kinds.of[other] ?? 0);
          const plain = plainWeight(columns, one, other);
          if (plain > 0 && plain > most) expect.fail(`seed ${seed}: ${plain} above the bound ${most}`);
        }
      }
    }
  });

  it('lead to the best matching whether all pairs are listed or few are', () => {
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const problem = inventedProblem(seed, 12);
      const columns = columnsOf(problem);
      const n = problem.ids.length;
      const market = marketOf(
        columns,
        entriesOf(problem, columns),
        Int32Array.from({ length: n }, (_, place) => place),
      );
      const graph = { n, weight: fullWeight(problem) };
      const best = bestBySubsets(graph);
      for (const tuning of tunings) expect(weightOfMatching(graph, matchingOf(solveMarket(market, tuning))), `seed ${seed}`).toBe(best);
    }
  });
});
