import type { Instant, PairId, PersonId, SessionId } from '../ids.js';
import { err, ok, type Result } from '../result.js';

export const sessionPlaces = ['teams', 'in-person', 'walk'] as const;
export type SessionPlace = (typeof sessionPlaces)[number];

/** Where the session stands in Outlook: the organiser's own event, and the name that all copies of it share. */
export type SessionEvent = { readonly id: string; readonly sharedId: string; readonly joinUrl: string | null };

/** What the organiser still has to do in Outlook, where nobody else can; `by` is who wished for it, and `at` when. */
export type Pending =
  | { readonly kind: 'book' }
  | { readonly kind: 'move'; readonly start: Instant; readonly by: PersonId; readonly at?: Instant | undefined }
  | { readonly kind: 'cancel'; readonly by: PersonId; readonly at?: Instant | undefined };

/** A conversation that somebody arranged, and where it stands in Outlook. No subject and no word about it is kept. */
export type Arranged = {
  /** Also the name under which Outlook makes its event once and never twice. */
  readonly id: SessionId;
  readonly organiserId: PersonId;
  readonly start: Instant;
  readonly minutes: number;
  readonly place: SessionPlace;
  /** Whether assistants and other delegates of a calendar see what the event says (S-18). */
  readonly isPrivate: boolean;
  readonly state: 'on' | 'cancelled';
  /** Null while it does not stand in Outlook. */
  readonly event: SessionEvent | null;
  readonly pending: Pending | null;
  /** Set once recording and transcripts were switched off in the settings of its meeting in Teams. */
  readonly recordingOff?: true | undefined;
};

/** One conversation of a pair or trio. */
export type Session = Arranged & { readonly pairId: PairId };

export type SessionRefusal =
  | { readonly code: 'session-over' }
  | { readonly code: 'session-cancelled' }
  | { readonly code: 'session-in-past' }
  | { readonly code: 'session-outside-round' }
  | { readonly code: 'too-many-sessions' }
  /** Another member has booked or cancelled meanwhile. */
  | { readonly code: 'sessions-changed' };

/** More than this in one round is a mistake. */
export const mostSessions = 30;

const millis = (at: Instant): number => Date.parse(at);

export const endOf = ({ start, minutes }: Pick<Arranged, 'start' | 'minutes'>): number => millis(start) + minutes * 60_000;

/** Nobody is asked whether they met: what nobody cancelled and is over counts as held (CP-72). */
export const isHeld = (session: Arranged, now: Instant): boolean => session.state === 'on' && endOf(session) <= millis(now);

/** Those that count: held or to come, in the order of time. */
export const standing = <S extends Arranged>(sessions: readonly S[]): readonly S[] =>
  sessions.filter(({ state }) => state === 'on').sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));

/** Whether its meeting in Teams is still to come and lets somebody record it, as far as is known here. */
export const mayBeRecorded = ({ state, event, recordingOff, ...session }: Arranged, now: Instant): boolean =>
  state === 'on' && event !== null && event.joinUrl !== null && recordingOff !== true && endOf(session) > millis(now);

const changeable = <S extends Arranged>(session: S, now: Instant): Result<S, SessionRefusal> => {
  if (session.state === 'cancelled') return err({ code: 'session-cancelled' });
  return endOf(session) <= millis(now) ? err({ code: 'session-over' }) : ok(session);
};

/** Wants a session at another time. What stands in Outlook is moved by its organiser, so for that it is kept in mind; else it is moved at once. */
export const moveSession = <S extends Arranged>(session: S, start: Instant, by: PersonId, now: Instant): Result<S, SessionRefusal> => {
  const may = changeable(session, now);
  if (!may.ok) return may;
  if (start <= now) return err({ code: 'session-in-past' });
  if (session.event === null) return ok({ ...session, start });
  return ok({ ...session, pending: start === session.start ? null : { kind: 'move', start, by, at: now } });
};

/** Wants a session no longer. The same as with moving: what stands in Outlook is taken out by its organiser. */
export const cancelSession = <S extends Arranged>(session: S, by: PersonId, now: Instant): Result<S, SessionRefusal> => {
  const may = changeable(session, now);
  if (!may.ok) return may.error.code === 'session-cancelled' ? ok(session) : may;
  return session.event === null
    ? ok({ ...session, state: 'cancelled', pending: null })
    : ok({ ...session, pending: { kind: 'cancel', by, at: now } });
};

/** Everything stays as it was before somebody wished for a change; one that is not in Outlook yet is no longer meant to be. */
export const keepSession = <S extends Arranged>(session: S): S => ({ ...session, pending: null });

/** Whoever takes that on wants a session in their Outlook that is in nobody's. Somebody else who is about to book it stays its organiser. */
export const wantInOutlook = <S extends Arranged>(session: S, by: PersonId, now: Instant): Result<S, SessionRefusal> => {
  const may = changeable(session, now);
  if (!may.ok) return may;
  const isOthers = session.pending?.kind === 'book' && session.organiserId !== by;
  return session.event === null && !isOthers ? ok({ ...session, organiserId: by, pending: { kind: 'book' } }) : ok(session);
};

export type Performed =
  | { readonly kind: 'booked'; readonly event: SessionEvent; readonly start: Instant }
  | { readonly kind: 'moved'; readonly start: Instant }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'recording-off' };

const booked = <S extends Arranged>(session: S, event: SessionEvent, start: Instant): S => {
  // Meanwhile somebody else wanted it otherwise, and could do so at once because it was not in Outlook yet.
  if (session.state === 'cancelled') return { ...session, state: 'on', event, start, pending: { kind: 'cancel', by: session.organiserId } };
  const pending = start === session.start ? null : ({ kind: 'move', start: session.start, by: session.organiserId } as const);
  return { ...session, event, start, pending };
};

/** Records what was done in Outlook, on the session as it is now: others may have changed it since that was begun. */
export const performed = <S extends Arranged>(session: S, what: Performed): S => {
  if (what.kind === 'booked') return booked(session, what.event, what.start);
  if (what.kind === 'cancelled') return { ...session, state: 'cancelled', pending: null };
  if (what.kind === 'recording-off') return { ...session, recordingOff: true };
  const isAsWished = session.pending?.kind === 'move' && session.pending.start === what.start;
  return { ...session, start: what.start, pending: isAsWished ? null : session.pending };
};

/** How the event was found in somebody's calendar; `gone` says nothing unless that is the organiser's. */
export type Seen =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'there';
      readonly start: Instant;
      readonly minutes: number;
      readonly cancelled: boolean;
      /** Where, in the words of Outlook; null where it says no more than Teams, or nothing. Of no matter for the sessions of a pair. */
      readonly location?: string | null;
    };

/** Follows what was done in Outlook itself: moved, made longer, cancelled, thrown away by its organiser. */
export const followed = <S extends Arranged>(session: S, seen: Seen, inCalendarOf: PersonId): S => {
  if (session.state === 'cancelled' || session.event === null) return session;
  if (seen.kind === 'gone') return inCalendarOf === session.organiserId ? { ...session, state: 'cancelled', pending: null } : session;
  if (seen.cancelled) return { ...session, state: 'cancelled', pending: null };
  if (seen.start === session.start && seen.minutes === session.minutes) return session;
  const isAsWished = session.pending?.kind === 'move' && session.pending.start === seen.start;
  return { ...session, start: seen.start, minutes: seen.minutes, pending: isAsWished ? null : session.pending };
};
