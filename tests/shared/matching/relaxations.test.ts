import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchOptions } from '@coaching-pairs/shared/matching/outcome';
import { problemOf, weightOf, whyNot } from '@coaching-pairs/shared/matching/problem';
import type { Relaxation } from '@coaching-pairs/shared/matching/relaxations/relaxation';
import { mostForRelaxations, relaxationsFor } from '@coaching-pairs/shared/matching/relaxations/relaxations';
import { type Asked, relaxed } from '@coaching-pairs/shared/matching/relaxations/relaxed';
import { type WaivableRule, waivableBy } from '@coaching-pairs/shared/matching/relaxations/waivable';
import { type MatchingRules, plainRules, type Two } from '@coaching-pairs/shared/matching/rules';
import { levelsAbove } from '@coaching-pairs/shared/organisation/chains';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largeOrganisation } from '../../bench/large-organisation.js';
import { type Company, company, id, someday } from '../organisation/company.js';
import { bestBySubsets, randomFrom } from './graphs.js';
import { inventedOrganisation } from './organisations.js';

const leave: MatchOptions = { seed: 1, odd: 'leave' };

const askedOf = (all: Company, more: Partial<MatchingRules> = {}): Asked => ({
  participants: all.people.map((person) => person.id),
  rules: { ...plainRules(all.organisation(), someday), ...more },
});

