import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { z } from 'zod';
import type { DirectoryWarning } from '../ports/directory.js';
import type { CallRefusal, Calls } from './calls.js';
import { readEach } from './read-each.js';
import { ianaZoneOf } from './windows-zones.js';

export type Zoned = { readonly people: readonly Person[]; readonly warnings: readonly DirectoryWarning[] };

export type ReadZones = (calls: Calls, people: readonly Person[], signal: AbortSignal | undefined) => Promise<Result<Zoned, CallRefusal>>;

const setting = z.object({ value: z.string().nullish() });

/** Completes people with the zone of their mailbox, where reading it is wanted and granted; names that are not known leave it empty. */
export const readTimeZones =
  (wanted: boolean): ReadZones =>
  async (calls, people, signal) => {
    const open = people.filter((person) => person.timeZone === null && person.mail !== null).map((person) => person.id);
    if (!wanted || open.length === 0) return ok({ people, warnings: [] });
    const read = await readEach(calls, open, (id) => `/users/${encodeURIComponent(id)}/mailboxSettings/timeZone`, setting, { signal });
    if (!read.ok) {
      return read.error.code === 'permission-missing' ? ok({ people, warnings: [{ code: 'time-zones-not-granted' }] }) : err(read.error);
    }
    const zoneOf = (person: Person): string | null => person.timeZone ?? ianaZoneOf(read.value.get(person.id)?.value ?? '');
    return ok({ people: people.map((person) => ({ ...person, timeZone: zoneOf(person) })), warnings: [] });
  };
