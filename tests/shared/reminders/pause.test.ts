import { instant, plainDate } from '@coaching-pairs/shared/ids';
import { nextReminder } from '@coaching-pairs/shared/reminders/next-reminder';
import type { Occasion } from '@coaching-pairs/shared/reminders/occasions';
import { isPaused, pauseUntil } from '@coaching-pairs/shared/reminders/pause';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { describe, expect, it } from 'vitest';
import { id } from '../round/people.js';

const today = plainDate('2026-11-23');
/** Asked on Monday 23 November, answers until Friday 4 December: reminders are meant for the 27th and the 3rd. */
const occasion: Occasion = {
  ...{ kind: 'invitation-reminder', subject: 'invitation', to: id('Sam') },
  ...{ since: instant('2026-11-23T10:00:00.000Z'), until: plainDate('2026-12-04') },
};
const nextWhilePausedTo = (until: string, now = '2026-11-23T11:00') => {
  const where = { zone: 'Europe/London', hours: usualWorkingTime, pausedUntil: plainDate(until) };
  return (
    nextReminder([occasion], { messages: 2, reminders: [], waiting: false }, where, instant(`${now}:00.000Z`))?.due.localIntent ?? null
  );
};

describe('a pause', () => {
  it('ends on a day to come, within half a year', () => {
    const answered = ['2026-11-23', '2026-11-24', '2027-05-25', '2027-05-26'].map((day) => pauseUntil(plainDate(day), today).ok);
    expect(answered).toEqual([false, true, true, false]);
    expect(pauseUntil(today, today)).toMatchObject({ error: { code: 'pause-out-of-range', from: '2026-11-24', to: '2027-05-25' } });
    expect([null, '2026-11-23', '2026-11-24'].map((day) => isPaused(day === null ? null : plainDate(day), today))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('[R-15] puts a reminder off to its end, makes one of two, and leaves none that would come too late', () => {
    expect(nextWhilePausedTo('2026-11-25')).toBe('2026-11-27T09:00');
    // A Saturday: the next working day.
    expect(nextWhilePausedTo('2026-11-28')).toBe('2026-11-30T09:00');
    expect(nextWhilePausedTo('2026-12-04', '2026-12-04T08:00')).toBe('2026-12-04T09:00');
    expect(nextWhilePausedTo('2026-12-05')).toBeNull();
  });
});
