import type { MatchOptions } from '@coaching-pairs/shared/matching/outcome';
import { points } from '@coaching-pairs/shared/matching/preferences';
import { problemOf, whyNot, whyThis } from '@coaching-pairs/shared/matching/problem';
import { type RuleReason, readableBy, refusalFor } from '@coaching-pairs/shared/matching/reasons';
import { type MatchingRules, plainRules } from '@coaching-pairs/shared/matching/rules';
import { describe, expect, it } from 'vitest';
import { type Company, company, id, someday } from '../organisation/company.js';

const tree = company()
  .has('Priya')
  .has('Sam', { under: 'Priya' })
  .has('Ana', { under: 'Sam' })
  .has('Tom', { under: 'Ana' })
  .has('Kim', { under: 'Priya' });

const asked = (people: Company, more: Partial<MatchingRules> = {}, options: Partial<MatchOptions> = {}) =>
  problemOf(
    people.people.map((person) => person.id),
    { ...plainRules(people.organisation(), someday), ...more },
    { seed: 1, ...options },
  );
const codes = (reasons: readonly { readonly code: string }[]): readonly string[] => reasons.map(({ code }) => code);
const against = (one: string, other: string, people: Company, more: Partial<MatchingRules> = {}): readonly RuleReason[] =>
  whyNot(asked(people, more), id(one), id(other));

describe('the management chain', () => {
  it('[CP-22] excludes direct and indirect managers, with the line as the reason', () => {
    expect(against('Tom', 'Priya', tree)).toEqual([
      { code: 'in-one-line', path: [id('Priya'), id('Sam'), id('Ana'), id('Tom')], audience: { kind: 'public' } },
    ]);
    expect(codes(against('Sam', 'Ana', tree))).toEqual(['in-one-line']);
    expect(against('Kim', 'Ana', tree)).toEqual([]);
  });

  it('[CP-24a] the upper person’s reach alone decides, and it is never less than 1', () => {
    const reach = [{ personId: id('Sam'), levels: 0 }];
    expect(codes(against('Sam', 'Ana', tree, { reach }))).toEqual(['in-one-line']);
    expect(against('Sam', 'Tom', tree, { reach })).toEqual([]);
    expect(codes(against('Ana', 'Tom', tree, { reach }))).toEqual(['in-one-line']);
    expect(codes(against('Priya', 'Tom', tree, { reach }))).toEqual(['in-one-line']);
    expect(codes(against('Sam', 'Tom', tree, { reach: [{ personId: id('Tom'), levels: 1 }] }))).toEqual(['in-one-line']);
  });

  it('[CP-24a] only the round leader’s reach defaults to 1, and a recorded one counts instead', () => {
    const roundLeaderId = id('Priya');
    expect(codes(against('Priya', 'Sam', tree, { roundLeaderId }))).toEqual(['in-one-line']);
    expect(against('Priya', 'Ana', tree, { roundLeaderId })).toEqual([]);
    expect(codes(against('Sam', 'Tom', tree, { roundLeaderId }))).toEqual(['in-one-line']);
    const reach = [{ personId: roundLeaderId, levels: 'whole' as const }];
    expect(codes(against('Priya', 'Ana', tree, { roundLeaderId, reach }))).toEqual(['in-one-line']);
  });

  it('[CP-24a] a pair that leans on a reach says so among its reasons', () => {
    const reasons = whyThis(asked(tree, { roundLeaderId: id('Priya') }), id('Tom'), id('Priya'));
    expect(reasons.find(({ code }) => code === 'beyond-reach')).toMatchObject({
      path: [id('Priya'), id('Sam'), id('Ana'), id('Tom')],
      reach: 1,
      audience: { kind: 'public' },
    });
  });

  it('[CP-22] in a cycle everybody is in one line with everybody, whatever one of them may reach', () => {
    const ring = company().has('Mia', { under: 'Lea' }).has('Lea', { under: 'Zoe' }).has('Zoe', { under: 'Mia' });
    expect(codes(against('Mia', 'Zoe', ring))).toEqual(['in-one-line']);
    expect(codes(against('Mia', 'Zoe', ring, { roundLeaderId: id('Zoe') }))).toEqual(['in-one-line']);
  });

  it('a dotted line excludes too, and only organisers read it', () => {
    const [reason] = against('Kim', 'Ana', tree, { dottedLines: [{ upper: id('Kim'), lower: id('Ana') }] });
    expect(reason).toEqual({ code: 'dotted-line', upper: id('Kim'), lower: id('Ana'), audience: { kind: 'organisers' } });
  });
});

