import { type Instant, instant, type PairId, plainDate } from '@coaching-pairs/shared/ids';
import { nextReminder } from '@coaching-pairs/shared/reminders/next-reminder';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { endedPairs, endingTexts, isBeingEnded, isPastKeeping, keptUntil } from '@coaching-pairs/shared/retention/pair-texts';
import { closeRound } from '@coaching-pairs/shared/round/moves';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import { describe, expect, it } from 'vitest';
import { ids, roundsFor, value } from '../round/people.js';

const { active, awayday } = roundsFor();
/** A Monday. */
const closed = value(closeRound(awayday, 0, instant('2027-07-12T15:00:00.000Z')));
const pair: Pair = {
  ...{ id: 'pair-1' as PairId, memberIds: ids('Sam', 'Tom'), proposalId: 'p-1' as Pair['proposalId'] },
  ...{ formedAt: instant('2026-12-20T10:00:00.000Z'), endedAt: null },
};
const at = (text: string): Instant => instant(`${text}:00.000Z`);
const sharing = new Set([pair.id]);
const where = { zone: 'Europe/London', hours: usualWorkingTime };
const told = { messages: 14, reminders: [], waiting: false };

describe('what a pair shares', () => {
  it('[C-10] is kept for thirty days after the round was closed, until the last of them is over everywhere', () => {
    expect(keptUntil(active)).toBeNull();
    expect(keptUntil(closed)).toBe('2027-08-11');
    expect(isPastKeeping(closed, at('2027-08-11T23:59'))).toBe(false);
    expect(isPastKeeping(closed, at('2027-08-12T11:59'))).toBe(false);
    expect(isPastKeeping(closed, at('2027-08-12T12:00'))).toBe(true);
    expect(isPastKeeping(active, at('2030-01-01T00:00'))).toBe(false);
    // Of a round that was closed before that was noted, its last day counts.
    expect(keptUntil({ ...closed, closedAt: null })).toBe('2027-08-11');
  });

  it('ends with the pair, whatever becomes of the round', () => {
    const over = { ...pair, id: 'pair-2' as PairId, endedAt: instant('2027-02-01T10:00:00.000Z') };
    expect(endedPairs(active, [pair, over], at('2027-03-01T10:00'))).toEqual(['pair-2']);
    expect(endedPairs(closed, [pair, over], at('2027-08-12T12:00'))).toEqual(['pair-1', 'pair-2']);
  });
});

describe('the warning', () => {
  it('[C-10] is for everybody in a pair that shares something, a week before, and for nobody else', () => {
    expect(endingTexts(closed, [pair], sharing).map(({ to, subject, until }) => [to, subject, until])).toEqual([
      ['sam', 'pair-1', '2027-08-11'],
      ['tom', 'pair-1', '2027-08-11'],
    ]);
    expect(endingTexts(active, [pair], sharing)).toEqual([]);
    expect(endingTexts(closed, [pair], new Set())).toEqual([]);
    expect(endingTexts(closed, [{ ...pair, endedAt: pair.formedAt }], sharing)).toEqual([]);
    expect([at('2027-08-02T12:00'), at('2027-08-03T12:00'), at('2027-08-12T12:00')].map((now) => isBeingEnded(closed, now))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('[C-10] [CP-73] comes once, on a working day of its reader, however much they were told, and never too late', () => {
    const [mine] = endingTexts(closed, [pair], sharing);
    if (mine === undefined) throw new Error('Nobody is told.');
    const next = nextReminder([mine], told, where, at('2027-08-02T12:00'));
    expect(next).toMatchObject({ weight: 'essential', due: { localIntent: '2027-08-04T09:00' } });
    const before = { kind: 'pair-texts-end', subject: pair.id, at: at('2027-08-04T08:01') } as const;
    for (const day of ['2027-08-04T12:00', '2027-08-05T12:00', '2027-08-10T12:00'])
      expect(nextReminder([mine], { ...told, reminders: [before] }, where, at(day))).toBeNull();
    // The product was down for some days: it comes all the same, while there is something to save.
    expect(nextReminder([mine], told, where, at('2027-08-10T12:00'))?.due.localIntent).toBe('2027-08-10T13:00');
    expect(nextReminder([mine], told, where, at('2027-08-12T09:00'))).toBeNull();
    const away = { ...where, pausedUntil: plainDate('2027-09-01') };
    expect(nextReminder([mine], told, away, at('2027-08-04T12:00'))).toBeNull();
    // Before a weekend in which the day falls, on the next working day after it.
    const early = value(closeRound(awayday, 0, at('2027-07-15T10:00')));
    const [theirs] = endingTexts(early, [pair], sharing);
    expect(nextReminder(theirs === undefined ? [] : [theirs], told, where, at('2027-08-06T12:00'))?.due.localIntent).toBe(
      '2027-08-09T09:00',
    );
  });
});
