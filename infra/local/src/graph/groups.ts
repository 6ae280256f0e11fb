import type { TenantGroup } from '../people/tenant.js';
import { answered, badRequest, type GraphAnswer, type GraphCall, type GraphRoute, notFound } from './call.js';
import { peopleOfGroup } from './directory-state.js';
import { pageOf } from './paging.js';
import { filterOf } from './query.js';
import { projected, selectedFields, userOf } from './user-shape.js';
import type { DirectoryRoom } from './users.js';

const groupReaders = { app: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'] } as const;
const groupFields = ['id', 'displayName', 'description', 'mailEnabled', 'securityEnabled'] as const;

const shapeOf = (group: TenantGroup): Readonly<Record<string, unknown>> => ({
  id: group.id,
  displayName: group.name,
  description: group.description,
  mailEnabled: false,
  securityEnabled: true,
});

const fieldsOf = (call: GraphCall): readonly string[] | GraphAnswer => {
  const fields = call.query.get('$select')?.split(',') ?? groupFields;
  const unknown = fields.find((field) => !groupFields.some((known) => known === field));
  return unknown === undefined ? fields : badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.group'.`);
};

const picked = (group: TenantGroup, fields: readonly string[]): unknown => {
  const shape = shapeOf(group);
  return Object.fromEntries(fields.map((field) => [field, shape[field]]));
};

const listGroups =
  (room: DirectoryRoom) =>
  (call: GraphCall): GraphAnswer => {
    const fields = fieldsOf(call);
    const filter = filterOf(call.query.get('$filter'));
    if (filter === undefined) return badRequest('Invalid filter clause.');
    if ('status' in fields) return fields;
    const rows = room.state.groups().filter((group) => filter(shapeOf(group)));
    return pageOf(room.origin, call, room.faults, rows, (group) => picked(group, fields));
  };

const oneGroup =
  (room: DirectoryRoom) =>
  (call: GraphCall): GraphAnswer => {
    const fields = fieldsOf(call);
    if ('status' in fields) return fields;
    const group = room.state.group(call.params.id ?? '');
    return group === undefined ? notFound(call.params.id ?? '') : answered(picked(group, fields));
  };

const members =
  (room: DirectoryRoom) =>
  (call: GraphCall): GraphAnswer => {
    const id = call.params.id ?? '';
    if (room.state.group(id) === undefined) return notFound(id);
    const { fields, unknown } = selectedFields(call.query.get('$select'));
    if (unknown !== undefined) return badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`);
    if (call.query.has('$count') && call.header('consistencylevel') !== 'eventual') {
      return badRequest('Request with $count needs the header ConsistencyLevel: eventual.');
    }
    return pageOf(room.origin, call, room.faults, peopleOfGroup(room.state, id), (person) =>
      projected(userOf(person), fields, room.faults.hidden()),
    );
  };

/** Groups by name, one group, and the people in it and in the groups inside it. */
export const groupRoutes = (room: DirectoryRoom): readonly GraphRoute[] => [
  { method: 'GET', path: '/groups', ...groupReaders, answer: listGroups(room) },
  { method: 'GET', path: '/groups/{id}', ...groupReaders, answer: oneGroup(room) },
  { method: 'GET', path: '/groups/{id}/transitiveMembers/microsoft.graph.user', ...groupReaders, answer: members(room) },
];
