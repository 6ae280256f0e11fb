import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchOptions, MatchRefusal, MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { groupsOf, rematch } from '@coaching-pairs/shared/matching/rematch';
import { type MatchingRules, plainRules } from '@coaching-pairs/shared/matching/rules';
import { verify } from '@coaching-pairs/shared/matching/verify';
import { deficiencyText } from '@coaching-pairs/shared/words/finding-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { type Company, company, id, someday } from '../organisation/company.js';

const people = (...names: readonly string[]): Company => names.reduce((all, name) => all.has(name), company());
const idsIn = (all: Company) => all.people.map((person) => person.id);
const rulesFor = (all: Company, more: Partial<MatchingRules> = {}): MatchingRules => ({
  ...plainRules(all.organisation(), someday),
  ...more,
});
const run = (all: Company, options: Partial<MatchOptions> = {}, more: Partial<MatchingRules> = {}) =>
  match(idsIn(all), rulesFor(all, more), { seed: 1, ...options });
const matched = (...asked: Parameters<typeof run>): MatchResult => {
  const result = run(...asked);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const refusal = (...asked: Parameters<typeof run>): MatchRefusal | null => {
  const result = run(...asked);
  return result.ok ? null : result.error;
};
const names = (result: MatchResult): readonly string[] => groupsOf(result).map((members) => members.join('+'));

const four = people('Ana', 'Ben', 'Cem', 'Dee');
const five = four.has('Eve');

describe('matching', () => {
  it('[CP-24c] puts people together who trust each other, and says nothing of it', () => {
    const trusts = [
      { by: id('Ana'), in: id('Dee') },
      { by: id('Dee'), in: id('Ana') },
    ];
    expect(names(matched(four, {}, { trusts }))).toEqual(['ana+dee', 'ben+cem']);
  });

  it('prefers one matching for everybody to the one best pair', () => {
    const trusts = [
      { by: id('Ana'), in: id('Dee') },
      { by: id('Dee'), in: id('Ana') },
    ];
    const keptApart = [[id('Ben'), id('Cem')]] as const;
    expect(matched(four, {}, { trusts, keptApart }).unmatched).toEqual([]);
  });

  it('of nobody is nobody', () => {
    expect(matched(company())).toMatchObject({ pairs: [], unmatched: [], trio: null, exact: true, certificate: { gap: 0 } });
  });

  it('proves its result with prices that cost exactly what the pairs are worth', () => {
    const { certificate } = matched(four);
    expect(certificate).toMatchObject({ gap: 0, checkedPairs: 6 });
    expect(certificate.dual).toBe(certificate.primal);
  });

  it('another seed breaks ties otherwise, the same seed alike', () => {
    const seen = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => names(matched(four, { seed })).join()));
    expect(seen.size).toBeGreaterThan(1);
    expect(names(matched(four, { seed: 7 }))).toEqual(names(matched(four, { seed: 7 })));
  });
});

describe('odd numbers', () => {
  it('leave one out by name, put three together, or name a reserve', () => {
    const left = matched(five);
    expect(left.unmatched).toEqual([{ personId: expect.any(String), why: 'odd' }]);
    const trio = matched(five, { odd: 'trio' });
    expect([trio.trio?.members.length, trio.pairs.length, trio.unmatched.length, trio.exact]).toEqual([3, 1, 0, true]);
    const reserve = matched(five, { odd: 'reserve', reserveId: id('Eve') });
    expect([reserve.reserveId, reserve.unmatched]).toEqual([id('Eve'), [{ personId: id('Eve'), why: 'reserve' }]]);
    const best = matched(five, { odd: 'reserve' });
    expect(best.unmatched).toEqual([{ personId: best.reserveId, why: 'reserve' }]);
  });

  it('a reserve stands by only where numbers are odd', () => {
    expect(matched(four, { odd: 'reserve', reserveId: id('Ana') })).toMatchObject({ reserveId: null, unmatched: [] });
  });

  it('[CP-20] [CP-22] three are put together only where all three links are legal', () => {
    const three = company().has('Ana').has('Ben', { department: 'Tax' }).has('Cem', { department: 'Tax' });
    const result = matched(three, { odd: 'trio' });
    expect(result.trio).toBeNull();
    expect(result.pairs).toHaveLength(1);
    expect(result.deficiency?.unmatched).toBe(1);
  });
});

