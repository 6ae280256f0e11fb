import { randomUUID } from 'node:crypto';
import type { Result } from '@coaching-pairs/shared/result';
import { err, ok } from '@coaching-pairs/shared/result';
import { isRecord } from './call.js';
import type { Journal } from './journal.js';

export type Answer = 'none' | 'organizer' | 'accepted' | 'tentativelyAccepted' | 'declined';
export type Attendee = { readonly address: string; readonly name: string; readonly type: string; readonly answer: Answer };

/** One event in one person's calendar; the copies of a meeting share `meetingId`. Times are milliseconds of the epoch. */
export type CalendarEvent = {
  readonly id: string;
  readonly meetingId: string;
  readonly ownerId: string;
  readonly organizerId: string;
  readonly subject: string;
  readonly body: { readonly contentType: string; readonly content: string };
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly attendees: readonly Attendee[];
  /** Only the organiser sees who is invited. */
  readonly hideAttendees?: boolean;
  readonly answer: Answer;
  readonly online: boolean;
  /** Where, in words; events from before the sandbox kept it have none. */
  readonly location?: string;
  readonly joinUrl: string | null;
  readonly transactionId: string | null;
  readonly sensitivity: string;
  readonly showAs: string;
  readonly cancelled: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly version: number;
};

export type EventDraft = Pick<
  CalendarEvent,
  'subject' | 'body' | 'start' | 'end' | 'zone' | 'online' | 'location' | 'transactionId' | 'sensitivity' | 'showAs' | 'hideAttendees'
> & {
  readonly attendees: readonly Omit<Attendee, 'answer'>[];
};

export type EventChange = Partial<Omit<EventDraft, 'transactionId'>>;

export type CalendarEntry =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'deleted'; readonly ownerId: string; readonly id: string };

export const parseCalendarEntry = (value: unknown): CalendarEntry | undefined =>
  isRecord(value) && (value.kind === 'event' || value.kind === 'deleted') ? (value as CalendarEntry) : undefined;

export type CalendarRefusal = 'not-found' | 'not-organizer' | 'organizer-cannot-answer';

type Outcome = Result<CalendarEvent, CalendarRefusal>;

/** Whom the owner of this copy sees to be invited: where they are hidden, themselves alone, and the organiser everybody. */
export const attendeesSeen = (event: CalendarEvent, ownAddress: string): readonly Attendee[] =>
  event.hideAttendees === true && event.ownerId !== event.organizerId
    ? event.attendees.filter(({ address }) => address.toLowerCase() === ownAddress.toLowerCase())
    : event.attendees;

/** Everybody's calendar. What the organiser does reaches the copies of those invited, as in Outlook; answers reach the organiser. */
export type Calendars = {
  readonly events: (personId: string) => readonly CalendarEvent[];
  readonly event: (personId: string, id: string) => CalendarEvent | undefined;
  /** The same `transactionId` of the same person brings back the event made first. */
  readonly create: (personId: string, draft: EventDraft) => CalendarEvent;
  readonly change: (personId: string, id: string, change: EventChange) => Outcome;
  readonly move: (personId: string, id: string, start: number, end: number) => Outcome;
  /** Takes the event out of the calendar; by the organiser it is cancelled for everybody, by another it is declined. */
  readonly cancel: (personId: string, id: string) => Outcome;
  readonly answer: (personId: string, id: string, answer: 'accepted' | 'tentativelyAccepted' | 'declined') => Outcome;
};

export type Mailboxes = {
  readonly ownerOf: (address: string) => string | undefined;
  readonly addressOf: (personId: string) => string | undefined;
  readonly now: () => number;
  readonly joinUrlOf: (meetingId: string) => string;
};

const sameAddress = (one: string, other: string | undefined): boolean => one.toLowerCase() === other?.toLowerCase();

type Book = {
  readonly copies: (meetingId: string) => readonly CalendarEvent[];
  readonly of: (personId: string) => ReadonlyMap<string, CalendarEvent>;
  readonly put: (event: CalendarEvent) => CalendarEvent;
  readonly drop: (event: CalendarEvent) => void;
};

const openBook = (journal: Journal<CalendarEntry>): Book => {
  const calendars = new Map<string, Map<string, CalendarEvent>>();
  const calendarOf = (personId: string): Map<string, CalendarEvent> => {
    const calendar = calendars.get(personId) ?? new Map<string, CalendarEvent>();
    calendars.set(personId, calendar);
    return calendar;
  };
  const apply = (entry: CalendarEntry): void => {
    if (entry.kind === 'event') calendarOf(entry.event.ownerId).set(entry.event.id, entry.event);
    else calendarOf(entry.ownerId).delete(entry.id);
  };
  const record = (entry: CalendarEntry): void => {
    journal.append(entry);
    apply(entry);
  };
  for (const entry of journal.entries) apply(entry);
  return {
    copies: (meetingId) =>
      [...calendars.values()].flatMap((calendar) => [...calendar.values()].filter((event) => event.meetingId === meetingId)),
    of: calendarOf,
    put: (event) => {
      record({ kind: 'event', event });
      return event;
    },
    drop: (event) => record({ kind: 'deleted', ownerId: event.ownerId, id: event.id }),
  };
};

