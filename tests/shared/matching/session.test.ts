import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { groupsOf, rematch } from '@coaching-pairs/shared/matching/rematch';
import type { Two } from '@coaching-pairs/shared/matching/rules';
import { decline, openSession } from '@coaching-pairs/shared/matching/session';
import { describe, expect, it } from 'vitest';
import { largeOrganisation } from '../../bench/large-organisation.js';
import { randomFrom } from './graphs.js';
import { inventedOrganisation } from './organisations.js';

const value = (result: MatchResult): number => result.certificate.primal;

/** Declines one pair after the other, and asks each time for the same from scratch. */
const expectWarmEqualsCold = (
  invented: Pick<ReturnType<typeof inventedOrganisation>, 'ids' | 'rules'>,
  seed: number,
  declines: number,
): void => {
  const { ids, rules } = invented;
  const random = randomFrom(seed + 1);
  const options = { seed, odd: seed % 2 === 0 ? 'trio' : 'leave' } as const;
  const first = match(ids, rules, options);
  if (!first.ok) throw new Error(first.error.code);
  const kept = groupsOf(first.value).slice(0, seed % 3);
  const opened = openSession(first.value, { participants: ids, kept, declined: [] }, rules, options);
  if (!opened.ok) throw new Error(opened.error.code);
  const declined: Two[] = [];
  let standing = first.value;
  for (let turn = 0; turn < declines; turn += 1) {
    const pairs = standing.pairs.filter(({ locked, members }) => !locked && members.length === 2);
    const [one, other] = pairs[Math.floor(random() * pairs.length)]?.members ?? [];
    if (one === undefined || other === undefined) return;
    if (kept.some((members) => members.includes(one))) continue;
    declined.push([one, other]);
    const warm = decline(opened.value, [one, other]);
    const cold = rematch(first.value, { participants: ids, kept, declined }, rules, options);
    if (!warm.ok || !cold.ok) throw new Error(`seed ${seed}: ${JSON.stringify([warm, cold])}`);
    expect(value(warm.value), `seed ${seed}, turn ${turn}`).toBe(value(cold.value));
    expect(warm.value.unmatched.length).toBe(cold.value.unmatched.length);
    expect(groupsOf(warm.value).some((members) => members.includes(one) && members.includes(other))).toBe(false);
    standing = warm.value;
  }
};

describe('a session', () => {
  it('[CP-34] answers declines with the value of matching anew, in small organisations of every kind', () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const random = randomFrom(seed);
      expectWarmEqualsCold(inventedOrganisation(random, 2 + Math.floor(random() * 30)), seed, 4);
    }
  }, 120_000);

  it('[CP-34] answers declines with the value of matching anew where not all pairs are listed', () => {
    expectWarmEqualsCold(largeOrganisation(600, 3), 4, 8);
  }, 120_000);

  it('changes few other pairs', () => {
    const { ids, rules } = largeOrganisation(300, 2);
    const first = match(ids, rules, { seed: 5 });
    const opened = first.ok ? openSession(first.value, { participants: ids, kept: [], declined: [] }, rules, { seed: 5 }) : first;
    if (!first.ok || !opened.ok) throw new Error('refused');
    const before = new Set(groupsOf(first.value).map(String));
    const [one, other] = (first.value.pairs[0]?.members ?? []) as [PersonId, PersonId];
    const after = decline(opened.value, [one, other]);
    if (!after.ok) throw new Error(after.error.code);
    expect(groupsOf(after.value).filter((members) => !before.has(String(members))).length).toBeLessThanOrEqual(6);
  });
});
