import { instant, type PairId, type SessionId } from '@coaching-pairs/shared/ids';
import { waitingInOutlook } from '@coaching-pairs/shared/reminders/in-outlook';
import { nextReminder } from '@coaching-pairs/shared/reminders/next-reminder';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Pending, Session } from '@coaching-pairs/shared/sessions/session';
import { describe, expect, it } from 'vitest';
import { id, ids, roundsFor } from '../round/people.js';

const { active, closed } = roundsFor();
const pair: Pair = {
  ...{ id: 'pair-1' as PairId, memberIds: ids('Sam', 'Tom'), proposalId: 'p-1' as Pair['proposalId'] },
  ...{ formedAt: instant('2026-12-20T10:00:00.000Z'), endedAt: null },
};
const ended: Pair = { ...pair, endedAt: instant('2027-02-01T15:00:00.000Z') };
const event = { id: 'e', sharedId: 'e', joinUrl: null };
const now = instant('2027-02-01T16:00:00.000Z');
const session = (start: string, own: Partial<Session> = {}): Session => ({
  ...{ id: `s ${start}` as SessionId, pairId: pair.id, organiserId: id('Sam'), start: instant(`${start}:00.000Z`) },
  ...{ minutes: 60, place: 'teams', isPrivate: true, state: 'on', event, pending: null },
  ...own,
});
const gone = (by: string, at: string): Pending => ({ kind: 'cancel', by: id(by), at: instant(at) });
const where = { zone: 'Europe/London', hours: usualWorkingTime };

describe('what waits in the Outlook of whoever booked it', () => {
  it('another’s wish is told to the organiser alone, all wishes as one, in their working hours of the same day', () => {
    const sessions = [
      session('2027-02-08T10:00', { pending: gone('Tom', '2027-02-01T11:00:00.000Z') }),
      session('2027-03-08T10:00', { pending: gone('Tom', '2027-02-01T11:02:00.000Z') }),
      // What the organiser has begun themselves, what is over, and what is in nobody's Outlook.
      session('2027-04-08T10:00', { pending: gone('Sam', '2027-02-01T11:05:00.000Z') }),
      session('2027-01-20T10:00', { pending: gone('Tom', '2027-02-01T11:05:00.000Z') }),
      session('2027-05-08T10:00', { event: null, pending: gone('Tom', '2027-02-01T11:05:00.000Z') }),
    ];
    const waiting = waitingInOutlook(active, [pair], sessions, now);
    expect(waiting).toMatchObject([{ kind: 'session-waits', to: id('Sam'), subject: `${pair.id} 2027-02-01T11:02:00.000Z` }]);
    const told = { messages: 3, reminders: [], waiting: false };
    expect(nextReminder(waiting, told, where, instant('2027-02-01T11:05:00.000Z'))).toMatchObject({
      weight: 'last-call',
      due: { at: '2027-02-01T11:05:00.000Z' },
    });
    expect(nextReminder(waiting, told, where, instant('2027-02-01T20:00:00.000Z'))?.due.localIntent).toBe('2027-02-02T09:00');
    // Told once; told again only of a newer wish, and on another day.
    const before = { kind: 'session-waits', subject: waiting[0]?.subject ?? '', at: instant('2027-02-01T11:05:00.000Z') } as const;
    expect(nextReminder(waiting, { ...told, reminders: [before] }, where, instant('2027-02-05T11:00:00.000Z'))).toBeNull();
  });

  it('[C-12] what is left of a pair that has ended is brought up once, two days later, and the same whoever ended it', () => {
    const sessions = [session('2027-02-08T10:00'), session('2027-03-08T10:00'), session('2027-03-15T10:00', { organiserId: id('Tom') })];
    const left = waitingInOutlook(active, [ended], sessions, now);
    expect(left.map(({ kind, to, subject, until }) => [kind, to, subject, until])).toEqual([
      ['left-sessions', id('Sam'), pair.id, '2027-02-03'],
      ['left-sessions', id('Tom'), pair.id, '2027-02-03'],
    ]);
    const mine = nextReminder(left.slice(0, 1), { messages: 3, reminders: [], waiting: false }, where, now);
    expect(mine).toMatchObject({ weight: 'news', due: { localIntent: '2027-02-04T09:00' } });
    expect(waitingInOutlook(active, [ended], [session('2027-02-08T10:00', { state: 'cancelled' })], now)).toEqual([]);
  });

  it('[CP-73] nothing waits in a round that is closed, and nobody is told beyond what they may be', () => {
    const sessions = [session('2027-02-08T10:00', { pending: gone('Tom', '2027-02-01T11:00:00.000Z') })];
    expect(waitingInOutlook(closed, [pair, ended], sessions, now)).toEqual([]);
    const full = { messages: 10, reminders: [], waiting: false };
    expect(nextReminder(waitingInOutlook(active, [pair], sessions, now), full, where, now)).toBeNull();
  });
});
