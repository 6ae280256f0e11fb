import type { Instant, PersonId, SessionId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import {
  type Arranged,
  cancelSession,
  endOf,
  isHeld,
  keepSession,
  moveSession,
  type SessionEvent,
  type SessionRefusal,
  standing,
} from '../sessions/session.js';
import { type Engagement, type EngagementRefusal, fourOf, heldWith, isAt, partyOf } from './engagement.js';
import { noticeOf } from './notice.js';
import { kindOfSession, type SessionKind } from './session-flow.js';
import { mayBook } from './terms.js';

/** The call before anything is agreed on, one client's conversation with their coach, and what all four come to (TT-10, TT-13). */
export const meetingKinds = ['discovery', 'intake', 'session'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Ten minutes before and after that somebody keeps free in their own calendar, and the time for which they were made (TT-41). */
export type KeptFree = {
  readonly personId: PersonId;
  readonly start: Instant;
  readonly minutes: number;
  readonly before: SessionEvent;
  readonly after: SessionEvent;
};

/** One conversation of an engagement, in the Outlook of whoever booked it. */
export type Meeting = Arranged & {
  readonly kind: MeetingKind;
  /** Whose intake it is; null where all four come. */
  readonly clientId: PersonId | null;
  /** The last change of its time, where that came less than 24 hours before it was to begin (TT-40). */
  readonly short: { readonly what: 'moved' | 'cancelled'; readonly from: Instant } | null;
  readonly kept: readonly KeptFree[];
};

export type MeetingRefusal =
  | EngagementRefusal
  | SessionRefusal
  /** All four accept the agreement first (TT-34). */
  | { readonly code: 'two-two-agreements-first' }
  /** The four write down first what an intake may bring to all of them (TT-13). */
  | { readonly code: 'two-two-brought-in-first' }
  /** It begins in less than 24 hours, and whoever changes it has not said that they know (TT-40). */
  | { readonly code: 'two-two-short-notice' };

/** More than these in one engagement are a mistake. */
export const mostMeetings = 80;
/** Of one meeting, in minutes. */
export const meetingMinutes = { least: 15, most: 480, usual: 60 } as const;

/** Who comes: all four, or to an intake a client and the coach who holds them. */
export const comingTo = (engagement: Engagement, { clientId }: Pick<Meeting, 'clientId'>): readonly PersonId[] => {
  if (clientId === null) return fourOf(engagement);
  const coach = heldWith(engagement, clientId);
  return coach === null ? [clientId] : [clientId, coach];
};

/** What somebody sees: an intake is nobody's business but of the two who have it (TT-13). */
export const meetingsFor = <M extends Pick<Meeting, 'clientId'>>(
  engagement: Engagement,
  meetings: readonly M[],
  person: PersonId,
): readonly M[] => meetings.filter((meeting) => comingTo(engagement, meeting).includes(person));

type Asking = {
  readonly by: PersonId;
  /** Whether the four wrote down what a client and their coach may bring to all of them. */
  readonly broughtIn: boolean;
};

/**
 * Whether somebody of the four may book such a meeting now: the discovery call while structure is not agreed on, all others once the four
 * agreements are complete (TT-34), an intake on terms about what may be brought in (TT-13). Answers whose intake it is.
 */
export const mayArrange = (
  engagement: Engagement,
  kind: MeetingKind,
  { by, broughtIn }: Asking,
): Result<PersonId | null, MeetingRefusal> => {
  if (!fourOf(engagement).includes(by)) return err({ code: 'two-two-not-yours' });
  if (kind === 'discovery') return isAt(engagement, 'discovery', 'proposal') ? ok(null) : err({ code: 'two-two-wrong-state' });
  if (isAt(engagement, 'closed')) return err({ code: 'two-two-wrong-state' });
  if (!mayBook(engagement)) return err({ code: 'two-two-agreements-first' });
  if (kind === 'session') return ok(null);
  if (!broughtIn) return err({ code: 'two-two-brought-in-first' });
  return ok(partyOf(engagement, by) === 'client' ? by : heldWith(engagement, by));
};

type New = Pick<Meeting, 'id' | 'kind' | 'clientId' | 'start' | 'minutes' | 'place' | 'isPrivate'> & {
  readonly by: PersonId;
  /** False: agreed upon, but in nobody's Outlook. */
  readonly outlook: boolean;
};

/** A meeting as it is wished for; whoever books it is its organiser. Refused for a time that is over. */
export const arranged = ({ by, outlook, ...meeting }: New, now: Instant): Result<Meeting, MeetingRefusal> =>
  meeting.start <= now
    ? err({ code: 'session-in-past' })
    : ok({
        ...meeting,
        ...{ organiserId: by, state: 'on', event: null, pending: outlook ? { kind: 'book' } : null, short: null, kept: [] },
      });

type Change = { readonly by: PersonId; readonly now: Instant /** They know that it is short notice. */; readonly confirmed: boolean };

const noticed = (meeting: Meeting, { now, confirmed }: Change, what: 'moved' | 'cancelled'): Result<Meeting['short'], MeetingRefusal> => {
  if (meeting.state === 'cancelled') return ok(meeting.short);
  const notice = noticeOf(meeting.start, now);
  if (notice === 'begun') return err({ code: 'session-over' });
  if (notice === 'in-time') return ok(null);
  return confirmed ? ok({ what, from: meeting.start }) : err({ code: 'two-two-short-notice' });
};

/** Wants it at another time: plainly until 24 hours before, and later by whoever confirms that it is short notice (TT-40). */
export const moveMeeting = (meeting: Meeting, change: Change & { readonly start: Instant }): Result<Meeting, MeetingRefusal> => {
  const short = noticed(meeting, change, 'moved');
  if (!short.ok) return short;
  const moved = moveSession(meeting, change.start, change.by, change.now);
  return moved.ok && change.start !== meeting.start ? ok({ ...moved.value, short: short.value }) : moved;
};

/** Wants it no longer; the same as with moving (TT-40). */
export const cancelMeeting = (meeting: Meeting, change: Change): Result<Meeting, MeetingRefusal> => {
  const short = noticed(meeting, change, 'cancelled');
  if (!short.ok) return short;
  const cancelled = cancelSession(meeting, change.by, change.now);
  return cancelled.ok ? ok({ ...cancelled.value, short: short.value }) : cancelled;
};

/** Leaves it as it was, whatever was wished for. */
export const keepMeeting = (meeting: Meeting): Meeting =>
  meeting.pending === null || meeting.pending.kind === 'book' ? keepSession(meeting) : { ...keepSession(meeting), short: null };

/** Whether the end of the engagement has called it off: then it is only to be taken out of Outlook. */
export const isCalledOff = ({ closed }: Pick<Engagement, 'closed'>, meeting: Meeting): boolean =>
  closed !== null && endOf(meeting) > Date.parse(closed.at);

const thatStand = (engagement: Engagement, meetings: readonly Meeting[]): readonly Meeting[] =>
  standing(meetings).filter((meeting) => !isCalledOff(engagement, meeting));

/** What number each session has, in the order of time, and what it is for (TT-12, TT-52). */
export const sessionNumbers = (
  engagement: Engagement,
  meetings: readonly Meeting[],
): ReadonlyMap<SessionId, { readonly number: number; readonly purpose: SessionKind }> => {
  const sessions = thatStand(engagement, meetings).filter(({ kind }) => kind === 'session');
  const planned = Math.max(engagement.frame?.sessions ?? 0, sessions.length);
  return new Map(sessions.map(({ id }, before) => [id, { number: before + 1, purpose: kindOfSession(before + 1, planned) }]));
};

/** Somebody may have called it off whose wish its organiser has not carried out. */
const isWanted = ({ pending }: Meeting): boolean => pending?.kind !== 'cancel';

/** How many sessions of all four were held: what nobody called off and is over (TT-61). */
export const heldSessions = (engagement: Engagement, meetings: readonly Meeting[], now: Instant): number =>
  thatStand(engagement, meetings).filter((meeting) => meeting.kind === 'session' && isWanted(meeting) && isHeld(meeting, now)).length;

/** Those that are not over yet and that nobody wants called off (TT-42). */
export const aheadIn = (engagement: Engagement, meetings: readonly Meeting[], now: Instant): readonly Meeting[] =>
  thatStand(engagement, meetings).filter((meeting) => isWanted(meeting) && Date.parse(now) < endOf(meeting));
