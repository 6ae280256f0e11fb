import type { Instant, OperationId, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Seen } from '../sessions/session.js';
import { localDayOf } from '../time.js';
import { type MeetingDone, type MeetingPlan, type RoundMeeting, wantMeeting, withMade, withSeen } from './meeting.js';
import { inState, type KickOff, type Round, type RoundRefusal } from './round.js';

type Ahead = { readonly round: Round; readonly kickOff: KickOff };

/** A kick-off that is called and not held yet, which alone can still be arranged. */
const ahead = (round: Round): Result<Ahead, RoundRefusal> => {
  const allowed = inState(round, 'kick-off');
  if (!allowed.ok) return allowed;
  const { kickOff } = round;
  return kickOff === null || kickOff.heldAt !== null ? err({ code: 'kick-off-over' }) : ok({ round, kickOff });
};

const arranged = ({ round, kickOff }: Ahead, meeting: RoundMeeting | null): Round => ({
  ...round,
  kickOff: { ...kickOff, meeting, on: meeting === null ? kickOff.on : localDayOf(meeting.start, round.timeZone) },
});

/** Changes the meeting of this key, while the kick-off is ahead; the round as it is where there is none. */
const withMeeting = (round: Round, key: OperationId, next: (meeting: RoundMeeting) => RoundMeeting | null): Round => {
  const may = ahead(round);
  const meeting = may.ok ? may.value.kickOff.meeting : null;
  if (!may.ok || meeting?.key !== key) return round;
  const changed = next(meeting);
  return changed === meeting ? round : arranged(may.value, changed);
};

/** Wants the kick-off at this time, in the calendars of all whom it is for. The day of the kick-off follows, as it is in the round's zone. */
export const planMeeting = (round: Round, plan: MeetingPlan, by: PersonId, now: Instant): Result<Round, RoundRefusal> => {
  const may = ahead(round);
  if (!may.ok) return may;
  if (plan.start <= now) return err({ code: 'kick-off-in-past' });
  if (localDayOf(plan.start, round.timeZone) > round.endsOn) return err({ code: 'kick-off-after-end' });
  const { meeting } = may.value.kickOff;
  const wanted = wantMeeting(meeting, plan, by);
  return wanted === null ? err({ code: 'kick-off-of-another', personId: meeting?.organiserId ?? by }) : ok(arranged(may.value, wanted));
};

/** Notes what Outlook holds now; kept only for the very meeting that it was done for. */
export const meetingMade = (round: Round, done: MeetingDone, whole: boolean): Round =>
  withMeeting(round, done.key, (meeting) => withMade(meeting, done, whole));

/** The kick-off stands in no calendar any more; its day stays. Only for the meeting of this key. */
export const meetingGone = (round: Round, key: OperationId): Round => withMeeting(round, key, () => null);

/** What was found in Outlook is followed there. */
export const meetingFollowed = (round: Round, key: OperationId, seen: Seen): Round =>
  withMeeting(round, key, (meeting) => withSeen(meeting, seen));
