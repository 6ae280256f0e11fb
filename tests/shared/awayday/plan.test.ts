import { defaultAgenda } from '@coaching-pairs/shared/awayday/agenda';
import { type AwaydayPlan, beginOfDay, timeOf, usualDay } from '@coaching-pairs/shared/awayday/plan';
import {
  type AwaydayWish,
  awaydayFollowed,
  awaydayGone,
  awaydayMade,
  callAwayday,
  planAwayday,
  writeAgenda,
} from '@coaching-pairs/shared/awayday/plan-moves';
import { instant, operationId, plainDate } from '@coaching-pairs/shared/ids';
import type { Round } from '@coaching-pairs/shared/round/round';
import { describe, expect, it } from 'vitest';
import { id, minute, refusal, roundsFor, value } from '../round/people.js';

const rounds = roundsFor();
const { active } = rounds;
const [by, other] = [id('Priya'), id('Omar')];
const now = minute(0);
const key = operationId('awayday-1');
const wish: AwaydayWish = {
  ...{ form: 'full', day: plainDate('2027-07-12'), time: '09:00', zone: 'Europe/London', minutes: 420 },
  ...{ location: 'The boathouse', revision: 0 },
};
const event = { id: 'event-1', sharedId: 'shared-1', joinUrl: null };

const planIn = (round: Round): AwaydayPlan => {
  if (round.awayday === null) throw new Error('Nothing is planned.');
  return round.awayday;
};
const fixed = value(planAwayday(active, wish, by, now));
const called = value(callAwayday(fixed, by, key, now));
const start = beginOfDay(wish);
const made = awaydayMade(called, { key, start, minutes: 420, location: 'The boathouse', events: [event] }, true);

describe('fixing the day of the Awayday', () => {
  it('[CP-13] [CP-80] is suggested for the last day of the round, and before a weekend where that day is in one', () => {
    const days = ['2027-07-09', '2027-07-10', '2027-07-11', '2027-07-12'].map((day) => usualDay(plainDate(day)));
    expect(days).toEqual(['2027-07-09', '2027-07-09', '2027-07-09', '2027-07-12']);
  });

  it('[CP-80] brings the agenda that the method suggests, by the clock of the place', () => {
    expect(planIn(fixed)).toEqual({ ...wish, agenda: defaultAgenda('full', false), revision: 1, meeting: null });
    expect(start).toBe('2027-07-12T08:00:00.000Z');
    expect(timeOf(wish, instant('2027-07-11T22:59:00.000Z'))).toBe('ahead');
    expect(timeOf(wish, instant('2027-07-11T23:00:00.000Z'))).toBe('today');
    expect(timeOf(wish, instant('2027-07-12T23:00:00.000Z'))).toBe('past');
  });

  it('[CP-80] has time for choosing in a round with open choice', () => {
    const open = value(planAwayday({ ...active, mode: 'open-choice' }, wish, by, now));
    expect(planIn(open).agenda.map(({ kind }) => kind)).toContain('choosing');
  });

  it('an untouched agenda follows the form of the day, and one that was written stays', () => {
    const half = value(planAwayday(fixed, { ...wish, form: 'half', minutes: 210, revision: 1 }, by, now));
    expect(planIn(half).agenda).toEqual(defaultAgenda('half', false));
    const own = [{ id: 'own', kind: 'other', wording: 'A walk', minutes: 60 }] as const;
    const written = value(writeAgenda(fixed, 1, own));
    const again = value(planAwayday(written, { ...wish, form: 'half', minutes: 210, revision: 2 }, by, now));
    expect(planIn(again).agenda).toEqual(own);
  });

  it('is refused before people know of the round and after its end, for a time that has passed and for no zone', () => {
    for (const round of [rounds.draft, rounds.closed])
      expect(refusal(planAwayday(round, wish, by, now))).toMatchObject({ code: 'wrong-state' });
    expect(refusal(planAwayday(active, wish, by, instant('2027-07-12T08:00:00.000Z')))).toEqual({ code: 'awayday-in-past' });
    expect(refusal(planAwayday(active, { ...wish, zone: 'The Moon' }, by, now))).toEqual({
      code: 'awayday-zone-unknown',
      zone: 'The Moon',
    });
    expect(refusal(writeAgenda(active, 0, []))).toEqual({ code: 'awayday-missing' });
  });

  it('[R-12] nobody writes over what somebody else has changed, and [R-11] the same asked for again changes nothing', () => {
    expect(value(planAwayday(fixed, wish, other, now))).toBe(fixed);
    expect(value(writeAgenda(fixed, 0, planIn(fixed).agenda))).toBe(fixed);
    expect(refusal(planAwayday(fixed, { ...wish, time: '10:00' }, other, now))).toEqual({ code: 'awayday-changed' });
    expect(refusal(writeAgenda(fixed, 0, []))).toEqual({ code: 'awayday-changed' });
  });
});

