import type { Instant } from '@coaching-pairs/shared/ids';
import type { WorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import type { Result } from '@coaching-pairs/shared/result';
import type { Busy } from '@coaching-pairs/shared/sessions/free-times';
import type { Seen, SessionEvent } from '@coaching-pairs/shared/sessions/session';

export type CalendarRefusal =
  /** Whoever is signed in has to do so once more, for consent or for more proof; `claims` is what Entra wants to be asked with. */
  | { readonly code: 'sign-in-needed'; readonly claims: string | null }
  | { readonly code: 'mailbox-missing' }
  /** It did not answer, or refused for a reason that is not the person's. */
  | { readonly code: 'calendar-unavailable'; readonly status: number | null };

/** What a calendar tells of somebody's time, and nothing of what is in it. */
export type Schedule = {
  readonly mail: string;
  readonly busy: readonly Busy[];
  /** Null where the mailbox did not say. */
  readonly hours: WorkingTime | null;
  /** IANA name; null where it is not known. */
  readonly zone: string | null;
};

export type EventDraft = {
  /** The same one never makes a second event. */
  readonly transactionId: string;
  readonly subject: string;
  /** HTML. */
  readonly body: string;
  readonly start: Instant;
  readonly minutes: number;
  readonly attendees: readonly { readonly name: string; readonly mail: string }[];
  readonly online: boolean;
  /** Where they meet, in words; null for Teams. */
  readonly location: string | null;
  readonly isPrivate: boolean;
  /** Whether those invited see who else is; true where left out. */
  readonly showsInvited?: boolean;
};

/** What is changed of an event. */
export type EventChange = Pick<EventDraft, 'start' | 'minutes'> & {
  /** Only where it is to be another one. What is online already stays so beside it, as Outlook has it. */
  readonly place?: Pick<EventDraft, 'online'> & {
    readonly location: string;
    /** Given only for what is not online: the way into a meeting in Teams stands in its text. */
    readonly body?: string;
  };
};

/** The calendar of whoever is signed in, for as long as their request lasts. Every call may be repeated without a second effect. */
export type Calendar = {
  /** Only those are answered for whose mailbox could be read. */
  readonly schedules: (mails: readonly string[], from: Instant, to: Instant) => Promise<Result<readonly Schedule[], CalendarRefusal>>;
  readonly book: (draft: EventDraft) => Promise<Result<SessionEvent, CalendarRefusal>>;
  /** Null: the event is there no longer. */
  readonly change: (event: SessionEvent, change: EventChange) => Promise<Result<SessionEvent | null, CalendarRefusal>>;
  readonly cancel: (eventId: string) => Promise<Result<null, CalendarRefusal>>;
  /** Takes out what nobody else was invited to. */
  readonly remove: (eventId: string) => Promise<Result<null, CalendarRefusal>>;
  /** How the event stands in this person's own calendar; whoever has declined it may have it no longer. */
  readonly look: (event: SessionEvent) => Promise<Result<Seen, CalendarRefusal>>;
  /** Keeps the meeting behind this link from being recorded and transcribed; false where it is not found, or goes on allowing it. */
  readonly switchOffRecording: (joinUrl: string) => Promise<Result<boolean, CalendarRefusal>>;
};

/** Opens the calendar of the person whose token for the tab this is (on behalf of them); nothing is asked before the first call. */
export type CalendarOf = (userToken: string) => Calendar;
