import type { CalendarEvent, CalendarRefusal, Calendars } from './calendar-state.js';
import { answered, badRequest, type GraphAnswer, type GraphCall, type GraphRoute, problem } from './call.js';
import { parseEventChange, parseEventDraft, shapeOfEvent } from './event-shape.js';
import { pageOf } from './paging.js';
import type { DirectoryRoom } from './users.js';

export type CalendarRoom = DirectoryRoom & { readonly calendars: Calendars };

const writers = ['Calendars.ReadWrite'];
const readers = ['Calendars.ReadWrite', 'Calendars.Read', 'Calendars.ReadBasic', 'Calendars.Read.Shared'];

const me = (call: GraphCall): string => call.caller.personId ?? '';

export const refused = (refusal: CalendarRefusal): GraphAnswer => {
  if (refusal === 'not-found') return problem(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  if (refusal === 'not-organizer') return problem(403, 'ErrorAccessDenied', 'Only the organizer may change this meeting.');
  return badRequest("You can't respond to this meeting because you're the meeting organizer.");
};

const picked = (shape: Readonly<Record<string, unknown>>, select: string | null): unknown =>
  select === null ? shape : Object.fromEntries(['@odata.etag', 'id', ...select.split(',')].map((field) => [field, shape[field] ?? null]));

const create =
  (room: CalendarRoom) =>
  (call: GraphCall): GraphAnswer => {
    if (room.state.person(me(call))?.mail == null) return problem(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is not there.');
    const draft = parseEventDraft(call.body);
    if (!draft.ok) return badRequest(`The property '${draft.field}' is missing or not valid.`);
    const { transactionId } = draft.value;
    const isRepeated = transactionId !== null && room.calendars.events(me(call)).some((event) => event.transactionId === transactionId);
    if (isRepeated && room.faults.repeatsRefused())
      return problem(409, 'ErrorDuplicateTransactionId', 'The transactionId was used by an earlier request.');
    return answered(shapeOfEvent(room.state, room.calendars.create(me(call), draft.value), call.header('prefer')), 201);
  };

/** Events by the name that all copies share, or by their beginning; undefined where anything else is asked. */
const eventFilter = (filter: string | null): ((event: CalendarEvent) => boolean) | undefined => {
  if (filter === null) return () => true;
  const [, field, text = ''] = /^(iCalUId|start\/dateTime) eq '((?:[^']|'')*)'$/u.exec(filter) ?? [];
  const wanted = text.replaceAll("''", "'");
  if (field === 'iCalUId') return ({ meetingId }) => meetingId === wanted;
  return field === undefined ? undefined : ({ start }) => new Date(start).toISOString().startsWith(wanted.slice(0, 19));
};

const list =
  (room: CalendarRoom) =>
  (call: GraphCall): GraphAnswer => {
    const wanted = eventFilter(call.query.get('$filter'));
    if (wanted === undefined) return badRequest('Invalid filter clause.');
    return pageOf(room.origin, call, room.faults, room.calendars.events(me(call)).filter(wanted), (event) =>
      picked(shapeOfEvent(room.state, event, call.header('prefer')), call.query.get('$select')),
    );
  };

const view =
  (room: CalendarRoom) =>
  (call: GraphCall): GraphAnswer => {
    const from = Date.parse(call.query.get('startDateTime') ?? '');
    const to = Date.parse(call.query.get('endDateTime') ?? '');
    if (Number.isNaN(from) || Number.isNaN(to)) return badRequest('This request requires a time window: startDateTime and endDateTime.');
    const events = room.calendars.events(me(call)).filter((event) => event.start < to && event.end > from);
    return pageOf(room.origin, call, room.faults, events, (event) =>
      picked(shapeOfEvent(room.state, event, call.header('prefer')), call.query.get('$select')),
    );
  };

const read =
  (room: CalendarRoom) =>
  (call: GraphCall): GraphAnswer => {
    const event = room.calendars.event(me(call), call.params.id ?? '');
    if (event === undefined) return refused('not-found');
    return answered(picked(shapeOfEvent(room.state, event, call.header('prefer')), call.query.get('$select')));
  };

const change =
  (room: CalendarRoom) =>
  (call: GraphCall): GraphAnswer => {
    const wanted = parseEventChange(call.body);
    if (!wanted.ok) return badRequest(`The property '${wanted.field}' is not valid or cannot be changed.`);
    const outcome = room.calendars.change(me(call), call.params.id ?? '', wanted.value);
    return outcome.ok ? answered(shapeOfEvent(room.state, outcome.value, call.header('prefer'))) : refused(outcome.error);
  };

const cancel =
  (room: CalendarRoom, organizerOnly: boolean, status: number) =>
  (call: GraphCall): GraphAnswer => {
    const event = room.calendars.event(me(call), call.params.id ?? '');
    if (organizerOnly && event !== undefined && event.organizerId !== me(call)) return refused('not-organizer');
    const outcome = room.calendars.cancel(me(call), call.params.id ?? '');
    return outcome.ok ? { status } : refused(outcome.error);
  };

const respond =
  (room: CalendarRoom, answer: 'accepted' | 'tentativelyAccepted' | 'declined') =>
  (call: GraphCall): GraphAnswer => {
    const outcome = room.calendars.answer(me(call), call.params.id ?? '', answer);
    return outcome.ok ? { status: 202 } : refused(outcome.error);
  };

/** The signed-in person's events: booking, reading, moving, cancelling and answering. */
export const eventRoutes = (room: CalendarRoom): readonly GraphRoute[] => [
  { method: 'POST', path: '/me/events', user: writers, answer: create(room) },
  { method: 'GET', path: '/me/events', user: readers, answer: list(room) },
  { method: 'GET', path: '/me/calendarView', user: readers, answer: view(room) },
  { method: 'GET', path: '/me/events/{id}', user: readers, answer: read(room) },
  { method: 'PATCH', path: '/me/events/{id}', user: writers, answer: change(room) },
  { method: 'DELETE', path: '/me/events/{id}', user: writers, answer: cancel(room, false, 204) },
  { method: 'POST', path: '/me/events/{id}/cancel', user: writers, answer: cancel(room, true, 202) },
  { method: 'POST', path: '/me/events/{id}/accept', user: writers, answer: respond(room, 'accepted') },
  { method: 'POST', path: '/me/events/{id}/tentativelyAccept', user: writers, answer: respond(room, 'tentativelyAccepted') },
  { method: 'POST', path: '/me/events/{id}/decline', user: writers, answer: respond(room, 'declined') },
];
