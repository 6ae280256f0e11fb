import { randomUUID } from 'node:crypto';

/** An object of Entra as it comes and goes: nothing of its shape is taken for granted. */
export type Row = { [name: string]: unknown };

export type Entra = {
  readonly applications: Row[];
  readonly principals: Row[];
  /** Of the product's own registration and of the managed identity, by their ids. */
  readonly assignments: Row[];
  readonly consents: Row[];
  readonly credentials: (Row & { readonly application: string })[];
  /** May whoever is signed in grant permissions? */
  mayGrant: boolean;
};

export class GraphSays extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const graphPrincipal = {
  id: 'a1000000-0000-0000-0000-000000000001',
  appId: '00000003-0000-0000-c000-000000000000',
  appRoles: [
    'User.Read.All',
    'GroupMember.Read.All',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
    'AppCatalog.Read.All',
    'MailboxSettings.Read',
    'Calendars.ReadWrite',
    'Mail.Read',
  ],
  oauth2PermissionScopes: ['Calendars.ReadWrite', 'OnlineMeetings.ReadWrite', 'User.Read'],
};
/** The id that this Graph gives a permission: any GUID that stays the same. */
const idOfPermission = (kind: string, at: number): string =>
  `${kind === 'role' ? 'b' : 'c'}1000000-0000-0000-0000-${String(at).padStart(12, '0')}`;
export const appRoleIdOf = (name: string): string => idOfPermission('role', graphPrincipal.appRoles.indexOf(name));

export const openEntra = (): Entra => ({
  applications: [],
  principals: [
    {
      id: graphPrincipal.id,
      appId: graphPrincipal.appId,
      appRoles: graphPrincipal.appRoles.map((value, at) => ({ value, id: idOfPermission('role', at) })),
      oauth2PermissionScopes: graphPrincipal.oauth2PermissionScopes.map((value, at) => ({ value, id: idOfPermission('scope', at) })),
    },
  ],
  assignments: [],
  consents: [],
  credentials: [],
  mayGrant: true,
});

const notThere = (what: string): GraphSays => new GraphSays('Request_ResourceNotFound', `Resource '${what}' does not exist.`);
const found = (rows: readonly Row[], name: string, value: string | undefined): Row => {
  const row = rows.find((one) => one[name] === value);
  if (row === undefined) throw notThere(value ?? '');
  return row;
};
const filtered = (rows: readonly Row[], filter: string | undefined): readonly Row[] => {
  const [, name = '', value = ''] = /^(\w+) eq '(.*)'$/u.exec(filter ?? '') ?? [];
  return filter === undefined ? rows : rows.filter((row) => row[name] === value.replaceAll("''", "'"));
};
const added = (rows: Row[], body: Row): Row => {
  const row = { id: randomUUID(), ...body };
  rows.push(row);
  return row;
};

const scopesOf = (row: Row): readonly string[] => {
  const api = row['api'];
  const scopes = typeof api === 'object' && api !== null && 'oauth2PermissionScopes' in api ? api.oauth2PermissionScopes : [];
  return Array.isArray(scopes) ? scopes.map(({ id }) => String(id)) : [];
};

/** Entra takes a client only for scopes that it knew before this very call. */
const changed = (row: Row, body: Row): null => {
  const before = scopesOf(row);
  const clients = JSON.stringify(body['api'] ?? {}).match(/"delegatedPermissionIds":\["([^"]+)"/gu) ?? [];
  if (clients.some((client) => !before.some((id) => client.includes(id))))
    throw new GraphSays('InvalidValue', 'Property api.preAuthorizedApplications refers to a permission that is not there.');
  Object.assign(row, structuredClone(body));
  return null;
};

type Asked = { readonly params: readonly string[]; readonly filter: string | undefined; readonly body: Row };
type Route = readonly [method: string, path: RegExp, answer: (entra: Entra, asked: Asked) => unknown];

const routes: readonly Route[] = [
  ['GET', /^\/applications$/u, ({ applications }, { filter }) => ({ value: filtered(applications, filter) })],
  [
    'POST',
    /^\/applications$/u,
    ({ applications }, { body }) => added(applications, { appId: randomUUID(), passwordCredentials: [], keyCredentials: [], ...body }),
  ],
  ['GET', /^\/applications\(appId='([^']+)'\)$/u, ({ applications }, { params }) => found(applications, 'appId', params[0])],
  ['PATCH', /^\/applications\/([^/]+)$/u, ({ applications }, { params, body }) => changed(found(applications, 'id', params[0]), body)],
  [
    'GET',
    /^\/applications\/([^/]+)\/federatedIdentityCredentials$/u,
    ({ credentials }, { params }) => ({ value: credentials.filter(({ application }) => application === params[0]) }),
  ],
  [
    'POST',
    /^\/applications\/([^/]+)\/federatedIdentityCredentials$/u,
    ({ credentials }, { params, body }) => void credentials.push({ id: randomUUID(), ...body, application: params[0] ?? '' }),
  ],
  [
    'PATCH',
    /^\/applications\/[^/]+\/federatedIdentityCredentials\/([^/]+)$/u,
    ({ credentials }, { params, body }) => void Object.assign(found(credentials, 'id', params[0]), body),
  ],
  ['GET', /^\/servicePrincipals\(appId='([^']+)'\)$/u, ({ principals }, { params }) => found(principals, 'appId', params[0])],
  [
    'POST',
    /^\/servicePrincipals$/u,
    ({ principals, applications }, { body }) =>
      added(principals, { ...body, appRoles: found(applications, 'appId', String(body['appId']))['appRoles'] }),
  ],
  [
    'GET',
    /^\/servicePrincipals\/([^/]+)\/appRoleAssignments$/u,
    ({ assignments }, { params }) => ({ value: filtered(assignments, `principalId eq '${params[0]}'`) }),
  ],
  [
    'GET',
    /^\/servicePrincipals\/([^/]+)\/appRoleAssignedTo$/u,
    ({ assignments }, { params }) => ({ value: filtered(assignments, `resourceId eq '${params[0]}'`) }),
  ],
  [
    'POST',
    /^\/servicePrincipals\/([^/]+)\/appRoleAssignedTo$/u,
    ({ assignments, mayGrant }, { params, body }) => {
      if (!mayGrant && params[0] === graphPrincipal.id)
        throw new GraphSays('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
      return added(assignments, body);
    },
  ],
  ['GET', /^\/oauth2PermissionGrants$/u, ({ consents }, { filter }) => ({ value: filtered(consents, filter) })],
  ['POST', /^\/oauth2PermissionGrants$/u, ({ consents }, { body }) => added(consents, body)],
  [
    'PATCH',
    /^\/oauth2PermissionGrants\/([^/]+)$/u,
    ({ consents }, { params, body }) => void Object.assign(found(consents, 'id', params[0]), body),
  ],
];

/** Answers one call of Graph as far as a deployment needs it; throws `GraphSays`. */
export const graphAnswer = (entra: Entra, method: string, path: string, filter: string | undefined, body: Row): unknown => {
  for (const [own, pattern, answer] of routes) {
    const match = own === method ? pattern.exec(path) : null;
    if (match !== null) return answer(entra, { params: match.slice(1), filter, body }) ?? null;
  }
  throw new GraphSays('BadRequest', `No such call: ${method} ${path}`);
};
