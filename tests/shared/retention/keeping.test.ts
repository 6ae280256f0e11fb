import { plainDate } from '@coaching-pairs/shared/ids';
import { keepFor, mostKeptDays } from '@coaching-pairs/shared/retention/keeping';
import { endingTexts, isPastKeeping, keptUntil } from '@coaching-pairs/shared/retention/pair-texts';
import { fewestKeptDays, longestKeptDays } from '@coaching-pairs/shared/retention/spans';
import { carriedOver, settingsOf } from '@coaching-pairs/shared/round/following';
import { closeRound } from '@coaching-pairs/shared/round/moves';
import { describe, expect, it } from 'vitest';
import { minute, refusal, roundsFor, value } from '../round/people.js';

const { draft, active, awayday } = roundsFor();

describe('for how long pairs keep what they share', () => {
  it('[C-10] is thirty days unless an administrator chooses fewer, and never more', () => {
    expect([draft.keptDays, mostKeptDays(draft)]).toEqual([longestKeptDays, longestKeptDays]);
    expect(value(keepFor(draft, 14)).keptDays).toBe(14);
    for (const days of [0, fewestKeptDays - 1, longestKeptDays + 1, 9.5, Number.NaN])
      expect(refusal(keepFor(draft, days))).toEqual({ code: 'kept-days', fewest: fewestKeptDays, most: longestKeptDays });
    expect(keepFor(draft, longestKeptDays)).toEqual({ ok: true, value: draft });
  });

  it('[C-10] is made longer again only while nobody has been told of the round', () => {
    const short = value(keepFor(draft, 10));
    expect(value(keepFor(short, 20)).keptDays).toBe(20);
    const told = value(keepFor(active, 10));
    expect(refusal(keepFor(told, 11))).toEqual({ code: 'kept-days', fewest: fewestKeptDays, most: 10 });
    expect(value(keepFor(told, 8)).keptDays).toBe(8);
  });

  it('[C-10] counts from the day on which the round is closed; then it cannot be changed, and a pair is told however few days there are', () => {
    const closed = value(closeRound(value(keepFor(awayday, fewestKeptDays)), 0, minute(0)));
    expect(keptUntil(closed)).toBe(plainDate('2026-11-27'));
    expect(refusal(keepFor(closed, fewestKeptDays))).toMatchObject({ code: 'wrong-state' });
    const daysOn = (days: number) => minute(days * 24 * 60);
    expect([isPastKeeping(closed, daysOn(6)), isPastKeeping(closed, daysOn(9))]).toEqual([false, true]);
    const pair = { id: 'p', memberIds: ['a', 'b'], endedAt: null } as unknown as Parameters<typeof endingTexts>[1][number];
    expect(endingTexts(closed, [pair], new Set([pair.id])).map(({ since, until }) => [since.slice(0, 10), until])).toEqual([
      ['2026-11-20', '2026-11-27'],
      ['2026-11-20', '2026-11-27'],
    ]);
  });

  it('[C-10] [CP-14] goes on into the next round, and into one that takes over its settings', () => {
    const short = value(keepFor(active, 12));
    expect([value(carriedOver(short)).keptDays, settingsOf(short).keptDays]).toEqual([12, 12]);
  });
});
