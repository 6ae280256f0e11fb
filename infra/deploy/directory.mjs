// What Entra holds of this installation: read by the deployment before it changes anything, and by the doctor.
import { Refusal } from '../tasks/project.mjs';
import { ifThere } from './az.mjs';
import { graphAppId } from './permissions.mjs';
import { displayNameOf } from './registration.mjs';

const base = 'https://graph.microsoft.com/v1.0';
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** All rows of a list, whatever the size of its pages. */
const rowsAt = async (az, path, options) => {
  const rows = [];
  let page = await az.graph('GET', path, options);
  for (;;) {
    rows.push(...page.value);
    const next = page['@odata.nextLink'];
    if (typeof next !== 'string' || !next.startsWith(base)) return rows;
    page = await az.graph('GET', next.slice(base.length));
  }
};

const applicationOf = async (az, settings) => {
  if (settings.tabAppId !== '') {
    const found = await ifThere(az.graph('GET', `/applications(appId='${settings.tabAppId}')`));
    if (found === undefined)
      throw new Refusal(
        `There is no registration ${settings.tabAppId} (TAB_APP_ID) in this tenant. Leave TAB_APP_ID out, and one is made.`,
      );
    return found;
  }
  const name = displayNameOf(settings);
  const found = await rowsAt(az, '/applications', { filter: `displayName eq ${quoted(name)}` });
  if (found.length > 1)
    throw new Refusal(
      `There are ${found.length} registrations called “${name}”. Say which by TAB_APP_ID: ${found.map(({ appId }) => appId).join(', ')}.`,
    );
  return found[0];
};

export const principalOf = (az, appId) => ifThere(az.graph('GET', `/servicePrincipals(appId='${appId}')`));

/** `application` and `principal` are undefined where they are not there yet; the lists are then empty. */
export const directoryOf = async (az, settings) => {
  const graph = await principalOf(az, graphAppId);
  if (graph === undefined) throw new Refusal('Microsoft Graph has no service principal in this tenant.');
  const application = await applicationOf(az, settings);
  const principal = application === undefined ? undefined : await principalOf(az, application.appId);
  const credentials = application === undefined ? [] : await rowsAt(az, `/applications/${application.id}/federatedIdentityCredentials`);
  if (principal === undefined) return { graph, application, principal, credentials, granted: [], consents: [], administrators: [] };
  const granted = await rowsAt(az, `/servicePrincipals/${principal.id}/appRoleAssignments`);
  const consents = await rowsAt(az, '/oauth2PermissionGrants', { filter: `clientId eq ${quoted(principal.id)}` });
  const administrators = await rowsAt(az, `/servicePrincipals/${principal.id}/appRoleAssignedTo`);
  return { graph, application, principal, credentials, granted, consents, administrators };
};

/** The consent for everybody to call Graph on behalf of whoever is signed in; undefined where nobody has given it. */
export const consentForAll = ({ consents, graph }) =>
  consents.find(({ consentType, resourceId }) => consentType === 'AllPrincipals' && resourceId === graph.id);

/** Permissions by name that the product's registration holds in Graph for itself, whoever granted them. */
export const heldByItself = ({ granted, graph }) =>
  granted
    .filter(({ resourceId }) => resourceId === graph.id)
    .map(({ appRoleId }) => graph.appRoles.find(({ id }) => id === appRoleId)?.value ?? appRoleId);

export const heldOnBehalf = (directory) => (consentForAll(directory)?.scope ?? '').split(' ').filter((name) => name !== '');