describe('the other rules', () => {
  const two = company()
    .has('Ana', { department: 'Tax' })
    .has('Ben', { department: 'Tax' })
    .has('Cem')
    .has('Eve', { department: null })
    .has('Fay', { department: null });

  it('[CP-20] one function excludes, unless the people partner has tapped the pair through', () => {
    expect(codes(against('Ana', 'Ben', two))).toEqual(['same-function']);
    expect(against('Ana', 'Ben', two, { sameFunctionAllowed: [[id('Ben'), id('Ana')]] })).toEqual([]);
    expect(against('Eve', 'Fay', two)).toEqual([]);
  });

  it('[CP-15] past partners are excluded, a past trio by each of its links, unless a repeat was recorded', () => {
    const pastPairs = [
      { memberIds: [id('Ana'), id('Cem'), id('Eve')], roundsAgo: 3 },
      { memberIds: [id('Cem'), id('Ana')], roundsAgo: 1 },
    ];
    expect(against('Ana', 'Cem', two, { pastPairs })).toEqual([{ code: 'past-partners', roundsAgo: 1, audience: { kind: 'public' } }]);
    expect(codes(against('Cem', 'Eve', two, { pastPairs }))).toEqual(['past-partners']);
    expect(against('Ana', 'Cem', two, { pastPairs, repeatsAllowed: [[id('Ana'), id('Cem')]] })).toEqual([]);
  });

  it('[CP-21] either side’s entry that they work closely excludes the pair', () => {
    const worksClosely = [{ by: id('Ana'), with: id('Cem') }];
    expect(codes(against('Cem', 'Ana', two, { worksClosely }))).toEqual(['works-closely']);
    expect(codes(against('Ana', 'Cem', two, { worksClosely }))).toEqual(['works-closely']);
  });

  it('whoever is kept apart, has declined, or takes no part is excluded, all reasons named together', () => {
    const problem = asked(two, { keptApart: [[id('Cem'), id('Ana')]] }, { forbid: [[id('Ana'), id('Cem')]] });
    expect(codes(whyNot(problem, id('Ana'), id('Cem')))).toEqual(['kept-apart', 'declined']);
    expect(codes(whyNot(problem, id('Ana'), id('Zoe')))).toEqual(['not-participating']);
    expect(codes(whyNot(problem, id('Ana'), id('Ana')))).toEqual(['same-person']);
  });
});

