import type { Result } from '@coaching-pairs/shared/result';
import { meetingFollowed, meetingGone, meetingMade, planMeeting } from '@coaching-pairs/shared/round/kick-off-meeting';
import type { MeetingPlan } from '@coaching-pairs/shared/round/meeting';
import type { Deps } from './deps.js';
import { kickOffEvent } from './kick-off-event.js';
import type { Refusal } from './refusal.js';
import { type AskedMeeting, bringToOutlook, cancelMeeting, changeRound, followMeeting, type MeetingKind } from './round-meeting.js';
import type { Signed, Trouble } from './sessions/carry-out.js';

const kickOff: MeetingKind = {
  name: 'kick-off',
  of: (round) => round.kickOff?.meeting ?? null,
  isAhead: (round) => round.kickOff !== null && round.kickOff.heldAt === null,
  made: meetingMade,
  gone: meetingGone,
  followed: meetingFollowed,
  event: kickOffEvent,
  ofAnother: (personId) => ({ code: 'kick-off-of-another', personId }),
};

/** Puts the kick-off into the calendars of all whom it is for, or moves it there; the meeting is the organiser's own (CP-10). */
export const arrangeKickOff = async (
  deps: Deps,
  signed: Signed,
  asked: AskedMeeting & Omit<MeetingPlan, 'key'>,
): Promise<Result<Trouble, Refusal>> => {
  const planned = await changeRound(deps, asked, 'kick-off.arrange', (round) =>
    planMeeting(round, { ...asked, key: asked.opId }, asked.actor.personId, deps.clock.now()),
  );
  return planned.ok ? bringToOutlook(deps, signed, kickOff, asked) : planned;
};

/** Follows what the organiser has moved or cancelled in Outlook itself, and does what did not work before. */
export const followKickOff = (deps: Deps, signed: Signed, asked: AskedMeeting): Promise<Result<Trouble, Refusal>> =>
  followMeeting(deps, signed, kickOff, asked);

/** Takes the kick-off out of everybody's calendar; its day stays. */
export const cancelKickOff = (deps: Deps, signed: Signed, asked: AskedMeeting): Promise<Result<Trouble, Refusal>> =>
  cancelMeeting(deps, signed, kickOff, asked);
