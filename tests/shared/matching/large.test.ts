import { match } from '@coaching-pairs/shared/matching/match';
import type { Certificate, MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { groupsOf } from '@coaching-pairs/shared/matching/rematch';
import { verify } from '@coaching-pairs/shared/matching/verify';
import { describe, expect, it } from 'vitest';
import { largeOrganisation } from '../../bench/large-organisation.js';
import { randomFrom } from './graphs.js';
import { shuffled } from './organisations.js';

const { ids, rules } = largeOrganisation(700, 4);
const problem = problemOf(ids, rules, { seed: 3 });

const matched = (people = ids, odd: 'trio' | 'leave' = 'leave'): MatchResult => {
  const result = match(people, rules, { seed: 3, odd });
  if (!result.ok) throw new Error(JSON.stringify(result.error).slice(0, 200));
  return result.value;
};

describe('seven hundred leaders', () => {
  const result = matched();

  it('are matched with a proof that the check accepts, whatever the order of input', () => {
    expect([result.pairs.length, result.unmatched, result.certificate.gap]).toEqual([350, [], 0]);
    expect(verify(problem, result)).toEqual([]);
    expect(matched(shuffled(randomFrom(9), ids))).toEqual(result);
  });

  it('with one more make a trio of whom everybody may be with each', () => {
    const odd = matched(ids.slice(1), 'trio');
    expect([odd.trio?.members.length, odd.unmatched.length]).toEqual([3, 0]);
    expect([odd.certificate.gap, odd.exact]).toEqual([0, true]);
    expect(new Set(groupsOf(odd).flat()).size).toBe(699);
  });

  it('have a proof that no longer passes when anything in it is changed', () => {
    const { certificate } = result;
    const refuses = (change: Partial<Certificate>): void => {
      expect(verify(problem, { ...result, certificate: { ...certificate, ...change } })).not.toEqual([]);
    };
    for (let place = 0; place < ids.length; place += 97) {
      refuses({ prices: certificate.prices.with(place, (certificate.prices[place] ?? 0) - 1) });
      const other = (place + 31) % ids.length;
      const moved = certificate.prices.with(place, (certificate.prices[place] ?? 0) - 20_000);
      refuses({ prices: moved.with(other, (certificate.prices[other] ?? 0) + 20_000) });
    }
    refuses({ primal: certificate.primal + 1, dual: certificate.dual + 1 });
    for (const [index, blossom] of certificate.blossoms.entries()) {
      if (index > 5) break;
      refuses({ blossoms: certificate.blossoms.with(index, { ...blossom, price: blossom.price + 1 }) });
      refuses({ blossoms: certificate.blossoms.with(index, { ...blossom, members: blossom.members.slice(1) }) });
    }
  });

  it('have a proof that does not pass for other pairs', () => {
    const [first, second] = result.pairs;
    const [a, b, c, d] = [...(first?.members ?? []), ...(second?.members ?? [])];
    if (a === undefined || b === undefined || c === undefined || d === undefined || first === undefined || second === undefined) return;
    const crossed = [{ ...first, members: [a, c] }, { ...second, members: [b, d] }, ...result.pairs.slice(2)];
    expect(verify(problem, { ...result, pairs: crossed })).not.toEqual([]);
  });
});

describe('a thousand leaders and one less', () => {
  it('have a trio that is proven best: no other choice of three is worth more', () => {
    const { ids, rules } = largeOrganisation(999, 1);
    const result = match(ids, rules, { seed: 7, odd: 'trio' });
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value).toMatchObject({ exact: true, unmatched: [], certificate: { gap: 0 } });
    expect(result.value.trio?.members).toHaveLength(3);
  }, 120_000);
});