describe('who may read a reason', () => {
  const people = company().has('Ana', { department: 'Tax' }).has('Ben', { department: 'Tax' }).has('Cem');
  const leader = (name: string) => ({ kind: 'leader', personId: id(name) }) as const;

  it('[CP-24d] a leader reads the organisation and past rounds, and of what was entered only their own', () => {
    const reasons = against('Ana', 'Ben', people, {
      worksClosely: [{ by: id('Ben'), with: id('Ana') }],
      pastPairs: [{ memberIds: [id('Ana'), id('Ben')], roundsAgo: 2 }],
    });
    expect(codes(readableBy(reasons, leader('Ana')))).toEqual(['same-function', 'past-partners']);
    expect(codes(readableBy(reasons, leader('Ben')))).toEqual(['same-function', 'past-partners', 'works-closely']);
    expect(codes(readableBy(reasons, { kind: 'organiser' }))).toEqual(['same-function', 'past-partners']);
  });

  it('[CP-24d] where there are only other reasons, the pair is simply not available this round', () => {
    const reasons = against('Ana', 'Cem', people, {
      worksClosely: [{ by: id('Cem'), with: id('Ana') }],
      keptApart: [[id('Ana'), id('Cem')]],
    });
    expect(refusalFor(reasons, leader('Ana'))).toEqual({ allowed: false, readable: [], notAvailable: true });
    expect(refusalFor(reasons, leader('Cem'))).toMatchObject({ notAvailable: false, readable: [{ code: 'works-closely' }] });
    expect(refusalFor([], leader('Ana'))).toEqual({ allowed: true, readable: [], notAvailable: false });
  });

  it('[CP-21] an organiser reads no more of what somebody entered than that the two are not available', () => {
    const reasons = against('Ana', 'Cem', people, { worksClosely: [{ by: id('Cem'), with: id('Ana') }] });
    expect(refusalFor(reasons, { kind: 'organiser' })).toEqual({ allowed: false, readable: [], notAvailable: true });
  });

  it('[CP-24c] mutual trust is read by nobody, and trust of one side alone counts nothing', () => {
    const trusts = [
      { by: id('Ana'), in: id('Cem') },
      { by: id('Cem'), in: id('Ana') },
    ];
    const mutual = whyThis(asked(people, { trusts }), id('Ana'), id('Cem'));
    expect(codes(mutual)).toContain('mutual-trust');
    for (const reader of [leader('Ana'), leader('Cem'), { kind: 'organiser' } as const]) {
      expect(codes(readableBy(mutual, reader))).not.toContain('mutual-trust');
    }
    expect(codes(whyThis(asked(people, { trusts: trusts.slice(1) }), id('Ana'), id('Cem')))).not.toContain('mutual-trust');
  });
});

describe('preferences', () => {
  it('[CP-24c] mutual trust is worth more than everything else of two pairs together', () => {
    const others =
      points.mostSteps * points.perStep + points.newTie + points.mostSharedHours * points.perSharedHour + points.language + points.place;
    expect(points.mutualTrust).toBeGreaterThan(2 * others);
    expect(points.mutualTrust + others).toBeLessThanOrEqual(4_000);
  });

  it('are distance, new ties, shared hours, a shared language and a shared place', () => {
    const people = tree
      .has('Ada', { under: 'Tom', timeZone: 'Europe/London', language: 'en-GB', location: 'Leeds ' })
      .has('Raj', { under: 'Kim', timeZone: 'Asia/Kolkata', language: 'en-IN', location: 'leeds' });
    const pastPairs = [{ memberIds: [id('Ada'), id('Raj')], roundsAgo: 1 }];
    const reasons = whyThis(asked(people, { pastPairs }), id('Ada'), id('Raj'));
    expect(reasons.map(({ code, points }) => [code, points])).toEqual([
      ['distance', 6 * 40],
      ['tie', 160],
      ['shared-hours', 75],
      ['shared-language', 160],
      ['same-place', 80],
      ['partners-again', 0],
    ]);
    expect(reasons.find(({ code }) => code === 'shared-hours')).toMatchObject({ minutes: 150 });
  });

  it('know that London and Kolkata have an hour more in common in summer', () => {
    const people = company().has('Ada', { timeZone: 'Europe/London' }).has('Raj', { timeZone: 'Asia/Kolkata' });
    const minutes = (startsAt: string): unknown =>
      whyThis(asked(people, { startsAt: startsAt as typeof someday }), id('Ada'), id('Raj')).find(({ code }) => code === 'shared-hours');
    expect(minutes('2026-12-01T00:00:00.000Z')).toMatchObject({ minutes: 150 });
    expect(minutes('2026-07-01T00:00:00.000Z')).toMatchObject({ minutes: 210 });
  });
});