const matched = ({ participants, rules }: Asked, options = leave) => {
  const result = match(participants, rules, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const offered = (asked: Asked, options = leave): readonly Relaxation[] => relaxationsFor(asked, options, matched(asked, options));

const offer = (asked: Asked, code: Relaxation['change']['code']): Relaxation | undefined =>
  offered(asked).find(({ change }) => change.code === code);

/** How many of the people asked about have no partner once the change is made. */
const aloneWith = (asked: Asked, change: Relaxation['change']): number => {
  const present = new Set(asked.participants);
  return matched(relaxed(asked, change)).unmatched.filter(({ personId }) => present.has(personId)).length;
};

const crowd = (all: Company, count: number, name: string, department: string, under?: string): Company =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).reduce(
    (so, one) => so.has(one, { department, ...(under === undefined ? {} : { under }) }),
    all,
  );

const two = (one: string, other: string): Two => [id(one), id(other)];

describe('when not everybody can be paired, what would help', () => {
  it('is as many people of other functions as have no partner, and not one more', () => {
    const all = crowd(crowd(company(), 7, 'Op', 'Operations'), 3, 'Tax', 'Tax');
    const invite = offer(askedOf(all), 'invite');
    expect(invite).toEqual({
      change: { code: 'invite', count: 4, functions: ['Operations'] },
      paired: 4,
      givenUp: 4,
      lessPerPair: null,
    });
  });

  it('[CP-15] is that past partners meet again: as few as it takes, and of these the oldest', () => {
    const all = company().has('Ana').has('Ben').has('Cem').has('Dee');
    const pastPairs = [
      ['Ana', 'Ben', 1],
      ['Ana', 'Cem', 2],
      ['Ana', 'Dee', 3],
      ['Ben', 'Cem', 1],
      ['Ben', 'Dee', 1],
      ['Cem', 'Dee', 1],
    ] as const;
    const asked = askedOf(all, { pastPairs: pastPairs.map(([a, b, roundsAgo]) => ({ memberIds: two(a, b), roundsAgo })) });
    const again = offer(asked, 'repeats');
    expect([again?.paired, again?.givenUp]).toEqual([4, 2]);
    expect(again?.change).toMatchObject({ pairs: expect.arrayContaining([{ members: two('Ana', 'Dee'), roundsAgo: 3 }]) });
  });

  it('is that two whom an organiser keeps apart no longer are', () => {
    const all = company().has('Ana').has('Ben');
    const asked = askedOf(all, { keptApart: [two('Ana', 'Ben'), two('Ana', 'Ben')] });
    expect(offer(asked, 'kept-apart')).toMatchObject({ change: { pairs: [two('Ana', 'Ben')] }, paired: 2, givenUp: 1 });
    expect(aloneWith(asked, { code: 'kept-apart', pairs: [two('Ben', 'Ana')] })).toBe(0);
  });

  it('[CP-20] is that the departments of a function count as functions of their own', () => {
    const all = crowd(crowd(company().group('Care', 'Wards', 'Clinics'), 4, 'W', 'Wards'), 4, 'C', 'Clinics')
      .has('Ann')
      .has('Bea');
    const split = offer(askedOf(all), 'split-function');
    expect(split).toMatchObject({
      change: { functionName: 'Care', departments: ['Clinics', 'Wards'] },
      paired: 6,
      givenUp: 1,
    });
  });

  it('[CP-24a] is a reach that excludes fewer levels, and never a direct report', () => {
    const line = company().has('Priya').has('Sam', { under: 'Priya' }).has('Kim', { under: 'Sam' }).has('Lea', { under: 'Kim' });
    const reach = offer(askedOf(line), 'reach');
    const decisions = [
      { personId: id('Priya'), levels: 1, partnerId: id('Kim') },
      { personId: id('Sam'), levels: 1, partnerId: id('Lea') },
    ];
    expect(reach).toMatchObject({ change: { code: 'reach', decisions }, paired: 4, givenUp: 2 });
    const beside = line.has('Ann', { department: 'Sam' });
    expect(offer(askedOf(beside, { keptApart: [two('Ann', 'Priya'), two('Ann', 'Kim')] }), 'reach')).toMatchObject({
      change: { decisions: [{ personId: id('Priya'), levels: 1, partnerId: id('Kim') }] },
      paired: 2,
    });
    const direct = company().has('Priya').has('Sam', { under: 'Priya' });
    expect(offered(askedOf(direct)).map(({ change }) => change.code)).not.toContain('reach');
  });

  it('[CP-21] [CP-22] is never what somebody has entered of whom they work closely with, nor a dotted line', () => {
    const all = company().has('Ana').has('Ben').has('Cem').has('Dee');
    const asked = askedOf(all, {
      worksClosely: [{ by: id('Ana'), with: id('Ben') }],
      dottedLines: [{ upper: id('Cem'), lower: id('Dee') }],
      keptApart: [two('Ana', 'Ben'), two('Cem', 'Dee'), two('Ana', 'Cem'), two('Ana', 'Dee'), two('Ben', 'Cem'), two('Ben', 'Dee')],
    });
    const apart = offer(asked, 'kept-apart');
    expect(apart?.paired).toBe(4);
    expect(JSON.stringify(apart?.change)).not.toContain(JSON.stringify(two('Ana', 'Ben')));
    expect(offered(asked).map(({ change }) => change.code)).toEqual(['kept-apart', 'invite']);
  });

  it('is nothing where numbers are odd at most', () => {
    expect(offered(askedOf(company().has('Ana').has('Ben').has('Cem')), { seed: 1, odd: 'trio' })).toEqual([]);
  });

  it('helps nobody above everybody with an invitation, and says by how much a pair is worth less', () => {
    const line = company().has('Priya').has('Sam', { under: 'Priya' }).has('Kim', { under: 'Sam' });
    const asked = askedOf(line);
    expect(offer(asked, 'invite')).toMatchObject({ change: { count: 2 }, paired: 2 });
    expect(offer(asked, 'reach')?.lessPerPair).toEqual(expect.any(Number));
  });

  it('[CP-24c] does not tell from its points whom anybody trusts', () => {
    const all = crowd(crowd(company().group('Care', 'Wards', 'Clinics'), 3, 'W', 'Wards'), 3, 'C', 'Clinics')
      .has('Ann')
      .has('Bea');
    const trusts = (one: string, other: string) => [
      { by: id(one), in: id(other) },
      { by: id(other), in: id(one) },
    ];
    const costs = (more: Partial<MatchingRules>) => offered(askedOf(all, more)).map(({ lessPerPair }) => lessPerPair);
    expect(costs({ trusts: trusts('Ann', 'W0') })).toEqual(costs({}));
  });
});

/** The most people that can be paired when these pairs are legal too. */
const mostPaired = ({ participants, rules }: Asked, more: readonly Two[]): number => {
  const problem = problemOf(participants, rules, leave);
  const n = problem.ids.length;
  const weight = new Float64Array(n * n);
  problem.ids.forEach((one, u) => {
    problem.ids.forEach((other, v) => {
      const isExcepted = more.some((pair) => pair.includes(one) && pair.includes(other) && one !== other);
      weight[u * n + v] = isExcepted || (u !== v && weightOf(problem, one, other) > 0) ? 1 : 0;
    });
  });
  return 2 * bestBySubsets({ n, weight });
};

/** All choices of so many pairs. */
const choices = (pairs: readonly Two[], count: number): readonly (readonly Two[])[] =>
  count === 0 ? [[]] : pairs.flatMap((pair, index) => choices(pairs.slice(index + 1), count - 1).map((rest) => [pair, ...rest]));

const exceptedBy = ({ change }: Relaxation): readonly Two[] => {
  if (change.code === 'repeats') return change.pairs.map(({ members }) => members);
  if (change.code === 'kept-apart') return change.pairs;
  return change.code === 'reach' ? change.decisions.map(({ personId, partnerId }) => [personId, partnerId]) : [];
};

const forAnyOrganisation = (most: number, runs: number, check: (asked: Asked) => void): void => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: most }), (seed, size) => {
      const random = randomFrom(seed);
      const { ids, rules } = inventedOrganisation(random, size);
      const somebody = (): PersonId => ids[Math.floor(random() * ids.length)] ?? id('P0');
      const keptApart = Array.from({ length: Math.floor(random() * 5) }, () => [somebody(), somebody()] as const);
      check({ participants: ids, rules: { ...rules, keptApart: [...rules.keptApart, ...keptApart] } });
    }),
    { numRuns: runs },
  );
};

