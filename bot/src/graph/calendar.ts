import { type Instant, instant } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Seen, SessionEvent } from '@coaching-pairs/shared/sessions/session';
import * as z from 'zod';
import type { Calendar, CalendarOf, CalendarRefusal, EventDraft, Schedule } from '../ports/calendar.js';
import { noTelemetry, type Telemetry } from '../ports/telemetry.js';
import { delegatedPaths } from './allowed-paths.js';
import { onBehalfOf } from './behalf.js';
import { type Ask, askWith, quoted, told } from './calendar-calls.js';
import type { GraphIdentity } from './credential.js';
import {
  changeJson,
  event,
  eventFields,
  eventJson,
  eventList,
  graphTime,
  scheduleList,
  scheduleOf,
  seenIn,
  sessionEventOf,
} from './event-json.js';
import { createGraphClient } from './graph-client.js';
import { switchOffRecording } from './online-meeting.js';
import { type PaceLimits, paceOf, realTiming, type Timing } from './pace.js';

/** Somebody waits for the answer: a few tries, and no long pauses. Graph allows four calls at once for a mailbox. */
export const calendarPace: PaceLimits = { atOnce: 4, attempts: 5, longestWaitSeconds: 8 };

/** Graph tells free times of less than 62 days at once. */
const longestLook = 60 * 86_400_000;

const anything = z.unknown();
const eventPath = (id: string): string => `/me/events/${encodeURIComponent(id)}`;

const partsOf = (from: Instant, to: Instant): readonly { readonly from: Instant; readonly to: Instant }[] => {
  const parts: { readonly from: Instant; readonly to: Instant }[] = [];
  const at = (milliseconds: number): Instant => instant(new Date(milliseconds).toISOString());
  for (let start = Date.parse(from); start < Date.parse(to); start += longestLook)
    parts.push({ from: at(start), to: at(Math.min(start + longestLook, Date.parse(to))) });
  return parts;
};

const joined = (schedules: readonly Schedule[]): readonly Schedule[] => {
  const byMail = new Map<string, Schedule>();
  for (const one of schedules) {
    const known = byMail.get(one.mail);
    byMail.set(one.mail, known === undefined ? one : { ...known, busy: [...known.busy, ...one.busy] });
  }
  return [...byMail.values()];
};

const schedules =
  (ask: Ask): Calendar['schedules'] =>
  async (mails, from, to) => {
    const asked = partsOf(from, to).map((part) => {
      const body = { schedules: mails, startTime: graphTime(part.from), endTime: graphTime(part.to), availabilityViewInterval: 60 };
      return ask('POST', '/me/calendar/getSchedule', scheduleList, body);
    });
    const found: Schedule[] = [];
    for (const answer of await Promise.all(asked)) {
      if (!answer.ok) return err(told(answer.error));
      found.push(...answer.value.value.map(scheduleOf).filter((one) => one !== null));
    }
    return ok(joined(found));
  };

/** The event that an earlier try has made under this transaction id, found by its time. */
const madeBefore = async (ask: Ask, draft: EventDraft): Promise<Result<SessionEvent, CalendarRefusal>> => {
  const filter = `${encodeURIComponent('start/dateTime eq ')}${quoted(draft.start.slice(0, 19))}`;
  const found = await ask('GET', `/me/events?$filter=${filter}&$select=${eventFields}&$top=50`, eventList);
  if (!found.ok) return err(told(found.error));
  const same = found.value.value.find(({ transactionId }) => transactionId === draft.transactionId);
  return same === undefined ? err({ code: 'calendar-unavailable', status: 409 }) : ok(sessionEventOf(same));
};

const book =
  (ask: Ask): Calendar['book'] =>
  async (draft) => {
    const made = await ask('POST', '/me/events', event, eventJson(draft));
    if (made.ok) return ok(sessionEventOf(made.value));
    return made.error.code === 'conflict' ? madeBefore(ask, draft) : err(told(made.error));
  };

const look =
  (ask: Ask): Calendar['look'] =>
  async ({ sharedId }): Promise<Result<Seen, CalendarRefusal>> => {
    const filter = `${encodeURIComponent('iCalUId eq ')}${quoted(sharedId)}`;
    const copies = await ask('GET', `/me/events?$filter=${filter}&$select=${eventFields}`, eventList);
    if (!copies.ok) return err(told(copies.error));
    const [copy] = copies.value.value;
    return ok(copy === undefined ? { kind: 'gone' } : seenIn(copy));
  };

const change =
  (ask: Ask): Calendar['change'] =>
  async (known, wanted) => {
    const changed = await ask('PATCH', eventPath(known.id), event, changeJson(wanted));
    if (changed.ok) return ok({ ...known, joinUrl: sessionEventOf(changed.value).joinUrl ?? known.joinUrl });
    return changed.error.code === 'gone' ? ok(null) : err(told(changed.error));
  };

export type CalendarOptions = { readonly identity: GraphIdentity; readonly timing?: Timing; readonly telemetry?: Pick<Telemetry, 'note'> };

/** Calendars over Graph, each in the name of the one who is signed in and for as long as their request lasts. */
export const calendarsOver =
  ({ identity, timing = realTiming, telemetry = noTelemetry }: CalendarOptions): CalendarOf =>
  (userToken) => {
    const token = onBehalfOf(identity, userToken);
    const client = createGraphClient({
      credential: {
        getToken: async () => {
          const signedIn = await token();
          return signedIn.ok ? signedIn.value : null;
        },
      },
      origins: identity.trustRoots,
      pace: paceOf(calendarPace, timing),
      allowed: delegatedPaths,
      telemetry,
    });
    const ask = askWith(client, token);
    return {
      schedules: schedules(ask),
      book: book(ask),
      change: change(ask),
      cancel: async (id) => {
        const cancelled = await ask('POST', `${eventPath(id)}/cancel`, anything, {});
        // Cancelled before, by an answer that was lost or in Outlook itself.
        return cancelled.ok || cancelled.error.code === 'gone' ? ok(null) : err(told(cancelled.error));
      },
      remove: async (id) => {
        const removed = await ask('DELETE', eventPath(id), anything);
        return removed.ok || removed.error.code === 'gone' ? ok(null) : err(told(removed.error));
      },
      look: look(ask),
      switchOffRecording: switchOffRecording(ask),
    };
  };
