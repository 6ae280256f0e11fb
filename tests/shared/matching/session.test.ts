import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import { groupsOf } from '@coaching-pairs/shared/matching/rematch';
import { decline, openSession, rematchIn } from '@coaching-pairs/shared/matching/session';
import { describe, expect, it } from 'vitest';
import { largeOrganisation } from '../../bench/large-organisation.js';
import { randomFrom } from './graphs.js';
import { inventedOrganisation } from './organisations.js';
import { expectWarmEqualsCold } from './session-sequences.js';

describe('a session', () => {
  it('[CP-34] has the value of matching anew after declines, leavers, joiners and locks, in small organisations of every kind', () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const random = randomFrom(seed);
      expectWarmEqualsCold(inventedOrganisation(random, 2 + Math.floor(random() * 22)), seed, 5);
    }
  }, 120_000);

  it('[CP-34] has the value of matching anew where not all pairs are listed', () => {
    for (const seed of [3, 8]) expectWarmEqualsCold(largeOrganisation(320, seed), seed, 4);
  }, 120_000);

  it('[CP-34] proves the choice of three where going on from earlier prices does not', () => {
    const random = randomFrom(207_782_070);
    expectWarmEqualsCold(inventedOrganisation(random, 2 + Math.floor(random() * 40)), 207_782_070, 2);
  });

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

  it('stays as it is when it is asked for what cannot be', () => {
    const { ids, rules } = largeOrganisation(60, 2);
    const first = match(ids, rules, { seed: 5 });
    const changes = { participants: ids, kept: [], declined: [] };
    const opened = first.ok ? openSession(first.value, changes, rules, { seed: 5 }) : first;
    if (!first.ok || !opened.ok) throw new Error('refused');
    const [pair] = groupsOf(first.value);
    const [one, other] = (pair ?? []) as [PersonId, PersonId];
    const twice = rematchIn(opened.value, { ...changes, participants: [...ids, one] });
    const against = rematchIn(opened.value, { ...changes, kept: [[one, other]], declined: [[one, other]] });
    expect([twice, against].map((result) => result.ok || result.error.code)).toEqual(['duplicate-participant', 'lock-against-rule']);
    const again = rematchIn(opened.value, changes);
    expect(again.ok && groupsOf(again.value)).toEqual(groupsOf(first.value));
  });
});
