import { createHash } from 'node:crypto';
import type { TenantPerson } from '../people/tenant.js';
import { answered, badRequest, type GraphAnswer, type GraphCall, type GraphRoute, isRecord, problem } from './call.js';
import type { DirectoryChange } from './directory-state.js';
import { linkTo, pageSizeOf } from './paging.js';
import { fromToken, tokenOf } from './query.js';
import { projected, selectedFields, userOf } from './user-shape.js';
import type { DirectoryRoom } from './users.js';

/** Where a sync stands: changes after `since`, the whole directory when that is null; `until` is what the delta link will go on from. */
type Place = {
  readonly epoch: number;
  readonly since: number | null;
  readonly until: number;
  readonly after: string | null;
  readonly select: string;
};

const placeOf = (token: string): Place | undefined => {
  const value = fromToken(token);
  if (!isRecord(value) || typeof value.epoch !== 'number' || typeof value.until !== 'number' || typeof value.select !== 'string')
    return undefined;
  const { epoch, since, until, after, select } = value;
  if ((since !== null && typeof since !== 'number') || (after !== null && typeof after !== 'string')) return undefined;
  return { epoch, since, until, after, select };
};

// Pages come in an order that has nothing to do with names or levels, and is the same on every try.
const orders = new Map<string, string>();
const orderOf = (id: string): string => {
  const order = orders.get(id) ?? createHash('sha256').update(id).digest('hex');
  orders.set(id, order);
  return order;
};

const graphNames: Partial<Record<keyof TenantPerson, string>> = {
  name: 'displayName',
  enabled: 'accountEnabled',
  location: 'officeLocation',
  language: 'preferredLanguage',
};

const reference = (id: string): Record<string, unknown> => ({ '@odata.type': '#microsoft.graph.user', id });

const managerDelta = (managerId: string | null, before: string | null): readonly unknown[] => [
  ...(before !== null && before !== managerId ? [{ ...reference(before), '@removed': { reason: 'deleted' } }] : []),
  ...(managerId === null ? [] : [reference(managerId)]),
];

const changedUser = (room: DirectoryRoom, fields: readonly string[], id: string, changes: readonly DirectoryChange[] | null): unknown => {
  const person = room.state.person(id);
  if (person === undefined) return { id, '@removed': { reason: 'changed' } };
  const touched = changes?.flatMap((change) => change.fields).map((field) => graphNames[field] ?? field);
  const user = projected(
    userOf(person),
    touched === undefined ? fields : fields.filter((field) => touched.includes(field)),
    room.faults.hidden(),
  );
  const managerTold = fields.includes('manager') && !room.faults.hidden().has('manager');
  const moved = changes === null ? person.managerId !== null : touched?.includes('managerId') === true;
  if (!managerTold || !moved) return user;
  const before = changes?.find((change) => change.fields.includes('managerId'))?.managerBefore ?? null;
  return { ...user, 'manager@delta': managerDelta(person.managerId, before) };
};

const idsIn = (room: DirectoryRoom, place: Place): readonly string[] => {
  const ids =
    place.since === null ? room.state.people().map((person) => person.id) : room.state.changesAfter(place.since).map((change) => change.id);
  return [...new Set<string>(ids)].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
};

const gone = (room: DirectoryRoom): GraphAnswer =>
  problem(410, 'syncStateNotFound', 'The sync state is no longer known.', { Location: `${room.origin}/v1.0/users/delta` });

const startOf = (room: DirectoryRoom, select: string): Place => ({
  epoch: room.faults.epoch(),
  since: null,
  until: room.state.lastChange(),
  after: null,
  select,
});

const resumed = (room: DirectoryRoom, call: GraphCall): Place | GraphAnswer => {
  const token = call.query.get('$skiptoken') ?? call.query.get('$deltatoken');
  if (token === null) return startOf(room, call.query.get('$select') ?? '');
  const place = placeOf(token);
  if (place === undefined) return badRequest('The token of the link is not valid.');
  if (place.epoch !== room.faults.epoch()) return gone(room);
  return call.query.has('$deltatoken') ? { ...place, until: room.state.lastChange() } : place;
};

const usersDelta =
  (room: DirectoryRoom) =>
  (call: GraphCall): GraphAnswer => {
    const place = resumed(room, call);
    if ('status' in place) return place;
    const size = pageSizeOf(call, room.faults);
    if (typeof size !== 'number') return size;
    const { fields, unknown } = selectedFields(place.select === '' ? null : place.select, ['manager']);
    if (unknown !== undefined) return badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`);
    const ids = idsIn(room, place);
    const from = place.after === null ? 0 : ids.findIndex((id) => orderOf(id) > orderOf(place.after ?? ''));
    const fresh = from < 0 ? [] : ids.slice(from, from + size);
    // The last of a page comes once more at the head of the next one, as Graph may do.
    const page = place.after === null ? fresh : [place.after, ...fresh];
    const changes = place.since === null ? null : room.state.changesAfter(place.since);
    const value = page.map((id) => changedUser(room, fields, id, changes?.filter((change) => change.id === id) ?? null));
    const last = fresh.at(-1);
    const more = last !== undefined && last !== ids.at(-1);
    const link = more
      ? {
          '@odata.nextLink': linkTo(room.origin, call, {
            $select: null,
            $deltatoken: null,
            $skiptoken: tokenOf({ ...place, after: last }),
          }),
        }
      : {
          '@odata.deltaLink': linkTo(room.origin, call, {
            $select: null,
            $skiptoken: null,
            $deltatoken: tokenOf({ ...place, since: place.until, after: null }),
          }),
        };
    return answered({ '@odata.context': `${room.origin}/v1.0/$metadata#users`, ...link, value });
  };

/** Changes of people since a link was given out, in pages, in no order, some of them twice. */
export const deltaRoutes = (room: DirectoryRoom): readonly GraphRoute[] => [
  { method: 'GET', path: '/users/delta', app: ['User.Read.All', 'Directory.Read.All'], answer: usersDelta(room) },
];