describe('the Awayday in everybody’s calendar', () => {
  it('[CP-80] waits for Outlook until it is made there, and is moved there by whoever made it alone', () => {
    expect(planIn(called).meeting).toMatchObject({ start, minutes: 420, organiserId: by, events: [], pending: true });
    expect(planIn(made).meeting).toMatchObject({ events: [event], pending: false });
    const later = { ...wish, time: '10:00', revision: 1 };
    expect(refusal(planAwayday(made, later, other, now))).toEqual({ code: 'awayday-of-another', personId: by });
    const moved = planIn(value(planAwayday(made, later, by, now)));
    expect([moved.meeting?.start, moved.meeting?.pending, moved.meeting?.placed]).toEqual(['2027-07-12T09:00:00.000Z', true, true]);
    expect(value(callAwayday(made, by, operationId('awayday-2'), now))).toBe(made);
    expect(refusal(callAwayday(made, other, key, now))).toEqual({ code: 'awayday-of-another', personId: by });
    expect(refusal(callAwayday(active, by, key, now))).toEqual({ code: 'awayday-missing' });
    expect(refusal(callAwayday(fixed, by, key, start))).toEqual({ code: 'awayday-in-past' });
  });

  it('[CP-80] is brought to another place by whoever made it alone, and waits until Outlook says so', () => {
    const elsewhere = { ...wish, location: 'The barn', revision: 1 };
    expect(refusal(planAwayday(made, elsewhere, other, now))).toEqual({ code: 'awayday-of-another', personId: by });
    const moved = value(planAwayday(made, elsewhere, by, now));
    expect(planIn(moved)).toMatchObject({ location: 'The barn', meeting: { location: 'The barn', placed: false, pending: true } });
    const done = { key, start, minutes: 420, location: 'The barn', events: [event] };
    expect(planIn(awaydayMade(moved, done, true)).meeting).toMatchObject({ placed: true, pending: false });
    // The form of the day is nothing that stands in Outlook, so that another may change it.
    expect(planIn(value(planAwayday(made, { ...wish, form: 'half', revision: 1 }, other, now))).meeting).toBe(planIn(made).meeting);
  });

  it('follows Outlook in day, time and length, by the clock of the place; cancelled there, the day stays', () => {
    const seen = {
      kind: 'there',
      start: instant('2027-07-13T07:30:00.000Z'),
      minutes: 300,
      cancelled: false,
      location: 'The old mill',
    } as const;
    expect(planIn(awaydayFollowed(made, key, seen))).toMatchObject({
      day: '2027-07-13',
      time: '08:30',
      minutes: 300,
      location: 'The old mill',
      revision: 2,
    });
    expect(awaydayFollowed(called, key, seen)).toBe(called);
    expect(awaydayFollowed(made, operationId('another'), seen)).toBe(made);
    for (const gone of [awaydayFollowed(made, key, { kind: 'gone' }), awaydayGone(made, key)])
      expect([planIn(gone).meeting, planIn(gone).day]).toEqual([null, wish.day]);
    expect(awaydayGone(made, operationId('another'))).toBe(made);
  });
});
