import type { CalendarEvent } from './calendar-state.js';
import { answered, badRequest, type GraphAnswer, type GraphCall, type GraphRoute, isRecord, notFound, problem } from './call.js';
import type { CalendarRoom } from './events.js';
import type { Journal } from './journal.js';

/** The settings of a meeting that the product may change; as Teams makes them. */
export type MeetingSettings = {
  readonly recordAutomatically: boolean;
  readonly allowRecording: boolean;
  readonly allowTranscription: boolean;
};

export type MeetingEntry = { readonly meetingId: string; readonly settings: MeetingSettings };

export const parseMeetingEntry = (value: unknown): MeetingEntry | undefined =>
  isRecord(value) && typeof value.meetingId === 'string' && isRecord(value.settings) ? (value as MeetingEntry) : undefined;

/** The meetings in Teams behind the events that have one. */
export type Meetings = {
  readonly settings: (meetingId: string) => MeetingSettings;
  readonly change: (meetingId: string, settings: Partial<MeetingSettings>) => MeetingSettings;
};

const usual: MeetingSettings = { recordAutomatically: false, allowRecording: true, allowTranscription: true };
const known = Object.keys(usual);

export const openMeetings = (journal: Journal<MeetingEntry>): Meetings => {
  const all = new Map(journal.entries.map(({ meetingId, settings }) => [meetingId, settings] as const));
  const of = (meetingId: string): MeetingSettings => all.get(meetingId) ?? usual;
  return {
    settings: of,
    change: (meetingId, change) => {
      const settings = { ...of(meetingId), ...change };
      journal.append({ meetingId, settings });
      all.set(meetingId, settings);
      return settings;
    },
  };
};

type MeetingRoom = CalendarRoom & { readonly meetings: Meetings };

const prefix = 'mtg-';

const own = (room: MeetingRoom, call: GraphCall): readonly CalendarEvent[] => room.calendars.events(call.caller.personId ?? '');

const shapeOf = (room: MeetingRoom, { meetingId, subject, joinUrl }: CalendarEvent) => ({
  ...{ id: `${prefix}${meetingId}`, subject, joinWebUrl: joinUrl },
  ...room.meetings.settings(meetingId),
});

/** A list is answered for one link alone. */
const list =
  (room: MeetingRoom) =>
  (call: GraphCall): GraphAnswer => {
    const [, url] = /^JoinWebUrl eq '((?:[^']|'')+)'$/u.exec(call.query.get('$filter') ?? '') ?? [];
    if (url === undefined) return badRequest('A filter by JoinWebUrl is required.');
    const found = own(room, call).filter(({ joinUrl }) => joinUrl === url.replaceAll("''", "'"));
    return answered({ value: found.map((event) => shapeOf(room, event)) });
  };

const settingsIn = (body: unknown): Partial<MeetingSettings> | undefined =>
  isRecord(body) && Object.entries(body).every(([name, value]) => known.includes(name) && typeof value === 'boolean')
    ? (body as Partial<MeetingSettings>)
    : undefined;

const change =
  (room: MeetingRoom) =>
  (call: GraphCall): GraphAnswer => {
    const id = call.params.id ?? '';
    const event = own(room, call).find(({ meetingId, joinUrl }) => joinUrl !== null && id === `${prefix}${meetingId}`);
    if (event === undefined) return notFound(id);
    if (event.organizerId !== event.ownerId) return problem(403, 'Forbidden', 'Only the organizer may change this meeting.');
    const settings = settingsIn(call.body);
    if (settings === undefined) return badRequest('A property of the meeting is not known or not valid.');
    if (!room.faults.recordingStays()) room.meetings.change(event.meetingId, settings);
    return answered(shapeOf(room, event));
  };

/** The signed-in person's meetings in Teams: one is found by its link, and its organiser changes its settings. */
export const meetingRoutes = (room: MeetingRoom): readonly GraphRoute[] => [
  { method: 'GET', path: '/me/onlineMeetings', user: ['OnlineMeetings.ReadWrite', 'OnlineMeetings.Read'], answer: list(room) },
  { method: 'PATCH', path: '/me/onlineMeetings/{id}', user: ['OnlineMeetings.ReadWrite'], answer: change(room) },
];
