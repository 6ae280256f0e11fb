import type { TenantPerson } from '../people/tenant.js';
import { answered, badRequest, type GraphAnswer, type GraphCall, type GraphRoute, isRecord, textIn } from './call.js';
import type { CalendarRoom } from './events.js';
import { localOf, parseZoned, zonedOf } from './zoned.js';

const minute = 60_000;
const longestSpan = 62 * 24 * 60 * minute;
const mostSchedules = 20;

type Busy = { readonly start: number; readonly end: number; readonly showAs: string };

const busyTimes = (room: CalendarRoom, personId: string, from: number, to: number): readonly Busy[] =>
  room.calendars
    .events(personId)
    .filter((event) => !event.cancelled && event.answer !== 'declined' && event.showAs !== 'free' && event.start < to && event.end > from);

const personWith = (room: CalendarRoom, address: string): TenantPerson | undefined =>
  room.state.people().find(({ mail, guest }) => guest !== true && mail?.toLowerCase() === address.toLowerCase());

const digits: Readonly<Record<string, string>> = { tentative: '1', busy: '2', oof: '3', workingElsewhere: '4' };

const viewOf = (busy: readonly Busy[], from: number, to: number, step: number): string => {
  let view = '';
  for (let at = from; at < to; at += step) {
    const here = busy.find((one) => one.start < at + step && one.end > at);
    view += here === undefined ? '0' : (digits[here.showAs] ?? '2');
  }
  return view;
};

const scheduleOf = (room: CalendarRoom, call: GraphCall, address: string, from: number, to: number, step: number): unknown => {
  const person = personWith(room, address);
  if (person === undefined) {
    const error = { message: 'Mailbox could not be found.', responseCode: 'ErrorMailRecipientNotFound' };
    return { scheduleId: address, availabilityView: '', scheduleItems: [], error };
  }
  const busy = busyTimes(room, person.id, from, to);
  const prefer = call.header('prefer');
  return {
    scheduleId: address,
    availabilityView: viewOf(busy, from, to, step),
    scheduleItems: busy.map((one) => ({ status: one.showAs, start: zonedOf(one.start, prefer), end: zonedOf(one.end, prefer) })),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '09:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: person.timeZone ?? 'UTC' },
    },
  };
};

const getSchedule =
  (room: CalendarRoom) =>
  (call: GraphCall): GraphAnswer => {
    const body = isRecord(call.body) ? call.body : {};
    const addresses = Array.isArray(body.schedules) ? body.schedules.filter((one): one is string => typeof one === 'string') : [];
    const [start, end] = [parseZoned(body.startTime), parseZoned(body.endTime)];
    const step = typeof body.availabilityViewInterval === 'number' ? body.availabilityViewInterval : 30;
    if (addresses.length === 0 || addresses.length > mostSchedules)
      return badRequest(`Between 1 and ${mostSchedules} schedules are asked for.`);
    if (start === undefined || end === undefined || end.at <= start.at)
      return badRequest('startTime and endTime are missing or not valid.');
    if (end.at - start.at >= longestSpan)
      return badRequest('The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long.');
    if (step < 5 || step > 1440) return badRequest('availabilityViewInterval is between 5 and 1440 minutes.');
    return answered({ value: addresses.map((address) => scheduleOf(room, call, address, start.at, end.at, step * minute)) });
  };

const isWorkingTime = (start: number, end: number, zone: string): boolean => {
  const [from, to] = [localOf(start, zone), localOf(end, zone)];
  const sameDay = from.text.slice(0, 10) === to.text.slice(0, 10);
  return sameDay && !['Sat', 'Sun'].includes(from.weekday) && from.text.slice(11) >= '09:00:00' && to.text.slice(11) <= '17:00:00';
};

const durationIn = (body: unknown): number => {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?$/u.exec(textIn(body, 'meetingDuration') ?? 'PT30M');
  return match === null ? 0 : (Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)) * minute;
};

const slotsIn = (body: Readonly<Record<string, unknown>>): readonly { readonly from: number; readonly to: number }[] => {
  const slots = isRecord(body.timeConstraint) && Array.isArray(body.timeConstraint.timeSlots) ? body.timeConstraint.timeSlots : [];
  return slots.flatMap((slot: unknown) => {
    const [start, end] = isRecord(slot) ? [parseZoned(slot.start), parseZoned(slot.end)] : [];
    return start === undefined || end === undefined ? [] : [{ from: start.at, to: end.at }];
  });
};

const findMeetingTimes =
  (room: CalendarRoom) =>
  (call: GraphCall): GraphAnswer => {
    const body = isRecord(call.body) ? call.body : {};
    const length = durationIn(body);
    const asked = Array.isArray(body.attendees)
      ? body.attendees.map((one: unknown) => (isRecord(one) ? textIn(one.emailAddress, 'address') : undefined))
      : [];
    const people = asked.map((address) => (address === undefined ? undefined : personWith(room, address)));
    if (length <= 0 || !people.every((person) => person !== undefined)) return badRequest('The attendees or the duration are not valid.');
    const organizer = room.state.person(call.caller.personId ?? '');
    const all = organizer === undefined ? people : [organizer, ...people];
    const fits = (at: number): boolean =>
      all.every((one) => isWorkingTime(at, at + length, one.timeZone ?? 'UTC') && busyTimes(room, one.id, at, at + length).length === 0);
    const most = typeof body.maxCandidates === 'number' ? body.maxCandidates : 20;
    const starts: number[] = [];
    for (const { from, to } of slotsIn(body)) {
      for (let at = Math.ceil(from / (30 * minute)) * 30 * minute; at + length <= to && starts.length < most; at += 30 * minute)
        if (fits(at)) starts.push(at);
    }
    const prefer = call.header('prefer');
    return answered({
      emptySuggestionsReason: starts.length === 0 ? 'AttendeesUnavailable' : '',
      meetingTimeSuggestions: starts.map((at, index) => ({
        confidence: 100,
        order: index + 1,
        organizerAvailability: 'free',
        meetingTimeSlot: { start: zonedOf(at, prefer), end: zonedOf(at + length, prefer) },
        attendeeAvailability: people.map((one) => ({ availability: 'free', attendee: { emailAddress: { address: one.mail } } })),
      })),
    });
  };

/** When people are free: their schedules, and times that suit all of them. */
export const scheduleRoutes = (room: CalendarRoom): readonly GraphRoute[] => [
  {
    method: 'POST',
    path: '/me/calendar/getSchedule',
    user: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite', 'Calendars.Read.Shared'],
    answer: getSchedule(room),
  },
  {
    method: 'POST',
    path: '/me/findMeetingTimes',
    user: ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'],
    answer: findMeetingTimes(room),
  },
];
