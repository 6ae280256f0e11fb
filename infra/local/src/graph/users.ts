import type { TenantPerson } from '../people/tenant.js';
import { answered, badRequest, type GraphAnswer, type GraphCall, type GraphRoute, notFound } from './call.js';
import type { DirectoryState } from './directory-state.js';
import type { FaultPlan } from './faults.js';
import { pageOf } from './paging.js';
import { filterOf, type ManagerExpansion, managerExpansionOf, searchOf } from './query.js';
import { type GraphUser, projected, selectedFields, userOf } from './user-shape.js';

export type DirectoryRoom = { readonly origin: string; readonly state: DirectoryState; readonly faults: FaultPlan };

const directoryReaders = { app: ['User.Read.All', 'Directory.Read.All'] } as const;

const managerOf = (room: DirectoryRoom, person: TenantPerson): TenantPerson | undefined =>
  person.managerId === null ? undefined : room.state.person(person.managerId);

const withManagers = (
  room: DirectoryRoom,
  person: TenantPerson,
  fields: readonly string[],
  { levels, fields: managerFields }: ManagerExpansion,
  met: ReadonlySet<string> = new Set(),
): GraphUser => {
  const user = projected(userOf(person), fields, room.faults.hidden());
  const manager = managerOf(room, person);
  // A hidden manager is left out, just as Graph leaves it out.
  if (manager === undefined || levels === 0 || met.has(manager.id) || room.faults.hidden().has('manager')) return user;
  const rest: ManagerExpansion = { levels: levels === 'max' ? 'max' : levels - 1, fields: managerFields };
  const above = withManagers(room, manager, managerFields ?? selectedFields(null).fields, rest, new Set([...met, person.id]));
  return { ...user, manager: { '@odata.type': '#microsoft.graph.user', ...above } };
};

type Shape = (person: TenantPerson) => GraphUser;

const shapeOf = (room: DirectoryRoom, call: GraphCall, many: boolean): Shape | GraphAnswer => {
  const { fields, unknown } = selectedFields(call.query.get('$select'));
  if (unknown !== undefined) return badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`);
  const expand = call.query.get('$expand');
  if (expand === null) return (person) => projected(userOf(person), fields, room.faults.hidden());
  const expansion = managerExpansionOf(expand);
  if (expansion === undefined) return badRequest(`The expansion '${expand}' is not supported.`);
  if (many && expansion.levels !== 1) return badRequest("'$levels' other than 1 is not supported in '$expand' of a collection.");
  if (!many && expansion.levels === 'max' && call.header('consistencylevel') !== 'eventual') {
    return badRequest("'$levels' in '$expand' needs the header ConsistencyLevel: eventual.");
  }
  return (person) => withManagers(room, person, fields, expansion);
};

const listUsers =
  (room: DirectoryRoom) =>
  (call: GraphCall): GraphAnswer => {
    const shape = shapeOf(room, call, true);
    if (typeof shape !== 'function') return shape;
    const search = call.query.get('$search');
    const advanced = search !== null || call.query.has('$count');
    if (advanced && call.header('consistencylevel') !== 'eventual')
      return badRequest('Request with $search needs the header ConsistencyLevel: eventual.');
    if (advanced && call.query.has('$expand')) return badRequest('$expand is not supported together with advanced queries.');
    const filter = filterOf(call.query.get('$filter'));
    const found = search === null ? () => true : searchOf(search);
    if (filter === undefined || found === undefined) return badRequest('Invalid filter or search clause.');
    const rows = room.state.people().filter((person) => filter(userOf(person)) && found(userOf(person)));
    return pageOf(room.origin, call, room.faults, rows, shape);
  };

const oneUser =
  (room: DirectoryRoom, idOf: (call: GraphCall) => string) =>
  (call: GraphCall): GraphAnswer => {
    const person = room.state.person(idOf(call));
    if (person === undefined) return notFound(idOf(call));
    const shape = shapeOf(room, call, false);
    return typeof shape === 'function' ? answered(shape(person)) : shape;
  };

const managerOfUser =
  (room: DirectoryRoom) =>
  (call: GraphCall): GraphAnswer => {
    const person = room.state.person(call.params.id ?? '');
    const manager = person === undefined || room.faults.hidden().has('manager') ? undefined : managerOf(room, person);
    if (manager === undefined) return notFound('manager');
    const shape = shapeOf(room, call, false);
    return typeof shape === 'function' ? answered(shape(manager)) : shape;
  };

const directReports =
  (room: DirectoryRoom) =>
  (call: GraphCall): GraphAnswer => {
    if (room.state.person(call.params.id ?? '') === undefined) return notFound(call.params.id ?? '');
    const shape = shapeOf(room, call, true);
    if (typeof shape !== 'function') return shape;
    const rows = room.state.people().filter((person) => person.managerId === call.params.id);
    return pageOf(room.origin, call, room.faults, rows, shape);
  };

/** People: the list, one person, their manager and their direct reports, and the signed-in person. */
export const userRoutes = (room: DirectoryRoom): readonly GraphRoute[] => [
  { method: 'GET', path: '/users', ...directoryReaders, answer: listUsers(room) },
  { method: 'GET', path: '/users/{id}', ...directoryReaders, answer: oneUser(room, (call) => call.params.id ?? '') },
  { method: 'GET', path: '/users/{id}/manager', ...directoryReaders, answer: managerOfUser(room) },
  { method: 'GET', path: '/users/{id}/directReports', ...directoryReaders, answer: directReports(room) },
  { method: 'GET', path: '/me', user: ['User.Read'], answer: oneUser(room, (call) => call.caller.personId ?? '') },
];
