import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { Directory, DirectoryReading, DirectoryRefusal, DirectoryWarning } from '../ports/directory.js';
import { audienceIds, membersOf, peopleUnder, told } from './audience.js';
import { type Calls, callsOver } from './calls.js';
import { readEach } from './read-each.js';
import { findAccounts, findGroups, findPeople } from './search.js';
import { syncPeople } from './sync.js';
import { type ReadZones, readTimeZones } from './time-zones.js';
import { personFrom, type UserRecord, userFields, userRecord } from './user-record.js';

const pathOfPerson = (id: PersonId): string => `/users/${encodeURIComponent(id)}?$select=${userFields}&$expand=manager($select=id)`;

// Asked by name, somebody whose manager is not told has none: the whole record is there.
const whole = (record: UserRecord): UserRecord => ({ ...record, manager: record.manager ?? null });

type Line = { readonly people: ReadonlyMap<PersonId, Person>; readonly missing: readonly PersonId[] };

/**
 * The wanted people, out of what the sync has brought or by name, and everybody above them, level by level and always by name: they may
 * have been kept for another audience and another time.
 * A cycle ends at the person already met; who cannot be found is told.
 */
const withThoseAbove = async (
  calls: Calls,
  wanted: readonly PersonId[],
  known: ReadonlyMap<PersonId, Person>,
  signal: AbortSignal | undefined,
): Promise<Result<Line, DirectoryRefusal>> => {
  const people = new Map<PersonId, Person>();
  const missing = new Set<PersonId>();
  let level: readonly PersonId[] = wanted;
  while (level.length > 0) {
    const unknown = level.filter((id) => !known.has(id));
    const fetched = await readEach(calls, unknown, pathOfPerson, userRecord, { signal });
    if (!fetched.ok) return err(told(fetched.error, unknown[0] ?? ''));
    const above = new Set<PersonId>();
    for (const id of level) {
      const record = fetched.value.get(id);
      if (record?.accountEnabled === null)
        return err({ code: 'permission-missing', permission: 'User.Read.All', fields: ['accountEnabled'] });
      const person = known.get(id) ?? (record === undefined ? undefined : personFrom(whole(record), undefined));
      if (person === undefined) missing.add(id);
      else people.set(id, person);
      if (person?.managerId != null) above.add(person.managerId);
    }
    level = [...above].filter((id) => !people.has(id) && !missing.has(id));
  }
  return ok({ people, missing: [...missing] });
};

const emptyForAll = (people: readonly Person[]): readonly DirectoryWarning[] =>
  (['department', 'jobTitle', 'mail'] as const)
    .filter((field) => people.length > 1 && people.every((person) => person[field] === null))
    .map((field) => ({ code: 'field-empty-for-all', field }));

const warningsOf = (audience: ReadonlySet<PersonId>, { people, missing }: Line, startedAgain: boolean): readonly DirectoryWarning[] => {
  const notFound = missing.filter((id) => audience.has(id));
  const managers = missing.filter((id) => [...people.values()].some((person) => person.managerId === id));
  return [
    ...(startedAgain ? [{ code: 'started-again' } as const] : []),
    ...(notFound.length > 0 ? [{ code: 'not-found', ids: notFound } as const] : []),
    ...(managers.length > 0 ? [{ code: 'manager-not-found', ids: managers } as const] : []),
    ...emptyForAll([...people.values()]),
  ];
};

const readPeople =
  (calls: Calls, zonesOf: ReadZones): Directory['readPeople'] =>
  async (audience, options = {}) => {
    const ids = await audienceIds(calls, audience, { signal: options.signal });
    if (!ids.ok) return ids;
    const wanted = new Set(ids.value);
    const synced = await syncPeople(calls, wanted, options);
    if (!synced.ok) return err(told(synced.error, ''));
    const line = await withThoseAbove(calls, ids.value, synced.value.people, options.signal);
    if (!line.ok) return line;
    const zones = await zonesOf(calls, [...line.value.people.values()], options.signal);
    if (!zones.ok) return err(told(zones.error, ''));
    const reading: DirectoryReading = {
      people: zones.value.people,
      audience: ids.value.filter((id) => line.value.people.has(id)),
      next: synced.value.next,
      seen: synced.value.seen,
      warnings: [...warningsOf(wanted, line.value, synced.value.startedAgain), ...zones.value.warnings],
    };
    return ok(reading);
  };

export type DirectoryOptions = {
  readonly client: Client;
  /** Reads everybody's time zone from their mailbox settings too; needs a permission (MailboxSettings.Read) that may be withheld. */
  readonly timeZones?: boolean;
};

/** The organisation's directory over Microsoft Graph, read as the product's own registration. */
export const createDirectory = ({ client, timeZones = false }: DirectoryOptions): Directory => {
  const calls = callsOver(client);
  return {
    readPeople: readPeople(calls, readTimeZones(timeZones)),
    people: async (ids) => {
      const line = await withThoseAbove(calls, ids, new Map(), undefined);
      return line.ok ? ok([...line.value.people.values()]) : line;
    },
    searchPeople: (text) => findPeople(calls, text),
    accountsOf: (mail) => findAccounts(calls, mail),
    searchGroups: (text) => findGroups(calls, text),
    groupMembers: (groupId) => membersOf(calls, groupId),
    peopleBelow: (id) => peopleUnder(calls, personId(id)),
  };
};
