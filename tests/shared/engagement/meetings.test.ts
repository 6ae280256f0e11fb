import { endAt } from '@coaching-pairs/shared/engagement/ending';
import {
  aheadIn,
  arranged,
  cancelMeeting,
  comingTo,
  heldSessions,
  isCalledOff,
  keepMeeting,
  type Meeting,
  mayArrange,
  meetingsFor,
  moveMeeting,
  sessionNumbers,
} from '@coaching-pairs/shared/engagement/meetings';
import { writeTerms } from '@coaching-pairs/shared/engagement/terms';
import { type Instant, instant, sessionId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import { performed } from '@coaching-pairs/shared/sessions/session';
import { describe, expect, it } from 'vitest';
import { active, agreed, consented, discovering, done, ines, karl, lena, mina, now, recommended, rosa, sam } from './four.js';

const at = (text: string): Instant => instant(`2026-12-${text}:00.000Z`);
const got = <T>(result: Result<T, { readonly code: string }>): T => {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value;
};
const said = (result: Result<unknown, { readonly code: string }>): string => (result.ok ? 'done' : result.error.code);
const meeting = (id: string, start: Instant, more: Partial<Meeting> = {}): Meeting => ({
  ...got(
    arranged(
      { id: sessionId(id), kind: 'session', clientId: null, start, minutes: 60, place: 'teams', isPrivate: true, by: rosa, outlook: true },
      now,
    ),
  ),
  ...more,
});
const inOutlook = { event: { id: 'e', sharedId: 's', joinUrl: null }, pending: null } as const;
const session = meeting('m-1', at('08T10:00'), inOutlook);

describe('what may be booked', () => {
  const asks = (engagement: Parameters<typeof mayArrange>[0], kind: Meeting['kind'], by = rosa, broughtIn = true) =>
    said(mayArrange(engagement, kind, { by, broughtIn }));

  it('[TT-10] [TT-34] the call before anything is agreed on, and sessions only with all four agreements', () => {
    expect([discovering(), recommended(), agreed(), active()].map((one) => asks(one, 'discovery'))).toEqual([
      ...['done', 'done'],
      ...['two-two-wrong-state', 'two-two-wrong-state'],
    ]);
    expect([discovering(), agreed(), active()].map((one) => asks(one, 'session'))).toEqual([
      ...['two-two-agreements-first', 'two-two-agreements-first', 'done'],
    ]);
    const words = { broughtIn: 'b', confidentiality: '', contact: '' };
    const rewritten = done(writeTerms(active(), { ...words, by: sam, at: now, base: 0 })).engagement;
    expect(asks(rewritten, 'session')).toBe('two-two-agreements-first');
    for (const stranger of [lena, mina]) expect(asks(active(), 'session', stranger)).toBe('two-two-not-yours');
    expect(asks(consented(), 'discovery', ines)).toBe('two-two-not-yours');
    expect(asks(done(endAt(active(), rosa, now)), 'session')).toBe('two-two-wrong-state');
  });

  it('[TT-13] an intake is a client’s with their own coach, on terms about what is brought in, and the others do not see it', () => {
    expect(asks(active(), 'intake', rosa, false)).toBe('two-two-brought-in-first');
    expect(asks(agreed(), 'intake')).toBe('two-two-agreements-first');
    const whose = [rosa, ines, sam, karl].map((by) => got(mayArrange(active(), 'intake', { by, broughtIn: true })));
    expect(whose).toEqual([rosa, rosa, sam, sam]);
    const intake = meeting('m-2', at('09T10:00'), { kind: 'intake', clientId: rosa });
    expect(comingTo(active(), intake)).toEqual([rosa, ines]);
    const seen = [rosa, ines, sam, karl, lena].map((by) => meetingsFor(active(), [session, intake], by).length);
    expect(seen).toEqual([2, 2, 1, 1, 0]);
  });
});

describe('notice of 24 hours', () => {
  const late = at('07T10:00');
  const later = instant('2026-12-07T10:00:00.001Z');
  const start = at('15T10:00');
  const moves = (when: Instant, confirmed = false) => moveMeeting(session, { by: rosa, now: when, confirmed, start });
  const cancels = (when: Instant, confirmed = false, by = rosa) => cancelMeeting(session, { by, now: when, confirmed });

  it('[TT-40] until 24:00 h before it is moved and called off plainly, and marked in no way', () => {
    expect([got(moves(late)).short, got(cancels(late)).short]).toEqual([null, null]);
  });

  it('[TT-40] later it asks to confirm, and is marked with the time that was given up', () => {
    expect([said(moves(later)), said(cancels(later))]).toEqual(['two-two-short-notice', 'two-two-short-notice']);
    expect(got(moves(later, true))).toMatchObject({ short: { what: 'moved', from: session.start }, pending: { kind: 'move', start } });
    expect(got(cancels(later, true, karl))).toMatchObject({ short: { what: 'cancelled', from: session.start } });
    expect(keepMeeting(got(cancels(later, true, karl)))).toEqual(session);
    expect([said(moves(session.start, true)), said(cancels(session.start, true))]).toEqual(['session-over', 'session-over']);
  });
});

describe('sessions in their order', () => {
  const starts = ['08T10:00', '01T10:00', '22T10:00', '15T10:00'].map(at);
  const all = starts.map((start, place) => meeting(`m-${place}`, start, inOutlook));

  it('[TT-12] [TT-50] [TT-52] are numbered by time; the first opens, and one that is called off is none', () => {
    const numbered = (meetings: readonly Meeting[]) =>
      [...sessionNumbers(active(), meetings)].map(([id, { number, purpose }]) => `${number} ${id} ${purpose}`);
    expect(numbered(all)).toEqual(['1 m-1 opening', '2 m-0 work', '3 m-3 mid-review', '4 m-2 work']);
    const [first, second, ...others] = all;
    const off = second && performed(second, { kind: 'cancelled' });
    expect(numbered([first, off, ...others].flatMap((one) => one ?? []))[0]).toBe('1 m-0 opening');
    const seven = Array.from({ length: 7 }, (_none, place) => meeting(`s-${place}`, at(`0${place + 1}T10:00`)));
    expect(numbered(seven).slice(-2)).toEqual(['6 s-5 work', '7 s-6 closing']);
  });

  it('[TT-61] those count as held that nobody called off and that are over; what the end calls off is none', () => {
    const [first] = all;
    const unwanted = all.map((one) => (one === first ? got(cancelMeeting(one, { by: sam, now, confirmed: false })) : one));
    expect([heldSessions(active(), all, at('10T10:00')), heldSessions(active(), unwanted, at('10T10:00'))]).toEqual([2, 1]);
    const ended = done(endAt(active(), sam, at('05T10:00')));
    expect(all.map((one) => isCalledOff(ended, one))).toEqual([true, false, true, true]);
    expect(heldSessions(ended, all, at('30T10:00'))).toBe(1);
    const endedAt = (when: string) => heldSessions(done(endAt(active(), sam, at(when))), all, at('30T10:00'));
    expect([endedAt('01T10:59'), endedAt('01T11:00')]).toEqual([0, 1]);
  });

  it('[TT-42] is ahead until its end, unless somebody wants it called off or the end of all has called it off', () => {
    const isAhead = (when: string, given = all, of = active()) => aheadIn(of, given, at(when)).some(({ id }) => id === 'm-0');
    expect([isAhead('07T10:00'), isAhead('08T10:59'), isAhead('08T11:00')]).toEqual([true, true, false]);
    const unwanted = all.map((one) => (one.id === 'm-0' ? got(cancelMeeting(one, { by: sam, now, confirmed: false })) : one));
    expect([isAhead('07T10:00', unwanted), isAhead('07T10:00', all, done(endAt(active(), sam, at('05T10:00'))))]).toEqual([false, false]);
  });
});
