import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { problemOf, weightOf, whyNot } from '@coaching-pairs/shared/matching/problem';
import { groupsOf } from '@coaching-pairs/shared/matching/rematch';
import { levelsAbove } from '@coaching-pairs/shared/organisation/chains';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestBySubsets, randomFrom } from './graphs.js';
import { type Invented, inventedOrganisation, shuffled } from './organisations.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const odds = fc.constantFrom('trio', 'reserve', 'leave' as const);

const matched = ({ ids, rules }: Invented, odd: 'trio' | 'reserve' | 'leave' = 'trio'): MatchResult => {
  const result = match(ids, rules, { seed: 5, odd });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const links = (result: MatchResult): readonly (readonly [PersonId, PersonId])[] =>
  groupsOf(result).flatMap((members) => members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other] as const)));

const forAnyOrganisation = (most: number, runs: number, check: (invented: Invented, seed: number) => void): void => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: most }), (seed, size) => check(inventedOrganisation(randomFrom(seed), size), seed)),
    { numRuns: runs },
  );
};

describe('for any organisation', () => {
  it('every result passes its own check, and everybody is accounted for', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 24 }), odds, (seed, size, odd) => {
        const invented = inventedOrganisation(randomFrom(seed), size);
        const result = matched(invented, odd);
        const people = [...groupsOf(result).flat(), ...result.unmatched.map(({ personId }) => personId)];
        expect(people.toSorted()).toEqual([...invented.ids].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('[CP-22] [CP-24a] nobody is paired along a line of management, except beyond the reach of the upper one', () => {
    forAnyOrganisation(30, 200, (invented) => {
      const { organisation, reach, roundLeaderId } = invented.rules;
      const result = matched(invented);
      for (const [one, other] of links(result)) {
        for (const [upper, lower] of [[one, other] as const, [other, one] as const]) {
          const levels = levelsAbove(organisation, upper, lower);
          if (levels === null) continue;
          const decided = reach.findLast(({ personId }) => personId === upper)?.levels;
          const least = decided === undefined && upper !== roundLeaderId ? Number.POSITIVE_INFINITY : Math.max(1, Number(decided ?? 1));
          expect(levels).toBeGreaterThan(least);
          expect(result.leaning.some(({ members }) => members.includes(one) && members.includes(other))).toBe(true);
        }
      }
    });
  });

  it('[CP-20] two people of one function are never paired', () => {
    forAnyOrganisation(30, 200, (invented) => {
      const { functionOf } = invented.rules.organisation;
      for (const [one, other] of links(matched(invented))) {
        if (functionOf.has(one)) expect(functionOf.get(one)).not.toBe(functionOf.get(other));
      }
    });
  });

  it('[CP-15] [CP-21] past partners and people who work closely are never paired, unless a repeat was allowed', () => {
    forAnyOrganisation(20, 200, (invented) => {
      const { rules } = invented;
      const are = (one: PersonId, other: PersonId, two: readonly PersonId[]): boolean => two.includes(one) && two.includes(other);
      for (const [one, other] of links(matched(invented))) {
        expect(rules.worksClosely.some((entry) => are(one, other, [entry.by, entry.with]))).toBe(false);
        const again = rules.pastPairs.some(({ memberIds }) => are(one, other, memberIds));
        expect(again && !rules.repeatsAllowed.some((two) => are(one, other, two))).toBe(false);
      }
    });
  });

  it('the order of input changes nothing', () => {
    forAnyOrganisation(20, 150, (invented, seed) => {
      const random = randomFrom(seed + 1);
      const organisation = organise({ people: shuffled(random, invented.people), corrections: [], functions: [] });
      const plain = organise({ people: invented.people, corrections: [], functions: [] });
      const rules = { ...invented.rules, organisation: plain };
      const mixed = {
        ...rules,
        organisation,
        trusts: shuffled(random, rules.trusts),
        worksClosely: shuffled(random, rules.worksClosely),
        pastPairs: shuffled(random, rules.pastPairs),
      };
      expect(matched({ ...invented, ids: shuffled(random, invented.ids), rules: mixed })).toEqual(matched({ ...invented, rules }));
    });
  });

  it('[CP-23] job titles change nothing', () => {
    forAnyOrganisation(20, 150, (invented, seed) => {
      const titles = shuffled(randomFrom(seed + 1), invented.people).map((person) => person.jobTitle);
      const retitled = invented.people.map((person, index) => ({ ...person, jobTitle: titles[index] ?? null }));
      const of = (people: Invented['people']): MatchResult =>
        matched({ ...invented, rules: { ...invented.rules, organisation: organise({ people, corrections: [], functions: [] }) } });
      expect(of(retitled)).toEqual(of(invented.people));
    });
  });

  it('nothing better exists: trying every matching finds the same value', () => {
    forAnyOrganisation(10, 400, ({ ids, rules }) => {
      const problem = problemOf(ids, rules, { seed: 5 });
      const n = ids.length;
      const weight = Float64Array.from({ length: n * n }, (_, cell) =>
        Math.floor(cell / n) === cell % n
          ? 0
          : weightOf(problem, problem.ids[Math.floor(cell / n)] as PersonId, problem.ids[cell % n] as PersonId),
      );
      const result = match(ids, rules, { seed: 5 });
      expect(result.ok && result.value.certificate.primal).toBe(bestBySubsets({ n, weight }));
    });
  });

  it('no other trio is better where the choice is proven: trying all of them finds none', () => {
    forAnyOrganisation(9, 250, (invented) => {
      const { ids, rules } = invented;
      const problem = problemOf(ids, rules, { seed: 5 });
      const value = (groups: readonly (readonly PersonId[])[]): number =>
        groups.reduce((sum, members) => {
          const all = members.flatMap((one, index) => members.slice(index + 1).map((other) => weightOf(problem, one, other)));
          return sum + all.reduce((a, b) => a + b, 0) / (members.length === 3 ? 2 : 1);
        }, 0);
      const best = (rest: readonly PersonId[], trioLeft: boolean): number => {
        const [one, ...others] = rest;
        if (one === undefined) return 0;
        let most = best(others, trioLeft);
        others.forEach((other, index) => {
          if (weightOf(problem, one, other) === 0) return;
          const left = others.filter((id) => id !== other);
          most = Math.max(most, value([[one, other]]) + best(left, trioLeft));
          if (!trioLeft) return;
          for (const third of others.slice(index + 1)) {
            if (weightOf(problem, one, third) === 0 || weightOf(problem, other, third) === 0) continue;
            most = Math.max(
              most,
              value([[one, other, third]]) +
                best(
                  left.filter((id) => id !== third),
                  false,
                ),
            );
          }
        });
        return most;
      };
      const result = matched(invented);
      expect(result.exact).toBe(true);
      expect(value(groupsOf(result))).toBe(best(problem.ids, true));
    });
  });

  it('as many stay without a partner as the witness says, and its groups are odd and have only the barrier', () => {
    forAnyOrganisation(24, 300, (invented) => {
      const { ids, rules } = invented;
      const result = match(ids, rules, { seed: 5 });
      if (!result.ok || result.value.deficiency === null) return;
      const { unmatched, barrier, components } = result.value.deficiency;
      const problem = problemOf(ids, rules, { seed: 5 });
      expect(unmatched).toBe(result.value.unmatched.length);
      expect(components.length - barrier.length).toBe(unmatched);
      for (const component of components) {
        expect(component.length % 2).toBe(1);
        const outside = ids.filter((id) => !component.includes(id) && !barrier.includes(id));
        for (const one of component) for (const other of outside) expect(whyNot(problem, one, other)).not.toEqual([]);
      }
    });
  });

  it('[CP-03] the round leader is left out only when nobody at all may be their partner', () => {
    forAnyOrganisation(20, 200, (invented) => {
      const leader = invented.rules.roundLeaderId;
      const result = matched(invented, 'leave');
      if (leader === null || !invented.ids.includes(leader)) return;
      const problem = problemOf(invented.ids, invented.rules, { seed: 5 });
      const possible = invented.ids.some((other) => whyNot(problem, leader, other).length === 0);
      expect(result.leaderWithoutPartner).toBe(possible ? null : leader);
    });
  });
});
