// The steps in Entra. Each looks first and answers what it would change, in words; `act` changes it. Nothing is made twice.
import { AzureRefused } from './az.mjs';
import { consentForAll, directoryOf, heldByItself, heldOnBehalf, principalOf } from './directory.mjs';
import { adminRole } from './permissions.mjs';
import { displayNameOf, grantsIn, registrationGaps, wantedCredential, wantedRegistration } from './registration.mjs';

const patience = 12;
const between = 5_000;

/** What was made a moment ago is not known to all of Entra at once. */
const eventually = async ({ sleep }, ask) => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (fault) {
      const mayCome =
        fault instanceof AzureRefused && (fault.isMissing || /NoBackingApplicationObject|does not exist/u.test(fault.message));
      if (!mayCome || tries === patience) throw fault;
      await sleep(between);
    }
  }
};

/** Looks again, by the id that is known by now. */
const refreshed = async (context) => {
  const { az, settings, known } = context;
  await eventually(context, () => az.graph('GET', `/applications(appId='${known.tabAppId}')`));
  known.directory = await directoryOf(az, { ...settings, tabAppId: known.tabAppId });
  return known.directory;
};

const registration = {
  name: 'Registration of the tab',
  look: async ({ az, settings, known }) => {
    const directory = await directoryOf(az, settings);
    Object.assign(known, { directory, tabAppId: directory.application?.appId });
    const { application, graph } = directory;
    if (application === undefined)
      return [`make the registration “${displayNameOf(settings)}” with the scope, the app role and the list of permissions; no secret`];
    return registrationGaps(application, wantedRegistration(settings, graph, application)).map(({ says }) => `set ${says}`);
  },
  act: async (context) => {
    const { az, settings, known } = context;
    const { graph, application } = known.directory;
    const path = (id) => `/applications/${id}`;
    const { identifierUris: _later, ...first } = wantedRegistration(settings, graph, undefined);
    const made = application ?? (await az.graph('POST', '/applications', { body: first }));
    // Entra takes the address and the clients only for a registration, and a scope, that it knows already.
    const wanted = wantedRegistration(settings, graph, made);
    const gaps = registrationGaps(made, wanted).map(({ part }) => part);
    const changes = Object.fromEntries(gaps.map((part) => [part, wanted[part]]));
    if (gaps.includes('api') && application !== undefined)
      await az.graph('PATCH', path(made.id), { body: { api: { ...wanted.api, preAuthorizedApplications: [] } } });
    if (gaps.length > 0) await eventually(context, () => az.graph('PATCH', path(made.id), { body: changes }));
    known.tabAppId = made.appId;
  },
};

const enterprise = {
  name: 'Enterprise application',
  look: async ({ known }) =>
    known.directory.principal === undefined ? ['make it for the registration, so that it can be granted permissions'] : [],
  act: async (context) => {
    const { az, known } = context;
    const body = { appId: known.tabAppId, tags: ['WindowsAzureActiveDirectoryIntegratedApp'] };
    if ((await principalOf(az, known.tabAppId)) === undefined)
      await eventually(context, () => az.graph('POST', '/servicePrincipals', { body }));
    await eventually(context, () => az.graph('GET', `/servicePrincipals(appId='${known.tabAppId}')`));
  },
};

const lacking = ({ settings, known: { directory } }) => {
  const [own, behalf] = [heldByItself(directory), heldOnBehalf(directory)];
  return grantsIn(directory.graph, settings.withheld).filter(({ name, type }) => !(type === 'Role' ? own : behalf).includes(name));
};

const grantOnBehalf = async (az, directory, names) => {
  if (names.length === 0) return;
  const { principal, graph } = directory;
  const there = consentForAll(directory);
  const scope = [...new Set([...heldOnBehalf(directory), ...names])].join(' ');
  if (there !== undefined) return az.graph('PATCH', `/oauth2PermissionGrants/${there.id}`, { body: { scope } });
  await az.graph('POST', '/oauth2PermissionGrants', {
    body: { clientId: principal.id, consentType: 'AllPrincipals', resourceId: graph.id, scope },
  });
};

const consent = {
  name: 'Consent of an administrator',
  look: async (context) =>
    lacking(context).map(
      ({ name, type }) => `grant ${name} (${type === 'Role' ? 'for the product itself' : 'on behalf of whoever is signed in'})`,
    ),
  act: async (context) => {
    const { az, settings, known, later } = context;
    const { principal, graph } = await refreshed(context);
    const grants = lacking(context);
    try {
      for (const { id } of grants.filter(({ type }) => type === 'Role'))
        await az.graph('POST', `/servicePrincipals/${graph.id}/appRoleAssignedTo`, {
          body: { principalId: principal.id, resourceId: graph.id, appRoleId: id },
        });
      await grantOnBehalf(
        az,
        known.directory,
        grants.filter(({ type }) => type === 'Scope').map(({ name }) => name),
      );
    } catch (fault) {
      if (!(fault instanceof AzureRefused && fault.isForbidden)) throw fault;
      const address = `https://login.microsoftonline.com/${settings.tenantId}/adminconsent?client_id=${known.tabAppId}`;
      later(`You may not grant permissions. Ask a Privileged Role Administrator to read the list and grant it here: ${address}`);
    }
  },
};

const administrators = {
  name: 'Who may open rounds',
  look: async (context) => missingAdmins(context).map((id) => `give ${adminRole} to ${id}`),
  act: async (context) => {
    const { az } = context;
    const { principal, application } = await refreshed(context);
    const appRoleId = application.appRoles.find(({ value }) => value === adminRole).id;
    for (const principalId of missingAdmins(context))
      await az.graph('POST', `/servicePrincipals/${principal.id}/appRoleAssignedTo`, {
        body: { principalId, resourceId: principal.id, appRoleId },
      });
  },
};

const missingAdmins = ({ settings, known: { directory } }) => {
  const role = directory.application?.appRoles.find(({ value }) => value === adminRole)?.id;
  const there = directory.administrators.filter(({ appRoleId }) => appRoleId === role).map(({ principalId }) => principalId.toLowerCase());
  return settings.admins.filter((id) => !there.includes(id));
};

const credential = {
  name: 'Federated credential',
  look: async ({ settings, known }) => {
    const principalId = known.outputs?.identityPrincipalId;
    if (principalId === undefined) return ['let the managed identity stand in for a secret of the registration, once it is there'];
    return credentialGap(settings, known, principalId) === null
      ? []
      : [`let the managed identity ${principalId} stand in for a secret of the registration`];
  },
  act: async (context) => {
    const { az, settings, known } = context;
    await refreshed(context);
    const gap = credentialGap(settings, known, known.outputs.identityPrincipalId);
    if (gap === null) return;
    const path = `/applications/${known.directory.application.id}/federatedIdentityCredentials`;
    const { name: _name, ...changed } = gap.wanted;
    if (gap.there === undefined) await az.graph('POST', path, { body: gap.wanted });
    else await az.graph('PATCH', `${path}/${gap.there.id}`, { body: changed });
  },
};

const credentialGap = (settings, { directory }, principalId) => {
  const wanted = wantedCredential(settings, principalId);
  const there = directory.credentials.find(({ name }) => name === wanted.name);
  const same =
    there !== undefined &&
    there.subject === wanted.subject &&
    there.issuer === wanted.issuer &&
    there.audiences?.[0] === wanted.audiences[0];
  return same ? null : { wanted, there };
};

/** Before the infrastructure, which needs to know the registration. */
export const registrationSteps = [registration, enterprise, consent, administrators];
/** After it: only then is there an identity to trust. */
export const credentialSteps = [credential];
