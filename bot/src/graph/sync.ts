import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { DirectoryRefusal, ReadOptions, SyncToken } from '../ports/directory.js';
import type { CallRefusal, Calls } from './calls.js';
import { pageOf } from './pages.js';
import { digestOf, pathOfLink, placeOf, type SyncPlace, tokenAt } from './sync-token.js';
import { personFrom, type UserRecord, userFields, userRecord } from './user-record.js';

const startFor = (audience: string): SyncPlace => ({
  link: `/users/delta?$select=${userFields},manager`,
  seen: 0,
  managed: 0,
  first: true,
  audience,
});
// A wish only: $top is not sure to be understood here, and Graph gives at most 200 people on a page of changes.
const preferred = { Prefer: 'odata.maxpagesize=200' };
/** Below this number a directory without any manager may be just that. */
const fewAccounts = 10;

export type Synced = {
  /** The wanted people as they are now; empty where what was known belongs to another audience and has to be asked for. */
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly next: SyncToken;
  readonly seen: number;
  readonly startedAgain: boolean;
};

const hidden = (fields: readonly string[]): DirectoryRefusal => ({ code: 'permission-missing', permission: 'User.Read.All', fields });

const page = pageOf(userRecord);

/**
 * Puts one page into what is kept: of the audience and those kept already, nobody else. Twice the same is the same as once.
 * After the first reading records may hold changed fields alone, which are of use only on top of what is known.
 */
const takeIn = (records: readonly UserRecord[], kept: Map<PersonId, Person>, wanted: ReadonlySet<PersonId>, first: boolean) => {
  const people = new Map<PersonId, Person>();
  const removed = new Set<PersonId>();
  for (const record of records) {
    const id = personId(record.id);
    if (record['@removed'] !== undefined) {
      people.delete(id);
      if (kept.delete(id)) removed.add(id);
    } else if (kept.has(id) || (first && wanted.has(id))) {
      const person = personFrom(record, kept.get(id));
      kept.set(id, person);
      people.set(id, person);
      removed.delete(id);
    }
  }
  return { people: [...people.values()], removed: [...removed] };
};

type Step = { readonly place: SyncPlace; readonly done: boolean };

const after = (
  place: SyncPlace,
  records: readonly UserRecord[],
  next: string | undefined,
  delta: string | undefined,
): Result<Step, DirectoryRefusal> => {
  const link = next ?? delta;
  if (link === undefined) return err({ code: 'unreadable', field: '@odata.deltaLink' });
  // A state that is never empty comes as null when the permission to see it is missing.
  if (records.some((record) => record.accountEnabled === null)) return err(hidden(['accountEnabled']));
  const managed = place.managed + records.filter((record) => record['manager@delta'] !== undefined).length;
  const seen = place.seen + records.length;
  if (next === undefined && place.first && managed === 0 && seen >= fewAccounts) return err(hidden(['manager']));
  return ok({
    place: { ...place, link: pathOfLink(link), seen, managed, first: place.first && next !== undefined },
    done: next === undefined,
  });
};

const isStale = (refusal: CallRefusal): boolean => refusal.code === 'gone';

/**
 * Follows the directory's changes from a token, or everything from the start, keeping the wanted and those known already.
 * A token that has expired (410) or cannot be read means starting again, which every page until then is forgotten for.
 */
export const syncPeople = async (
  calls: Calls,
  wanted: ReadonlySet<PersonId>,
  { from, known = [], onPage, signal }: ReadOptions,
): Promise<Result<Synced, CallRefusal>> => {
  const audience = digestOf(wanted);
  const start = startFor(audience);
  const resumed = from === undefined ? start : placeOf(from);
  let startedAgain = resumed === undefined;
  let tell = startedAgain;
  let place = resumed ?? start;
  const kept = new Map(startedAgain || from === undefined ? [] : known.map((person) => [person.id, person]));
  for (;;) {
    const answer = await calls.get(place.link, page, { headers: preferred, signal });
    if (!answer.ok) {
      if (!isStale(answer.error) || startedAgain) return err(answer.error);
      kept.clear();
      [place, startedAgain, tell] = [start, true, true];
      continue;
    }
    const { value: records, '@odata.nextLink': next, '@odata.deltaLink': delta } = answer.value;
    const { first } = place;
    const step = after(place, records, next, delta);
    if (!step.ok) return step;
    place = step.value.place;
    const taken = takeIn(records, kept, wanted, first);
    await onPage?.({ ...taken, token: tokenAt(place), seen: place.seen, kept: kept.size, startedAgain: tell });
    tell = false;
    if (step.value.done) {
      const people = new Map(place.audience === audience ? [...kept].filter(([id]) => wanted.has(id)) : []);
      return ok({ people, next: tokenAt({ ...place, audience, seen: 0, managed: 0 }), seen: place.seen, startedAgain });
    }
  }
};
