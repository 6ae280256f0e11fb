import { type Instant, instant } from '@coaching-pairs/shared/ids';
import { usualWorkingTime, type WorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { isInTeams } from '@coaching-pairs/shared/round/meeting';
import type { Busy } from '@coaching-pairs/shared/sessions/free-times';
import type { Seen, SessionEvent } from '@coaching-pairs/shared/sessions/session';
import * as z from 'zod';
import type { EventChange, EventDraft, Schedule } from '../ports/calendar.js';
import { ianaZoneOf } from './windows-zones.js';

const utc = 'UTC';
const zoned = z.object({ dateTime: z.string(), timeZone: z.string() });

/** An instant as Graph writes it; in UTC, so that no change of clocks can shift it. */
export const graphTime = (at: Instant): z.infer<typeof zoned> => ({ dateTime: at.slice(0, 19), timeZone: utc });

/** Times are asked for in UTC, so that is what they are. */
const instantOf = ({ dateTime }: z.infer<typeof zoned>): Instant => instant(new Date(`${dateTime.slice(0, 19)}Z`).toISOString());

const endOf = (start: Instant, minutes: number): Instant => instant(new Date(Date.parse(start) + minutes * 60_000).toISOString());

const times = (start: Instant, minutes: number) => ({ start: graphTime(start), end: graphTime(endOf(start, minutes)) });

const onlineInTeams = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };

/** The body of `POST /me/events`. */
export const eventJson = (draft: EventDraft) => ({
  transactionId: draft.transactionId,
  subject: draft.subject,
  body: { contentType: 'html', content: draft.body },
  ...times(draft.start, draft.minutes),
  attendees: draft.attendees.map(({ name, mail }) => ({ type: 'required', emailAddress: { name, address: mail } })),
  sensitivity: draft.isPrivate ? 'private' : 'normal',
  showAs: 'busy',
  ...(draft.showsInvited === false ? { hideAttendees: true } : {}),
  ...(draft.online ? onlineInTeams : { isOnlineMeeting: false }),
  ...(draft.location === null ? {} : { location: { displayName: draft.location } }),
});

/** The body of `PATCH /me/events/{id}`. What is online once stays so: Outlook passes over anything else. */
export const changeJson = ({ start, minutes, place }: EventChange) => ({
  ...times(start, minutes),
  ...(place === undefined ? {} : { location: { displayName: place.location } }),
  ...(place?.online === true ? onlineInTeams : {}),
  ...(place?.body === undefined ? {} : { body: { contentType: 'html', content: place.body } }),
});

/** What is read of an event: never its subject or text. */
export const eventFields = 'id,iCalUId,transactionId,start,end,isCancelled,location,onlineMeeting';

export const event = z.object({
  id: z.string().min(1),
  iCalUId: z.string().min(1),
  transactionId: z.string().nullish(),
  start: zoned,
  end: zoned,
  isCancelled: z.boolean().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});
export type GraphEvent = z.infer<typeof event>;

export const eventList = z.object({ value: z.array(event) });

export const sessionEventOf = ({ id, iCalUId, onlineMeeting }: GraphEvent): SessionEvent => ({
  id,
  sharedId: iCalUId,
  joinUrl: onlineMeeting?.joinUrl ?? null,
});

/** As long as a place may be that is entered here. */
const longestPlace = 200;

/** Outlook names Teams in the reader's language, after the rooms that were chosen; alone it is no place. */
const placeIn = ({ location }: GraphEvent): string | null => {
  const said = (location?.displayName ?? '').trim().slice(0, longestPlace);
  return said.split(';').every((part) => part.trim() === '' || isInTeams(part)) ? null : said;
};

export const seenIn = (found: GraphEvent): Seen => {
  const { start, end, isCancelled } = found;
  const [from, to] = [instantOf(start), instantOf(end)];
  const minutes = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  return { kind: 'there', start: from, minutes, cancelled: isCancelled === true, location: placeIn(found) };
};

const weekdays: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  startTime: z.string(),
  endTime: z.string(),
  timeZone: z.object({ name: z.string() }).nullish(),
});

export const scheduleList = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      scheduleItems: z.array(z.object({ status: z.string().nullish(), start: zoned, end: zoned })).nullish(),
      workingHours: workingHours.nullish(),
      error: z.object({ responseCode: z.string().nullish() }).nullish(),
    }),
  ),
});
type GraphSchedule = z.infer<typeof scheduleList>['value'][number];

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const hoursOf = ({ daysOfWeek, startTime, endTime }: z.infer<typeof workingHours>): WorkingTime => {
  const days = daysOfWeek.map((name) => weekdays.indexOf(name.toLowerCase()) + 1).filter((day) => day > 0);
  const [from, to] = [minuteOf(startTime), minuteOf(endTime)];
  return days.length > 0 && from < to ? { days, from, to } : usualWorkingTime;
};

/** Somebody who works elsewhere, or whose entry leaves them free, can be met. */
const isTaken = (status: string | null | undefined): boolean => status !== 'free' && status !== 'workingElsewhere';

const busyIn = (schedule: GraphSchedule): readonly Busy[] =>
  (schedule.scheduleItems ?? [])
    .filter(({ status }) => isTaken(status))
    .map(({ start, end }) => ({ from: instantOf(start), to: instantOf(end) }));

/** What one schedule tells; null where the mailbox could not be read. */
export const scheduleOf = (schedule: GraphSchedule): Schedule | null => {
  if (schedule.error != null) return null;
  const { workingHours: said } = schedule;
  return {
    mail: schedule.scheduleId,
    busy: busyIn(schedule),
    hours: said == null ? null : hoursOf(said),
    zone: ianaZoneOf(said?.timeZone?.name ?? ''),
  };
};
