// The tab's registration in Entra: what it must be, and what of it is not so yet. The bot has none but its managed identity.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../tasks/project.mjs';
import {
  adminRole,
  applicationPermissions,
  coordinatorRole,
  delegatedPermissions,
  graphAppId,
  tabScope,
  teamsClients,
} from './permissions.mjs';

export const displayNameOf = ({ name }) => `Coaching Pairs (${name})`;

const scopeOf = (found) => ({
  id: found?.api?.oauth2PermissionScopes?.find(({ value }) => value === tabScope)?.id ?? randomUUID(),
  value: tabScope,
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Use Coaching Pairs as the signed-in person',
  adminConsentDescription: 'Lets Teams open the tab of Coaching Pairs for whoever is signed in to Teams.',
  userConsentDisplayName: 'Use Coaching Pairs as you',
  userConsentDescription: 'Lets Teams open the tab of Coaching Pairs for you.',
});

const roleOf = (found, value, displayName, description) => ({
  id: found?.appRoles?.find((one) => one.value === value)?.id ?? randomUUID(),
  ...{ value, allowedMemberTypes: ['User'], isEnabled: true, displayName, description },
});

const rolesOf = (found) => [
  roleOf(
    found,
    adminRole,
    'Opens rounds',
    'May open rounds of Coaching Pairs and see how the product is. Sees the rounds on which they are named, and no others.',
  ),
  roleOf(
    found,
    coordinatorRole,
    'Coordinates 2:2 Coaching',
    'May offer 2:2 Coaching, keep the register of coaches and find coaches for two leaders. Sees no goals, notes or agreements.',
  ),
];

/** The permissions that are asked for, by the ids that Graph itself gives them; `graph` is its service principal. */
export const grantsIn = (graph, withheld = []) => {
  const idIn = (list, name) => {
    const id = list?.find(({ value }) => value === name)?.id;
    if (id === undefined) throw new Refusal(`Microsoft Graph knows no permission ${name} here.`);
    return id;
  };
  const wanted = ({ name }) => !withheld.includes(name);
  return [
    ...applicationPermissions.filter(wanted).map(({ name }) => ({ name, type: 'Role', id: idIn(graph.appRoles, name) })),
    ...delegatedPermissions.filter(wanted).map(({ name }) => ({ name, type: 'Scope', id: idIn(graph.oauth2PermissionScopes, name) })),
  ];
};

/** What the registration must be. Ids that are there already are kept; its own address needs the id that Entra gives it. */
export const wantedRegistration = (settings, graph, found) => {
  const scope = scopeOf(found);
  const grants = grantsIn(graph, settings.withheld);
  return {
    displayName: displayNameOf(settings),
    signInAudience: 'AzureADMyOrg',
    identifierUris: found === undefined ? [] : [`api://${settings.host}/${found.appId}`],
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [scope],
      preAuthorizedApplications: found === undefined ? [] : teamsClients.map((appId) => ({ appId, delegatedPermissionIds: [scope.id] })),
    },
    appRoles: rolesOf(found),
    web: {
      redirectUris: [`${settings.publicUrl}/tab/signed-in`],
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
    },
    spa: { redirectUris: [`${settings.publicUrl}/tab/`] },
    optionalClaims: { accessToken: [{ name: 'acct', essential: false, additionalProperties: [] }] },
    requiredResourceAccess: [{ resourceAppId: graphAppId, resourceAccess: grants.map(({ id, type }) => ({ id, type })) }],
  };
};

/** Parts of a registration by what they are for; each is compared and set as a whole. */
const parts = {
  identifierUris: 'its address, which Teams’ single sign-on asks for',
  api: `the scope ${tabScope}, version 2 tokens, and the two Teams clients that need no consent`,
  appRoles: `the app roles ${adminRole} and ${coordinatorRole}`,
  web: 'where the sign-in window returns to, and no implicit tokens',
  spa: 'where guests return to who sign in with a browser',
  optionalClaims: 'the claim acct, by which guests are known',
  requiredResourceAccess: 'the list of permissions it asks for',
  signInAudience: 'this tenant alone',
};

const order = (value) => {
  if (Array.isArray(value)) return value.map(order).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, order(inner)]),
  );
};

/** Whether all that is wanted is there; what Entra adds of its own is passed over, but nothing more may stand in a list. */
const holds = (found, wanted) => {
  if (Array.isArray(wanted)) {
    const [mine, theirs] = [order(wanted), order(found ?? [])];
    return mine.length === theirs.length && mine.every((one) => theirs.some((other) => holds(other, one)));
  }
  if (wanted === null || typeof wanted !== 'object') return found === wanted;
  return Object.entries(wanted).every(([name, inner]) => holds(found?.[name], inner));
};

/** The parts of a registration that are not as they must be: `{ part, says }`. */
export const registrationGaps = (found, wanted) =>
  Object.entries(parts).flatMap(([part, says]) => (holds(found[part], wanted[part]) ? [] : [{ part, says }]));

/** The managed identity stands in for a secret: Entra believes its token as this registration's. */
export const wantedCredential = ({ tenantId }, principalId) => ({
  name: 'managed-identity',
  description: 'The managed identity of Coaching Pairs, instead of a secret.',
  issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  subject: principalId,
  audiences: ['api://AzureADTokenExchange'],
});
