import { type Answer, type Attendee, attendeesSeen, type CalendarEvent, type EventChange, type EventDraft } from './calendar-state.js';
import { isRecord, textIn } from './call.js';
import type { DirectoryState } from './directory-state.js';
import { parseZoned, zonedOf } from './zoned.js';

const mailboxOf = (state: DirectoryState, personId: string): unknown => {
  const person = state.person(personId);
  return { emailAddress: { name: person?.name ?? '', address: person?.mail ?? '' } };
};

const statusOf = (answer: Answer, at: number): unknown => ({ response: answer, time: new Date(answer === 'none' ? 0 : at).toISOString() });

/** An event as Graph shows it; times are UTC unless the `Prefer` header names a zone. */
export const shapeOfEvent = (
  state: DirectoryState,
  event: CalendarEvent,
  prefer: string | undefined,
): Readonly<Record<string, unknown>> => ({
  '@odata.etag': `W/"${event.version}"`,
  id: event.id,
  iCalUId: event.meetingId,
  transactionId: event.transactionId,
  createdDateTime: new Date(event.createdAt).toISOString(),
  lastModifiedDateTime: new Date(event.changedAt).toISOString(),
  changeKey: String(event.version),
  subject: event.cancelled ? `Canceled: ${event.subject}` : event.subject,
  body: event.body,
  sensitivity: event.sensitivity,
  showAs: event.cancelled ? 'free' : event.showAs,
  type: 'singleInstance',
  isCancelled: event.cancelled,
  isOrganizer: event.organizerId === event.ownerId,
  isAllDay: false,
  isOnlineMeeting: event.online,
  onlineMeetingProvider: event.online ? 'teamsForBusiness' : 'unknown',
  location: { displayName: event.location ?? '' },
  onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
  originalStartTimeZone: event.zone,
  originalEndTimeZone: event.zone,
  start: zonedOf(event.start, prefer),
  end: zonedOf(event.end, prefer),
  organizer: mailboxOf(state, event.organizerId),
  responseStatus: statusOf(event.answer, event.changedAt),
  hideAttendees: event.hideAttendees === true,
  attendees: attendeesSeen(event, state.person(event.ownerId)?.mail ?? '').map((attendee) => ({
    type: attendee.type,
    status: statusOf(attendee.answer, event.changedAt),
    emailAddress: { name: attendee.name, address: attendee.address },
  })),
});

type Field<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly field: string };

const attendeesIn = (body: Readonly<Record<string, unknown>>): readonly Omit<Attendee, 'answer'>[] | undefined => {
  if (!Array.isArray(body.attendees)) return undefined;
  const attendees = body.attendees.map((attendee: unknown) => {
    const address = isRecord(attendee) ? textIn(attendee.emailAddress, 'address') : undefined;
    const name = isRecord(attendee) ? textIn(attendee.emailAddress, 'name') : undefined;
    return address === undefined ? undefined : { address, name: name ?? address, type: textIn(attendee, 'type') ?? 'required' };
  });
  return attendees.every((attendee) => attendee !== undefined) ? attendees : undefined;
};

const bodyIn = (body: Readonly<Record<string, unknown>>): EventDraft['body'] | undefined => {
  const content = textIn(body.body, 'content');
  return content === undefined ? undefined : { contentType: (textIn(body.body, 'contentType') ?? 'text').toLowerCase(), content };
};

const isOnline = (body: Readonly<Record<string, unknown>>): boolean =>
  body.isOnlineMeeting === true && (body.onlineMeetingProvider ?? 'teamsForBusiness') === 'teamsForBusiness';

/** What a PATCH wants changed; the first field that cannot be read is named. `transactionId` can never be changed. */
export const parseEventChange = (body: unknown): Field<EventChange> => {
  if (!isRecord(body)) return { ok: false, field: 'body' };
  if ('transactionId' in body) return { ok: false, field: 'transactionId' };
  const start = body.start === undefined ? undefined : parseZoned(body.start);
  const end = body.end === undefined ? undefined : parseZoned(body.end);
  const attendees = attendeesIn(body);
  const content = bodyIn(body);
  if (body.start !== undefined && start === undefined) return { ok: false, field: 'start' };
  if (body.end !== undefined && end === undefined) return { ok: false, field: 'end' };
  if (body.attendees !== undefined && attendees === undefined) return { ok: false, field: 'attendees' };
  const subject = textIn(body, 'subject');
  const sensitivity = textIn(body, 'sensitivity');
  const showAs = textIn(body, 'showAs');
  const location = textIn(body.location, 'displayName');
  return {
    ok: true,
    value: {
      ...(subject === undefined ? {} : { subject }),
      ...(content === undefined ? {} : { body: content }),
      ...(start === undefined ? {} : { start: start.at, zone: start.zone }),
      ...(end === undefined ? {} : { end: end.at }),
      ...(attendees === undefined ? {} : { attendees }),
      ...(sensitivity === undefined ? {} : { sensitivity }),
      ...(showAs === undefined ? {} : { showAs }),
      ...(location === undefined ? {} : { location }),
      ...(isOnline(body) ? { online: true } : {}),
    },
  };
};

/** A new event from the body of a POST; the first field that is missing or cannot be read is named. */
export const parseEventDraft = (body: unknown): Field<EventDraft> => {
  if (!isRecord(body)) return { ok: false, field: 'body' };
  const { transactionId, ...rest } = body;
  const change = parseEventChange(rest);
  if (!change.ok) return change;
  const { start, end, zone } = change.value;
  if (start === undefined || zone === undefined) return { ok: false, field: 'start' };
  if (end === undefined || end < start) return { ok: false, field: 'end' };
  return {
    ok: true,
    value: {
      subject: '',
      body: { contentType: 'text', content: '' },
      attendees: [],
      sensitivity: 'normal',
      showAs: 'busy',
      ...change.value,
      start,
      end,
      zone,
      online: change.value.online === true,
      hideAttendees: body.hideAttendees === true,
      transactionId: typeof transactionId === 'string' ? transactionId : null,
    },
  };
};
