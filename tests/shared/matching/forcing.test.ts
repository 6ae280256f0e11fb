import type { PersonId } from '@coaching-pairs/shared/ids';
import { bestAlternatives, lossAtLeast } from '@coaching-pairs/shared/matching/best-alternatives';
import { solveCore } from '@coaching-pairs/shared/matching/core';
import { lossOf, pointsInAll, weighed } from '@coaching-pairs/shared/matching/forcing';
import { match } from '@coaching-pairs/shared/matching/match';
import { type Problem, problemOf, weightOf, whyNot } from '@coaching-pairs/shared/matching/problem';
import { plainRules } from '@coaching-pairs/shared/matching/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largeOrganisation } from '../../bench/large-organisation.js';
import { company, id, someday } from '../organisation/company.js';
import { bestBySubsets, randomFrom } from './graphs.js';
import { inventedOrganisation } from './organisations.js';

/** The best value of some of the people, by trying everything. */
const bestOf = (problem: Problem, ids: readonly PersonId[]): number => {
  const n = ids.length;
  const weight = Float64Array.from({ length: n * n }, (_, at) => {
    const [one, other] = [ids[Math.floor(at / n)], ids[at % n]];
    return one === undefined || other === undefined || one === other ? 0 : weightOf(problem, one, other);
  });
  return bestBySubsets({ n, weight });
};

const lossByTrying = (problem: Problem, one: PersonId, other: PersonId): number =>
  bestOf(problem, problem.ids) -
  weightOf(problem, one, other) -
  bestOf(
    problem,
    problem.ids.filter((two) => two !== one && two !== other),
  );

const forAnyProblem = (most: number, runs: number, check: (problem: Problem) => void): void => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: most }), (seed, size) => {
      const { ids, rules } = inventedOrganisation(randomFrom(seed), size);
      check(problemOf(ids, rules, { seed }));
    }),
    { numRuns: runs },
  );
};

describe('what it costs to put two people together', () => {
  it('is what trying every matching says, nothing for a pair of the best one, and not asked where a rule is against it', () => {
    forAnyProblem(9, 120, (problem) => {
      const of = weighed(problem);
      for (const one of problem.ids) {
        for (const other of problem.ids) {
          if (one >= other) continue;
          const loss = lossOf(of, [one, other]);
          if (loss === null) expect(whyNot(problem, one, other)).not.toEqual([]);
          else expect(loss.value).toBe(lossByTrying(problem, one, other));
          expect(lossAtLeast(of, one, other) ?? 0).toBeLessThanOrEqual(loss?.value ?? 0);
        }
      }
    });
  });

  it('is told in people without a partner before points', () => {
    const all = company().has('Ana').has('Ben').has('Cem', { department: 'Ana' }).has('Dee', { department: 'Ben' });
    const apart = [id('Cem'), id('Dee')] as const;
    const problem = problemOf(
      all.people.map((person) => person.id),
      { ...plainRules(all.organisation(), someday), keptApart: [apart] },
      { seed: 1 },
    );
    const of = weighed(problem);
    expect(lossOf(of, [id('Ana'), id('Ben')])).toMatchObject({ unpaired: 2 });
    expect(lossOf(of, [id('Ana'), id('Dee')])).toEqual({ value: 0, unpaired: 0, short: [], leaderAlone: false, points: 0 });
    expect(lossOf(of, [id('Cem'), id('Dee')])).toBeNull();
    expect(lossOf(of, [id('Ana'), id('Zoe')])).toBeNull();
    expect(pointsInAll(of)).toBeGreaterThan(0);
  });

  it('[CP-03] tells that the round leader would stay alone', () => {
    const all = company().has('Priya', { department: 'Tax' }).has('Sam').has('Kim', { department: 'Tax' });
    const ids = all.people.map((person) => person.id);
    const of = weighed(problemOf(ids, { ...plainRules(all.organisation(), someday), roundLeaderId: id('Priya') }, { seed: 1 }));
    expect(lossOf(of, [id('Sam'), id('Kim')])).toMatchObject({ unpaired: 0, leaderAlone: true });
    expect(lossOf(of, [id('Sam'), id('Priya')])).toMatchObject({ value: 0, leaderAlone: false });
  });

  it('leaves out whoever is in a locked match', () => {
    const all = company().has('Ana').has('Ben').has('Cem').has('Dee');
    const ids = all.people.map((person) => person.id);
    const of = weighed(problemOf(ids, plainRules(all.organisation(), someday), { seed: 1, locks: [[id('Ana'), id('Ben')]] }));
    expect([lossOf(of, [id('Ana'), id('Cem')]), bestAlternatives(of, id('Ana'), 3)]).toEqual([null, []]);
    expect(lossOf(of, [id('Cem'), id('Dee')])?.value).toBe(0);
  });

  it('of a thousand people is what matching the others anew says, question after question', () => {
    const { ids, rules } = largeOrganisation(1_000, 4);
    const of = weighed(problemOf(ids, rules, { seed: 3 }));
    const [first, second] = of.best.pairs;
    if (first === undefined || second === undefined) return;
    for (const two of [[first[0], second[1]] as const, [first[1], second[0]] as const]) {
      const rest = solveCore(
        of.field,
        of.best.places.filter((place) => !two.some((one) => of.placeOf.get(one) === place)),
      );
      const worth = weightOf(of.problem, two[0], two[1]);
      const found = lossOf(of, two)?.value ?? null;
      expect(found).toBe(worth === 0 ? null : of.best.certificate.primal - worth - rest.certificate.primal);
    }
  });
});

describe('the best alternatives of a person', () => {
  it('are exactly those that trying everything finds, in proven order', () => {
    forAnyProblem(9, 120, (problem) => {
      const of = weighed(problem);
      const [one] = problem.ids;
      if (one === undefined) return;
      const present: readonly PersonId[] = of.best.pairs.find((pair) => pair.includes(one)) ?? [];
      const losses = problem.ids
        .filter((other) => other !== one && !present.includes(other) && weightOf(problem, one, other) > 0)
        .map((other) => lossByTrying(problem, one, other))
        .sort((a, b) => a - b);
      const found = bestAlternatives(of, one, 3);
      expect(found.map(({ loss }) => loss.value)).toEqual(losses.slice(0, 3));
      for (const { partnerId, loss } of found) expect(loss.value).toBe(lossByTrying(problem, one, partnerId));
    });
  });

  it('of one of several hundred people are matched with, and cost just as much as was said', () => {
    const { ids, rules } = largeOrganisation(300, 3);
    const of = weighed(problemOf(ids, rules, { seed: 3 }));
    const [one] = ids;
    if (one === undefined) return;
    const found = bestAlternatives(of, one, 3);
    expect(found).toHaveLength(3);
    for (const { partnerId, loss } of found) {
      const forced = match(ids, rules, { seed: 3, locks: [[one, partnerId]] });
      const value = forced.ok ? forced.value.certificate.primal + weightOf(of.problem, one, partnerId) : 0;
      expect(of.best.certificate.primal - value).toBe(loss.value);
    }
  });
});