/** Gives every invited mailbox of the tenant that has no copy yet its own. */
const invite = (book: Book, mailboxes: Mailboxes, event: CalendarEvent): void => {
  const present = new Set(book.copies(event.meetingId).map((copy) => copy.ownerId));
  for (const attendee of event.attendees) {
    const ownerId = mailboxes.ownerOf(attendee.address);
    if (ownerId !== undefined && !present.has(ownerId)) {
      book.put({ ...event, id: `evt-${randomUUID()}`, ownerId, answer: 'none', transactionId: null });
    }
  }
};

const createEvent = (book: Book, mailboxes: Mailboxes, personId: string, draft: EventDraft): CalendarEvent => {
  const same = [...book.of(personId).values()].find((event) => draft.transactionId !== null && event.transactionId === draft.transactionId);
  if (same !== undefined) return same;
  const meetingId = randomUUID();
  const now = mailboxes.now();
  const event = book.put({
    ...draft,
    id: `evt-${randomUUID()}`,
    meetingId,
    ownerId: personId,
    organizerId: personId,
    attendees: draft.attendees.map((attendee) => ({ ...attendee, answer: 'none' })),
    answer: 'organizer',
    joinUrl: draft.online ? mailboxes.joinUrlOf(meetingId) : null,
    cancelled: false,
    createdAt: now,
    changedAt: now,
    version: 1,
  });
  invite(book, mailboxes, event);
  return event;
};

const changeEvent = (book: Book, mailboxes: Mailboxes, personId: string, id: string, change: EventChange): Outcome => {
  const event = book.of(personId).get(id);
  if (event === undefined) return err('not-found');
  if (event.organizerId !== personId) return err('not-organizer');
  const moved = (change.start ?? event.start) !== event.start || (change.end ?? event.end) !== event.end;
  const answerOf = (address: string): Answer =>
    moved ? 'none' : (event.attendees.find((attendee) => sameAddress(attendee.address, address))?.answer ?? 'none');
  const attendees = (change.attendees ?? event.attendees).map((attendee) => ({ ...attendee, answer: answerOf(attendee.address) }));
  // What is online once stays so, with the meeting that it has.
  const online = event.online || change.online === true;
  const joinUrl = event.joinUrl ?? (online ? mailboxes.joinUrlOf(event.meetingId) : null);
  const next = { ...event, ...change, online, joinUrl, attendees, changedAt: mailboxes.now(), version: event.version + 1 };
  for (const copy of book.copies(event.meetingId)) {
    const invited =
      copy.ownerId === personId || attendees.some((attendee) => sameAddress(attendee.address, mailboxes.addressOf(copy.ownerId)));
    const answer = copy.ownerId === personId ? copy.answer : moved ? 'none' : copy.answer;
    book.put({ ...next, id: copy.id, ownerId: copy.ownerId, transactionId: copy.transactionId, answer, cancelled: !invited });
  }
  invite(book, mailboxes, next);
  return ok(next);
};

const answerEvent = (book: Book, mailboxes: Mailboxes, personId: string, id: string, answer: Answer): Outcome => {
  const event = book.of(personId).get(id);
  if (event === undefined) return err('not-found');
  if (event.organizerId === personId) return err('organizer-cannot-answer');
  const address = mailboxes.addressOf(personId);
  for (const copy of book.copies(event.meetingId)) {
    const attendees = copy.attendees.map((attendee) => (sameAddress(attendee.address, address) ? { ...attendee, answer } : attendee));
    const own = copy.ownerId === personId ? answer : copy.answer;
    book.put({ ...copy, attendees, answer: own, changedAt: mailboxes.now(), version: copy.version + 1 });
  }
  return ok(book.of(personId).get(id) ?? event);
};

const cancelEvent = (book: Book, mailboxes: Mailboxes, personId: string, id: string): Outcome => {
  const event = book.of(personId).get(id);
  if (event === undefined) return err('not-found');
  if (event.organizerId !== personId) {
    const declined = answerEvent(book, mailboxes, personId, id, 'declined');
    book.drop(event);
    return declined;
  }
  for (const copy of book.copies(event.meetingId)) {
    if (copy.ownerId === personId) book.drop(copy);
    else book.put({ ...copy, cancelled: true, changedAt: mailboxes.now(), version: copy.version + 1 });
  }
  return ok({ ...event, cancelled: true });
};

export const openCalendars = (mailboxes: Mailboxes, journal: Journal<CalendarEntry>): Calendars => {
  const book = openBook(journal);
  return {
    events: (personId) => [...book.of(personId).values()].sort((one, other) => one.start - other.start),
    event: (personId, id) => book.of(personId).get(id),
    create: (personId, draft) => createEvent(book, mailboxes, personId, draft),
    change: (personId, id, change) => changeEvent(book, mailboxes, personId, id, change),
    move: (personId, id, start, end) => changeEvent(book, mailboxes, personId, id, { start, end }),
    cancel: (personId, id) => cancelEvent(book, mailboxes, personId, id),
    answer: (personId, id, answer) => answerEvent(book, mailboxes, personId, id, answer),
  };
};
