import type { Instant, OperationId, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Seen } from '../sessions/session.js';
import { localDayOf } from '../time.js';
import { inState, type KickOff, type KickOffMeeting, type Round, type RoundRefusal } from './round.js';

/** People whom one event invites; Exchange takes five hundred. */
export const mostInvited = 400;

/** Those to be invited, event by event. */
export const partsOf = <T>(people: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(people.length / mostInvited) }, (_, part) => people.slice(part * mostInvited, (part + 1) * mostInvited));

type Ahead = { readonly round: Round; readonly kickOff: KickOff };

/** A kick-off that is called and not held yet, which alone can still be arranged. */
const ahead = (round: Round): Result<Ahead, RoundRefusal> => {
  const allowed = inState(round, 'kick-off');
  if (!allowed.ok) return allowed;
  const { kickOff } = round;
  return kickOff === null || kickOff.heldAt !== null ? err({ code: 'kick-off-over' }) : ok({ round, kickOff });
};

const arranged = ({ round, kickOff }: Ahead, meeting: KickOffMeeting | null): Round => ({
  ...round,
  kickOff: { ...kickOff, meeting, on: meeting === null ? kickOff.on : localDayOf(meeting.start, round.timeZone) },
});

export type MeetingPlan = Pick<KickOffMeeting, 'start' | 'minutes' | 'location' | 'key'>;

/**
 * Wants the kick-off at this time, in the calendars of all whom it is for. What stands in somebody's Outlook already is moved, by whoever
 * made it; where it was said to be stays. The day of the kick-off follows, as it is in the round's zone.
 */
export const planMeeting = (round: Round, plan: MeetingPlan, by: PersonId, now: Instant): Result<Round, RoundRefusal> => {
  const may = ahead(round);
  if (!may.ok) return may;
  if (plan.start <= now) return err({ code: 'kick-off-in-past' });
  if (localDayOf(plan.start, round.timeZone) > round.endsOn) return err({ code: 'kick-off-after-end' });
  const { meeting } = may.value.kickOff;
  if (meeting === null) return ok(arranged(may.value, { ...plan, organiserId: by, events: [], pending: true }));
  if (meeting.organiserId !== by) return err({ code: 'kick-off-of-another', personId: meeting.organiserId });
  const { start, minutes } = plan;
  return ok(arranged(may.value, { ...meeting, start, minutes, pending: true }));
};

/** Notes what Outlook holds now; kept only for the very meeting that it was done for. */
export const meetingMade = (round: Round, done: Pick<KickOffMeeting, 'key' | 'start' | 'minutes' | 'events'>, whole: boolean): Round => {
  const may = ahead(round);
  const meeting = may.ok ? may.value.kickOff.meeting : null;
  if (!may.ok || meeting?.key !== done.key) return round;
  const same = meeting.start === done.start && meeting.minutes === done.minutes;
  return arranged(may.value, { ...meeting, events: done.events, pending: !(whole && same) });
};

/** The kick-off stands in no calendar any more; its day stays. Only for the meeting of this key. */
export const meetingGone = (round: Round, key: OperationId): Round => {
  const may = ahead(round);
  return may.ok && may.value.kickOff.meeting?.key === key ? arranged(may.value, null) : round;
};

/** What was found in Outlook is followed there, unless a change that was wished for here is still on its way. */
export const meetingFollowed = (round: Round, key: OperationId, seen: Seen): Round => {
  const may = ahead(round);
  const meeting = may.ok ? may.value.kickOff.meeting : null;
  if (!may.ok || meeting === null || meeting.key !== key || meeting.pending) return round;
  if (seen.kind === 'gone' || seen.cancelled) return meetingGone(round, key);
  if (seen.start === meeting.start && seen.minutes === meeting.minutes) return round;
  // Those whom another event invites are told of the new time by that one.
  return arranged(may.value, { ...meeting, start: seen.start, minutes: seen.minutes, pending: meeting.events.length > 1 });
};
