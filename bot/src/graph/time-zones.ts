import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import type { WorkingTime } from '@coaching-pairs/shared/reminders/working-time';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import type { DirectoryWarning } from '../ports/directory.js';
import type { CallRefusal, Calls } from './calls.js';
import { readEach } from './read-each.js';
import { ianaZoneOf } from './windows-zones.js';

export type Zoned = { readonly people: readonly Person[]; readonly warnings: readonly DirectoryWarning[] };

export type ReadZones = (calls: Calls, people: readonly Person[], signal: AbortSignal | undefined) => Promise<Result<Zoned, CallRefusal>>;

const setting = z.object({ value: z.string().nullish() });

const hours = z.object({ daysOfWeek: z.array(z.string()).nullish(), startTime: z.string().nullish(), endTime: z.string().nullish() });

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Minutes from midnight of a time such as `09:00:00.0000000`; null where it is none. */
const minutesOf = (text: string | null | undefined): number | null => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)/u.exec(text ?? '');
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
};

/** Working hours as a mailbox tells them; null where they say nothing of use, such as shifts through the night. */
const workingTimeFrom = ({ daysOfWeek, startTime, endTime }: z.infer<typeof hours>): WorkingTime | null => {
  const days = (daysOfWeek ?? []).map((day) => weekdays.indexOf(day.toLowerCase()) + 1).filter((day) => day > 0);
  const [from, to] = [minutesOf(startTime), minutesOf(endTime)];
  return days.length === 0 || from === null || to === null || from >= to ? null : { days: [...new Set(days)].sort(), from, to };
};

type Mailboxes = { readonly zones: ReadonlyMap<string, string | null>; readonly hours: ReadonlyMap<string, WorkingTime | null> };

const readMailboxes = async (
  calls: Calls,
  people: readonly Person[],
  signal: AbortSignal | undefined,
): Promise<Result<Mailboxes, CallRefusal>> => {
  const reachable = people.filter(({ mail }) => mail !== null);
  const withoutZone = reachable.filter(({ timeZone }) => timeZone === null).map(({ id }) => id);
  const withoutHours = reachable.filter(({ workingHours }) => workingHours === undefined).map(({ id }) => id);
  const pathOf = (what: string) => (id: PersonId) => `/users/${encodeURIComponent(id)}/mailboxSettings/${what}`;
  const zones = await readEach(calls, withoutZone, pathOf('timeZone'), setting, { signal });
  if (!zones.ok) return zones;
  const told = await readEach(calls, withoutHours, pathOf('workingHours'), hours, { signal });
  if (!told.ok) return told;
  return ok({
    zones: new Map([...zones.value].map(([id, { value }]) => [id, ianaZoneOf(value ?? '')] as const)),
    hours: new Map([...told.value].map(([id, one]) => [id, workingTimeFrom(one)] as const)),
  });
};

const completed = (person: Person, { zones, hours: told }: Mailboxes): Person => {
  const workingHours = person.workingHours === undefined ? told.get(person.id) : person.workingHours;
  return {
    ...person,
    timeZone: person.timeZone ?? zones.get(person.id) ?? null,
    ...(workingHours === undefined ? {} : { workingHours }),
  };
};

/**
 * Completes people with the zone and the working hours of their mailbox, where reading them is wanted and granted; a name that is not
 * known leaves the zone empty. Nothing else of a mailbox is asked for.
 */
export const readTimeZones =
  (wanted: boolean): ReadZones =>
  async (calls, people, signal) => {
    if (!wanted) return ok({ people, warnings: [] });
    const read = await readMailboxes(calls, people, signal);
    if (!read.ok) {
      return read.error.code === 'permission-missing' ? ok({ people, warnings: [{ code: 'time-zones-not-granted' }] }) : err(read.error);
    }
    return ok({ people: people.map((person) => completed(person, read.value)), warnings: [] });
  };