describe('for any organisation', () => {
  it('[CP-22] matching with what is offered pairs exactly as many more as promised, and nobody against their line', () => {
    forAnyOrganisation(26, 250, (asked) => {
      const before = matched(asked).unmatched.length;
      for (const { change, paired } of offered(asked)) {
        expect(before - aloneWith(asked, change), change.code).toBe(paired);
        const then = relaxed(asked, change);
        for (const { members } of matched(then).pairs) {
          const [one, other] = members;
          if (one === undefined || other === undefined) continue;
          expect([levelsAbove(then.rules.organisation, one, other), levelsAbove(then.rules.organisation, other, one)]).not.toContain(1);
        }
      }
    });
  });

  it('no fewer exceptions from a rule pair as many, and no more of them pair more', () => {
    forAnyOrganisation(10, 400, (asked) => {
      const problem = problemOf(asked.participants, asked.rules, leave);
      const now = mostPaired(asked, []);
      for (const rule of ['repeats', 'kept-apart', 'reach'] satisfies readonly WaivableRule[]) {
        const pairs = waivableBy(problem, rule).map(({ members }) => members);
        for (const [one, other] of pairs) expect(whyNot(problem, one, other)).not.toEqual([]);
        const found = offered(asked).find(({ change }) => change.code === rule);
        const excepted = found === undefined ? [] : exceptedBy(found);
        expect(mostPaired(asked, pairs)).toBe(now + (found?.paired ?? 0));
        expect(mostPaired(asked, excepted)).toBe(now + (found?.paired ?? 0));
        if (excepted.length === 0 || pairs.length > 8) continue;
        for (const fewer of choices(pairs, excepted.length - 1)) expect(mostPaired(asked, fewer)).toBeLessThan(now + (found?.paired ?? 0));
      }
    });
  });
});

describe('a thousand leaders of whom most are in one function', () => {
  const { ids, rules } = largeOrganisation(1_000, 4);
  const functionOf = new Map([...rules.organisation.functionOf].map(([one, name], index) => [one, index % 10 < 6 ? 'Operations' : name]));
  const asked: Asked = { participants: ids, rules: { ...rules, organisation: { ...rules.organisation, functionOf } } };

  it('are told what would help, and each offer keeps its promise', () => {
    const result = matched(asked);
    const found = relaxationsFor(asked, leave, result);
    expect(found.map(({ change }) => change.code)).toEqual(['split-function', 'invite']);
    for (const { change, paired } of found) expect(result.unmatched.length - aloneWith(asked, change)).toBe(paired);
  });

  it('would be too many beyond two thousand', () => {
    const many = Array.from({ length: mostForRelaxations + 1 }, (_, index) => id(`P${index}`));
    expect(relaxationsFor({ ...asked, participants: many }, leave, matched(asked))).toEqual([]);
  });
});
