import { costOf, mostWeighed, otherPartners, ruledOutFor } from '@coaching-pairs/shared/matching/cost';
import { match } from '@coaching-pairs/shared/matching/match';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { plainRules } from '@coaching-pairs/shared/matching/rules';
import { costText, shortCostText } from '@coaching-pairs/shared/words/cost-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { company, id, someday } from '../organisation/company.js';

const words = wordsFor('en-GB');
const six = ['Ana', 'Ben', 'Cem', 'Dee', 'Eve', 'Fay'].reduce((so, name) => so.has(name), company());
const people = six.people.map((person) => person.id);
const plain = plainRules(six.organisation(), someday);
const trusts = [
  { by: id('Ana'), in: id('Dee') },
  { by: id('Dee'), in: id('Ana') },
];

describe('what another choice would cost', () => {
  it('[CP-24c] tells nobody who trusts whom, neither in a number nor in an order', () => {
    const [open, hidden] = [problemOf(people, plain, { seed: 1 }), problemOf(people, { ...plain, trusts }, { seed: 1 })];
    for (const one of people) {
      expect(otherPartners(hidden, one, { present: [], most: 5 })).toEqual(otherPartners(open, one, { present: [], most: 5 }));
      for (const other of people) if (one !== other) expect(costOf(hidden, [one, other])).toEqual(costOf(open, [one, other]));
    }
  });

  it('begins with the partner of the best set of matches where the present one is another, and never names the present one', () => {
    const problem = problemOf(people, plain, { seed: 1 });
    const best = match(people, plain, { seed: 1 });
    const pair = best.ok ? best.value.pairs[0]?.members : undefined;
    const [one, other] = pair ?? [];
    if (one === undefined || other === undefined) return expect.unreachable();
    const third = people.find((person) => person !== one && person !== other) ?? one;
    const elsewhere = otherPartners(problem, one, { present: [third], most: 3 });
    expect(elsewhere?.[0]).toMatchObject({ partnerId: other, cost: { unpaired: 0, points: 0 } });
    expect(elsewhere?.map(({ partnerId }) => partnerId)).not.toContain(third);
    const here = otherPartners(problem, one, { present: [other], most: 3 });
    expect(here).toHaveLength(3);
    expect(here?.map(({ partnerId }) => partnerId)).not.toContain(other);
    for (const { partnerId, cost } of here ?? []) expect(cost).toEqual(costOf(problem, [one, partnerId]));
  });

  it('is not worked out where too many take part, for three people, or for somebody who takes no part', () => {
    const crowd = Array.from({ length: mostWeighed + 1 }, (_, index) => id(`Person ${index}`));
    const large = problemOf(crowd, plain, { seed: 1 });
    expect(otherPartners(large, crowd[0] ?? id('Ana'), { present: [], most: 3 })).toBeNull();
    expect(costOf(large, crowd.slice(0, 2))).toBeNull();
    const problem = problemOf(people, plain, { seed: 1 });
    expect(costOf(problem, people.slice(0, 3))).toBeNull();
    expect(otherPartners(problem, id('Zoe'), { present: [], most: 3 })).toEqual([]);
  });

  it('[CP-33] counts by rule whom somebody cannot be paired with, each person once, and no match that came to nothing', () => {
    const all = six.has('Gus', { under: 'Ana' }).has('Hal', { department: 'Ana' }).has('Ivy', { department: 'Ana' });
    const ids = all.people.map((person) => person.id);
    const problem = problemOf(ids, plainRules(all.organisation(), someday), { seed: 1, forbid: [[id('Ana'), id('Ben')]] });
    expect(ruledOutFor(problem, id('Ana'))).toEqual([
      { code: 'same-function', count: 2 },
      { code: 'in-one-line', count: 1 },
    ]);
  });

  it('says which function would be short of a partner, by how many, and nothing of who trusts whom', () => {
    const care = ['Gus', 'Hal', 'Ivy', 'Jon'].reduce((so, name) => so.has(name, { department: 'Care' }), company());
    const all = ['Ana', 'Ben', 'Cem', 'Dee'].reduce((so, name) => so.has(name, { department: `The office of ${name}` }), care);
    const rules = { ...plainRules(all.organisation(), someday), trusts };
    const problem = problemOf(
      all.people.map((person) => person.id),
      rules,
      { seed: 1 },
    );
    expect(costOf(problem, [id('Ana'), id('Gus')])).toMatchObject({ unpaired: 0, short: [] });
    const short = [{ functionName: 'Care', count: 2 }];
    expect(costOf(problem, [id('Ana'), id('Dee')])).toMatchObject({ unpaired: 2, short });
    expect(otherPartners(problem, id('Ana'), { present: [], most: 7 })?.at(-1)).toMatchObject({ cost: { unpaired: 2, short } });
  });

  it('is told in words: nothing, points beside what all are worth, or people without a match', () => {
    const some = { unpaired: 0, short: [], leaderAlone: false, points: 0, ofPoints: 2_900 };
    expect(costText(words, some)).toMatch(/^Costs nothing/u);
    expect(costText(words, { ...some, points: 1 })).toContain('lose 1 point of 2,900.');
    expect(costText(words, { ...some, leaderAlone: true })).toBe('Kept together, the round leader would stay without a match.');
    expect(costText(words, { ...some, unpaired: 2 })).toContain('2 people more');
    const short = [{ functionName: 'Operations', count: 1 }];
    expect(costText(words, { ...some, unpaired: 1, short })).toBe(
      'Kept together, one person more would stay without a match. This would leave Operations one short.',
    );
    const two = [...short, { functionName: 'Sales', count: 2 }];
    expect(shortCostText(words, { ...some, unpaired: 3, short: two })).toMatch(/This would leave Operations one and Sales 2 short\.$/u);
    for (const unnamed of [[...short, { functionName: null, count: 1 }], two, [...two, ...two]])
      expect(shortCostText(words, { ...some, unpaired: 2, short: unnamed })).toBe('2 people more would stay without a match.');
    expect(shortCostText(words, some)).toBe('Costs the other matches nothing.');
    expect(shortCostText(words, { ...some, points: 3 })).toBe('All matches together lose 3 points of 2,900.');
    expect(shortCostText(words, { ...some, leaderAlone: true })).toBe('The round leader would stay without a match.');
    expect(shortCostText(words, { ...some, unpaired: 1 })).toBe('One person more would stay without a match.');
  });
});