describe('locks, declines and earlier drafts', () => {
  it('a locked pair or trio stays, and the others are matched around it', () => {
    expect(names(matched(four, { locks: [[id('Dee'), id('Cem')]] }))).toEqual(['ana+ben', 'cem+dee']);
    expect(names(matched(five, { locks: [[id('Dee'), id('Cem'), id('Eve')]] }))).toEqual(['ana+ben', 'cem+dee+eve']);
  });

  it('[CP-22] a lock against a rule is refused with the reason', () => {
    const line = company().has('Priya').has('Sam', { under: 'Priya' });
    expect(refusal(line, { locks: [[id('Sam'), id('Priya')]] })).toMatchObject({
      code: 'lock-against-rule',
      reasons: [{ code: 'in-one-line' }],
    });
    expect(
      refusal(four, {
        locks: [
          [id('Ana'), id('Ben')],
          [id('Ben'), id('Cem')],
        ],
      }),
    ).toEqual({ code: 'lock-overlaps', personId: id('Ben') });
    expect(refusal(four, { locks: [[id('Ana')]] })).toMatchObject({ code: 'lock-not-two-or-three' });
  });

  it('doubled and unknown participants, and a reserve who is not free, are refused', () => {
    const rules = rulesFor(four);
    expect(match([id('Ana'), id('Ana')], rules, { seed: 1 })).toMatchObject({ error: { code: 'duplicate-participant' } });
    expect(match([id('Zoe')], rules, { seed: 1 })).toMatchObject({ error: { code: 'unknown-participant' } });
    expect(refusal(five, { odd: 'reserve', reserveId: id('Zoe') })).toMatchObject({ code: 'reserve-not-free' });
  });

  it('after a decline the two are not put together again, and as few others as possible are disturbed', () => {
    const ten = people(...'ABCDEFGHIJ');
    const before = matched(ten);
    const [declined, ...rest] = groupsOf(before);
    const [one, other] = declined ?? [];
    if (one === undefined || other === undefined) throw new Error('nobody was matched');
    const changes = { participants: idsIn(ten), kept: [], declined: [[one, other]] as const };
    const after = rematch(before, changes, rulesFor(ten), { seed: 1, inertia: 'strict' });
    const now = after.ok ? groupsOf(after.value).map(String) : [];
    expect(now).not.toContain(String(declined));
    expect(now.filter((group) => rest.map(String).includes(group))).toHaveLength(3);
  });

  it('a pair whose members have all accepted is never taken apart', () => {
    const before = matched(five, { odd: 'trio' });
    const kept = groupsOf(before).slice(0, 1);
    const after = rematch(before, { participants: idsIn(five.has('Fay')), kept, declined: [] }, rulesFor(five.has('Fay')), { seed: 9 });
    expect(after.ok && groupsOf(after.value).map(String)).toContain(String(kept[0]));
  });

  it('[CP-15] a repeat that was allowed is used only where nobody else is possible, the oldest first', () => {
    const pastPairs = [
      { memberIds: [id('Ana'), id('Ben')], roundsAgo: 1 },
      { memberIds: [id('Ana'), id('Cem')], roundsAgo: 2 },
      { memberIds: [id('Ana'), id('Dee')], roundsAgo: 3 },
    ];
    const repeatsAllowed = [
      [id('Ana'), id('Ben')],
      [id('Ana'), id('Cem')],
    ] as const;
    expect(names(matched(four, {}, { pastPairs, repeatsAllowed }))).toEqual(['ana+cem', 'ben+dee']);
    expect(names(matched(four.has('Eve').has('Fay'), {}, { pastPairs, repeatsAllowed }))).not.toContain('ana+cem');
  });
});

