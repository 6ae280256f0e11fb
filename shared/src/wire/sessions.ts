import { z } from 'zod';
import { mostSessions, sessionPlaces } from '../sessions/session.js';
import { DateOnly, Id, InstantText, Named, OpId } from './parts.js';

export const calendarStates = ['fine', 'sign-in-needed', 'mailbox-missing', 'calendar-unavailable'] as const;
/** How the reader's own Outlook answered to this call; `fine` too where it was not asked. */
export const CalendarState = z.enum(calendarStates);
export type CalendarState = z.infer<typeof CalendarState>;

export const SessionView = z.object({
  id: Id,
  start: InstantText,
  minutes: z.int(),
  place: z.enum(sessionPlaces),
  isPrivate: z.boolean(),
  organiser: Named,
  /** I am the one in whose Outlook it was made, and who alone can change it there. */
  mine: z.boolean(),
  held: z.boolean(),
  inOutlook: z.boolean(),
  /** What the organiser still has to do in Outlook. */
  pending: z.enum(['book', 'move', 'cancel']).nullable(),
  movesTo: InstantText.nullable(),
  joinUrl: z.string().nullable(),
  /** Recording and transcripts could not be switched off for its meeting in Teams, which is still to come. */
  recordable: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** The sessions of my pair or trio; nobody else reads them. */
export const Sessions = z.object({
  members: z.array(Named),
  /** Where each of us lives, by IANA name; I come first. */
  zones: z.array(z.object({ person: Named, zone: z.string() })),
  from: DateOnly,
  to: DateOnly,
  /** False once the round is over. */
  open: z.boolean(),
  /** The least number that a round asks for (CP-41). */
  fewest: z.int(),
  sessions: z.array(SessionView),
  calendar: CalendarState,
  /** What a further sign-in has to ask for; null where nothing special. */
  claims: z.string().nullable(),
});
export type Sessions = z.infer<typeof Sessions>;

/** Times at which we are all at work and free. */
export const SessionTimes = z.object({
  members: z.array(Named),
  minutes: z.int(),
  /** For the sessions that we lack, one about each month. */
  sessions: z.array(z.object({ start: InstantText, alternatives: z.array(InstantText) })),
  missing: z.int(),
  /** Minutes by which times lie outside somebody's working day because no hour is common; else 0. */
  stretch: z.int(),
  /** Single times, for one session. */
  others: z.array(InstantText),
  /** Whose calendar could not be read; their working hours alone were looked at. */
  unread: z.array(Named),
  calendar: CalendarState,
  claims: z.string().nullable(),
});
export type SessionTimes = z.infer<typeof SessionTimes>;

export const BookSessions = z.object({
  opId: OpId,
  starts: z.array(InstantText).min(1).max(mostSessions),
  /** How many sessions were shown; where there are others by now, nothing is booked. */
  having: z.int().min(0),
  minutes: z.int().min(15).max(240),
  place: z.enum(sessionPlaces),
  isPrivate: z.boolean(),
  /** False: agreed upon and kept here alone; each puts it into a calendar of their own. */
  outlook: z.boolean(),
});

export const MoveSession = z.object({ opId: OpId, start: InstantText });
