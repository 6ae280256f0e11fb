import { instant, type PairId, type PersonId, plainDate, type SessionId } from '@coaching-pairs/shared/ids';
import { nextReminder } from '@coaching-pairs/shared/reminders/next-reminder';
import { quietPairs } from '@coaching-pairs/shared/reminders/rhythm';
import { usualWorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import { describe, expect, it } from 'vitest';
import { id, ids, roundsFor } from '../round/people.js';

const active = { ...roundsFor().active, startsOn: plainDate('2027-01-11'), endsOn: plainDate('2027-07-12') };
const pair: Pair = {
  ...{ id: 'pair-1' as PairId, memberIds: ids('Sam', 'Tom'), proposalId: 'p-1' as Pair['proposalId'] },
  ...{ formedAt: instant('2026-12-20T10:00:00.000Z'), endedAt: null },
};
const session = (start: string, own: Partial<Session> = {}): Session => ({
  ...{ id: `s ${start}` as SessionId, pairId: pair.id, organiserId: id('Sam') as PersonId, start: instant(`${start}:00.000Z`) },
  ...{ minutes: 60, place: 'teams', isPrivate: true, state: 'on', event: null, pending: null },
  ...own,
});
const at = (day: string) => instant(`${day}T12:00:00.000Z`);
const quiet = (sessions: readonly Session[], day: string, own: Partial<Pair> = {}) =>
  quietPairs(active, [{ ...pair, ...own }], sessions, at(day));

describe('the rhythm of a pair', () => {
  it('[CP-72] is missed five weeks after the last session, or the beginning, when nothing is ahead; both are told, nobody else', () => {
    expect(quiet([], '2027-01-20').map(({ to, until }) => [to, until])).toEqual([
      ['sam', '2027-02-15'],
      ['tom', '2027-02-15'],
    ]);
    const held = session('2027-02-01T10:00');
    expect(quiet([held], '2027-02-02')[0]).toMatchObject({ since: '2027-02-01T11:00:00.000Z', until: '2027-03-08' });
    // What nobody cancelled counts as held; what was cancelled does not.
    expect(quiet([session('2027-02-01T10:00', { state: 'cancelled' })], '2027-02-02')[0]?.until).toBe('2027-02-15');
    expect(quiet([held, session('2027-04-20T10:00')], '2027-03-20')).toEqual([]);
  });

  it('[CP-72] nobody is nudged in a pair that has ended, before the pairs are announced, or as the round ends', () => {
    expect(quiet([], '2027-01-20', { endedAt: at('2027-01-15') })).toEqual([]);
    expect(quiet([session('2027-06-20T10:00')], '2027-06-21')).toEqual([]);
    const { proposed, closed } = roundsFor();
    for (const round of [proposed, closed]) expect(quietPairs(round, [pair], [], at('2027-01-20'))).toEqual([]);
  });

  it('[CP-72] [CP-73] one nudge for each quiet, on the next working day, and none for whom there is no room', () => {
    const where = { zone: 'Europe/London', hours: usualWorkingTime };
    const [mine] = quiet([], '2027-02-10');
    const occasions = mine === undefined ? [] : [mine];
    const next = nextReminder(occasions, { messages: 3, reminders: [], waiting: false }, where, at('2027-02-10'));
    expect(next).toMatchObject({ weight: 'news', due: { localIntent: '2027-02-16T09:00' } });
    const told = { kind: 'rhythm-nudge', subject: mine?.subject ?? '', at: at('2027-02-16') } as const;
    expect(nextReminder(occasions, { messages: 4, reminders: [told], waiting: false }, where, at('2027-02-20'))).toBeNull();
    expect(nextReminder(occasions, { messages: 9, reminders: [], waiting: false }, where, at('2027-02-20'))).toBeNull();
    const later = quiet([session('2027-03-01T10:00')], '2027-04-01');
    expect(nextReminder(later.slice(0, 1), { messages: 4, reminders: [told], waiting: false }, where, at('2027-04-01'))).not.toBeNull();
  });
});