describe('the round leader', () => {
  const line = company()
    .has('Priya')
    .has('Sam', { under: 'Priya' })
    .has('Kim', { under: 'Priya' })
    .has('Ana', { under: 'Sam' })
    .has('Ben', { under: 'Kim' })
    .has('Out');

  it('[CP-24a] is given a partner outside their chain before one inside it', () => {
    const result = matched(line, {}, { roundLeaderId: id('Priya') });
    expect(names(result)).toContain('out+priya');
    expect(result.leaning).toEqual([]);
  });

  it('[CP-24a] leans on the reach where there is nobody else, and the pair is listed', () => {
    const inside = line.correct('Out', { under: 'Sam' });
    const result = matched(inside, {}, { roundLeaderId: id('Priya') });
    expect(result.leaning.map(({ members }) => members)).toEqual([expect.arrayContaining([id('Priya')])]);
  });

  it('[CP-03] is reported when nobody may be their partner', () => {
    const small = company().has('Priya').has('Sam', { under: 'Priya' }).has('Kim', { under: 'Priya' });
    const result = matched(small, {}, { roundLeaderId: id('Priya') });
    expect(result.leaderWithoutPartner).toBe(id('Priya'));
    expect(result.unmatched).toEqual([{ personId: id('Priya'), why: 'nobody-possible' }]);
  });
});

describe('when not everybody can be paired', () => {
  it('tells the function that is too large, with numbers', () => {
    const crowd = Array.from({ length: 68 }, (_, index) => `Op${index}`).reduce(
      (all, name) => all.has(name, { department: 'Operations' }),
      company(),
    );
    const all = Array.from({ length: 52 }, (_, index) => `Other${index}`).reduce((all, name) => all.has(name), crowd);
    const { deficiency, unmatched } = matched(all);
    expect(unmatched.map(({ why }) => why)).toEqual(Array.from({ length: 16 }, () => 'numbers'));
    expect(deficiency).toMatchObject({ unmatched: 16, participants: 120 });
    expect(deficiency?.barrier).toHaveLength(52);
    expect(deficiency && deficiencyText(wordsFor('en-GB'), deficiency)).toBe(
      'Operations has 68 of 120 participants; the others offer 52 partners, so 16 must stay unpaired.',
    );
  });
});

describe('the check of a result', () => {
  const problem = problemOf(idsIn(five), rulesFor(five), { seed: 1 });
  const honest = matched(five);

  it('finds a result that is worth less than possible, leaves somebody out, or breaks a rule', () => {
    expect(verify(problem, honest)).toEqual([]);
    expect(verify(problem, { ...honest, pairs: honest.pairs.slice(1) })).not.toEqual([]);
    expect(verify(problem, { ...honest, unmatched: [] })).not.toEqual([]);
    const strict = problemOf(idsIn(five), rulesFor(five, { keptApart: [[id('Ana'), honest.pairs[0]?.members[1] ?? id('Ben')]] }), {
      seed: 1,
    });
    expect(verify(strict, honest)).not.toEqual([]);
  });

  it('finds a proof whose prices do not cover a pair, are negative, or are about other people', () => {
    const { certificate } = honest;
    const withPrices = (prices: readonly number[]) => verify(problem, { ...honest, certificate: { ...certificate, prices } });
    expect(withPrices(certificate.prices.map(() => 0))).not.toEqual([]);
    expect(withPrices(certificate.prices.map((price) => price - 1e9))).not.toEqual([]);
    expect(verify(problem, { ...honest, certificate: { ...certificate, ids: certificate.ids.slice(1) } })).not.toEqual([]);
    expect(verify(problem, { ...honest, exact: false })).not.toEqual([]);
  });
});
