import { instant, operationId } from '@coaching-pairs/shared/ids';
import { meetingFollowed, meetingGone, meetingMade, planMeeting } from '@coaching-pairs/shared/round/kick-off-meeting';
import { mostInvited, partsOf, type RoundMeeting } from '@coaching-pairs/shared/round/meeting';
import { holdKickOff } from '@coaching-pairs/shared/round/moves';
import type { Round } from '@coaching-pairs/shared/round/round';
import { describe, expect, it } from 'vitest';
import { id, minute, refusal, roundsFor, value } from './people.js';

const called: Round = { ...roundsFor().kickOff, timeZone: 'Pacific/Auckland' };
const [by, other] = [id('Priya'), id('Omar')];
const key = operationId('kick-off-1');
const start = instant('2026-11-25T21:00:00.000Z');
const now = minute(0);
const plan = { start, minutes: 60, location: null, key };
const event = { id: 'event-1', sharedId: 'shared-1', joinUrl: 'https://example.com/join' };

const planned = value(planMeeting(called, plan, by, now));
const done = { key, start, minutes: 60, location: null, events: [event] };
const made = meetingMade(planned, done, true);
const meetingIn = (round: Round): RoundMeeting | null => round.kickOff?.meeting ?? null;

describe('the kick-off in everybody’s calendar', () => {
  it('[CP-10] waits for Outlook until all of it is made there, and its day is that of the round’s zone', () => {
    expect(meetingIn(planned)).toEqual({ ...plan, placed: true, organiserId: by, events: [], pending: true });
    expect(planned.kickOff?.on).toBe('2026-11-26');
    expect(meetingIn(made)).toEqual({ ...plan, placed: true, organiserId: by, events: [event], pending: false });
    expect(meetingIn(meetingMade(planned, done, false))).toMatchObject({ events: [event], pending: true });
  });

  it('is moved by whoever made it and by nobody else, and what was made before stays known', () => {
    const later = { ...plan, start: instant('2026-11-26T21:00:00.000Z'), key: operationId('kick-off-2') };
    expect(refusal(planMeeting(made, later, other, now))).toEqual({ code: 'kick-off-of-another', personId: by });
    const moved = value(planMeeting(made, later, by, now));
    expect(meetingIn(moved)).toEqual({ ...plan, start: later.start, placed: true, organiserId: by, events: [event], pending: true });
    expect(moved.kickOff?.on).toBe('2026-11-27');
    // What was done for the time before does not count for this one.
    expect(meetingIn(meetingMade(moved, done, true))?.pending).toBe(true);
  });

  it('is brought to another place by whoever made it, and waits until all of Outlook says so', () => {
    const elsewhere = { ...plan, location: 'Room 4' };
    const moved = value(planMeeting(made, elsewhere, by, now));
    expect(meetingIn(moved)).toMatchObject({ location: 'Room 4', placed: false, pending: true });
    // Wished for again, the place is still to be told; and what was done for the one before does not count.
    expect(meetingIn(value(planMeeting(moved, elsewhere, by, now)))?.placed).toBe(false);
    expect(meetingIn(meetingMade(moved, done, true))).toMatchObject({ placed: false, pending: true });
    const there = { ...done, location: 'Room 4' };
    expect(meetingIn(meetingMade(moved, there, false))).toMatchObject({ placed: false, pending: true });
    expect(meetingIn(meetingMade(moved, there, true))).toMatchObject({ placed: true, pending: false });
  });

  it('is refused for a time that has passed, after the end, before it is called and once it was held', () => {
    expect(refusal(planMeeting(called, { ...plan, start: minute(-1) }, by, now))).toEqual({ code: 'kick-off-in-past' });
    expect(refusal(planMeeting(called, { ...plan, start: instant('2030-01-01T10:00:00.000Z') }, by, now))).toEqual({
      code: 'kick-off-after-end',
    });
    expect(refusal(planMeeting(roundsFor().draft, plan, by, now))).toMatchObject({ code: 'wrong-state' });
    const held = value(holdKickOff(made, 'We begin small.', { by, at: minute(9), opId: key }));
    expect(meetingIn(held)).toEqual(meetingIn(made));
    expect(refusal(planMeeting(held, plan, by, now))).toEqual({ code: 'kick-off-over' });
  });

  it('follows Outlook: moved, made longer, cancelled; but never over a change that is still on its way', () => {
    const there = { kind: 'there', start: instant('2026-12-01T21:00:00.000Z'), minutes: 90, cancelled: false } as const;
    const followed = meetingFollowed(made, key, there);
    expect(meetingIn(followed)).toMatchObject({ start: there.start, minutes: 90, pending: false });
    expect(followed.kickOff?.on).toBe('2026-12-02');
    expect(meetingFollowed(planned, key, there)).toBe(planned);
    expect(meetingFollowed(made, operationId('another-one'), there)).toBe(made);
    const gone = meetingFollowed(made, key, { kind: 'gone' });
    expect([meetingIn(gone), gone.kickOff?.on]).toEqual([null, '2026-11-26']);
    expect(meetingGone(made, operationId('another-one'))).toBe(made);
    // A room that was chosen in Outlook is the place from then on, and taken away again it is Teams.
    const inRoom = meetingFollowed(made, key, { ...there, location: 'Room 9; Microsoft Teams Meeting' });
    expect(meetingIn(inRoom)).toMatchObject({ location: 'Room 9; Microsoft Teams Meeting', placed: true, pending: false });
    expect(meetingIn(meetingFollowed(inRoom, key, { ...there, location: null }))?.location).toBeNull();
    expect(meetingFollowed(inRoom, key, there)).toBe(inRoom);
    // Whoever a second event invites has to hear of the new time by that one.
    const two = meetingMade(planned, { ...done, events: [event, { ...event, id: 'event-2' }] }, true);
    expect(meetingIn(meetingFollowed(two, key, there))).toMatchObject({ pending: true, placed: true });
    expect(meetingIn(meetingFollowed(two, key, { ...there, location: 'Room 9' }))).toMatchObject({ pending: true, placed: false });
  });

  it('invites as many by one event as a mailbox takes', () => {
    const people = Array.from({ length: 2 * mostInvited + 1 }, (_, place) => place);
    expect(partsOf(people).map((part) => part.length)).toEqual([mostInvited, mostInvited, 1]);
    expect(partsOf(people).flat()).toEqual(people);
    expect(partsOf([])).toEqual([]);
  });
});
