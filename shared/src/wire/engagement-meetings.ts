import { z } from 'zod';
import { meetingKinds, meetingMinutes } from '../engagement/meetings.js';
import { sessionKinds } from '../engagement/session-flow.js';
import { sessionPlaces } from '../sessions/session.js';
import { InstantText, Named, OpId } from './parts.js';
import { CalendarState, SessionView } from './sessions.js';

/** A meeting of an engagement as one of those who come to it reads it. */
export const EngagementMeeting = SessionView.extend({
  kind: z.enum(meetingKinds),
  /** Of a session of all four, in the order of time, and what it is for (TT-12, TT-52); null for any other. */
  number: z.int().nullable(),
  purpose: z.enum(sessionKinds).nullable(),
  /** Who comes; I come first. */
  people: z.array(Named),
  /** It was called off; shown only where that was short notice. */
  cancelled: z.boolean(),
  /** Its last change came less than 24 hours before this time (TT-40). */
  shortNotice: z.object({ what: z.enum(['moved', 'cancelled']), from: InstantText }).nullable(),
  /** I keep ten minutes free before and after it in my own calendar (TT-41). */
  keptFree: z.boolean(),
});
export type EngagementMeeting = z.infer<typeof EngagementMeeting>;

/** The meetings of an engagement that I come to. */
export const EngagementMeetings = z.object({
  members: z.array(Named),
  /** Where each of us lives, by IANA name; I come first. */
  zones: z.array(z.object({ person: Named, zone: z.string() })),
  /** What I could book now (TT-34). */
  bookable: z.array(z.enum(meetingKinds)),
  /** How many sessions are planned, and how many were held. */
  planned: z.int().nullable(),
  held: z.int(),
  /** Of a session, as it was agreed on. */
  minutes: z.int(),
  sessions: z.array(EngagementMeeting),
  /** How many of mine still stand in my Outlook although the engagement has ended. */
  left: z.int(),
  calendar: CalendarState,
  claims: z.string().nullable(),
});
export type EngagementMeetings = z.infer<typeof EngagementMeetings>;

/** Times at which all who come are at work and free, as far as is known. */
export const EngagementTimes = z.object({
  minutes: z.int(),
  others: z.array(InstantText),
  /** Minutes by which times lie outside somebody's working day because no hour is common; else 0. */
  stretch: z.int(),
  /** Whose calendar could not be read, or lies elsewhere: they are asked. */
  unread: z.array(Named),
  calendar: CalendarState,
  claims: z.string().nullable(),
});
export type EngagementTimes = z.infer<typeof EngagementTimes>;

/** What a time meets in somebody's calendar: itself, or the ten minutes before or after. A warning, which keeps nobody from booking (TT-41). */
export const EngagementClashes = z.object({ clashes: z.array(z.enum(['before', 'during', 'after'])) });

export const BookEngagementMeeting = z.object({
  opId: OpId,
  kind: z.enum(meetingKinds),
  start: InstantText,
  minutes: z.int().min(meetingMinutes.least).max(meetingMinutes.most),
  place: z.enum(sessionPlaces),
  isPrivate: z.boolean(),
  /** False: agreed upon and kept here alone; each puts it into a calendar of their own. */
  outlook: z.boolean(),
  /** Ten minutes before and after are kept free in my own calendar (TT-41). */
  keepFree: z.boolean(),
  /** How many meetings were shown; where there are others by now, nothing is booked. */
  having: z.int().min(0),
});

/** Whoever changes a meeting less than 24 hours before says that they know (TT-40). */
export const MoveEngagementMeeting = z.object({ opId: OpId, start: InstantText, confirmed: z.boolean() });
export const CancelEngagementMeeting = z.object({ opId: OpId, confirmed: z.boolean() });
export const KeepFree = z.object({ opId: OpId, keep: z.boolean() });
