// What the doctor looks at in Entra. Every finding says what is wrong and what mends it.
import { directoryOf, heldByItself, heldOnBehalf } from '../deploy/directory.mjs';
import { adminRole, applicationPermissions, coordinatorRole, delegatedPermissions } from '../deploy/permissions.mjs';
import { displayNameOf, registrationGaps, wantedCredential, wantedRegistration } from '../deploy/registration.mjs';

const deployAgain = 'Run node infra/deploy.mjs with the same file.';

const registration = {
  name: 'Registration of the tab',
  check: async ({ az, settings, known }) => {
    known.directory = await directoryOf(az, settings);
    const { application, principal, graph } = known.directory;
    if (application === undefined) return [{ wrong: `There is no registration “${displayNameOf(settings)}”.`, mend: deployAgain }];
    known.tabAppId = application.appId;
    const secrets = [...(application.passwordCredentials ?? []), ...(application.keyCredentials ?? [])];
    return [
      ...(principal === undefined ? [{ wrong: 'It has no enterprise application, so nobody can sign in to it.', mend: deployAgain }] : []),
      ...registrationGaps(application, wantedRegistration(settings, graph, application)).map(({ says }) => ({
        wrong: `Not as it must be: ${says}.`,
        mend: deployAgain,
      })),
      ...(secrets.length === 0
        ? []
        : [
            {
              wrong: `It holds ${secrets.length} secret or certificate; the product uses none.`,
              mend: 'Delete it under Certificates & secrets of the registration.',
            },
          ]),
    ];
  },
};

const credential = {
  name: 'Federated credential',
  check: async ({ settings, known }) => {
    const { application, credentials } = known.directory;
    const principalId = known.outputs?.identityPrincipalId;
    if (application === undefined || principalId === undefined) return [];
    const wanted = wantedCredential(settings, principalId);
    const fits = ({ subject, issuer, audiences }) =>
      subject === wanted.subject && issuer === wanted.issuer && audiences?.includes(wanted.audiences[0]);
    const strange = credentials
      .filter((one) => !fits(one))
      .map(({ name }) => ({
        wrong: `The credential “${name}” lets somebody else act as the product.`,
        mend: 'Delete it under Certificates & secrets, Federated credentials.',
      }));
    if (credentials.some(fits)) return strange;
    return [
      { wrong: 'The managed identity may not stand in for a secret: neither the directory nor calendars can be read.', mend: deployAgain },
      ...strange,
    ];
  },
};

const granting = (settings) =>
  `Grant it under API permissions of the registration, or run node infra/deploy.mjs as a Privileged Role Administrator (tenant ${settings.tenantId}).`;

const missing = (settings, asked, held) =>
  asked
    .filter(({ name }) => !held.includes(name) && !settings.withheld.includes(name))
    .map(({ name, reduced }) => ({ wrong: `${name} is not granted: ${reduced}.`, mend: granting(settings) }));

const surplus = (name) =>
  name.startsWith('Calendars.')
    ? {
        wrong: `${name} is granted to the application: it opens every mailbox, and the product then touches none unattended.`,
        mend: 'Remove it under API permissions; docs/guides/it.md, Unattended calendars, says how to open those of one group.',
      }
    : { wrong: `${name} is granted, and the product has no use for it.`, mend: 'Remove it under API permissions of the registration.' };

const consent = {
  name: 'Consent',
  check: async ({ settings, known }) => {
    if (known.directory.principal === undefined) return [];
    const [own, behalf] = [heldByItself(known.directory), heldOnBehalf(known.directory)];
    const extra = own.filter((name) => !applicationPermissions.some((one) => one.name === name));
    return [...missing(settings, applicationPermissions, own), ...missing(settings, delegatedPermissions, behalf), ...extra.map(surplus)];
  },
};

const administrators = {
  name: 'Who may open rounds',
  check: async ({ known }) => {
    const { application, administrators: assigned } = known.directory;
    const role = application?.appRoles?.find(({ value }) => value === adminRole)?.id;
    if (role === undefined || assigned.some(({ appRoleId }) => appRoleId === role)) return [];
    return [
      {
        wrong: `Nobody holds ${adminRole}, so nobody can open a round.`,
        mend: 'Name people or groups in ROUND_ADMINS, or assign the role under Users and groups of the enterprise application.',
      },
    ];
  },
};

/** Who holds the role of coordinators, by name; each of them may switch 2:2 Coaching on and read who is in which engagement. */
const coordinatorsIn = ({ application, administrators: assigned }) => {
  const role = application?.appRoles?.find(({ value }) => value === coordinatorRole)?.id;
  return role === undefined ? [] : assigned.filter(({ appRoleId }) => appRoleId === role);
};

const coordinators = {
  name: 'Who may offer 2:2 Coaching',
  check: async ({ known }) => {
    // What an application calls is refused: it can do nothing by it, and stands in nobody's name.
    const applications = coordinatorsIn(known.directory).filter(({ principalType }) => principalType === 'ServicePrincipal');
    return applications.map(({ principalDisplayName }) => ({
      wrong: `The application “${principalDisplayName}” holds ${coordinatorRole}, which is for people.`,
      mend: 'Remove it under Users and groups of the enterprise application.',
    }));
  },
  says: ({ known }) => {
    if (known.directory.principal === undefined) return [];
    const names = coordinatorsIn(known.directory).map(({ principalDisplayName, principalId }) => principalDisplayName ?? principalId);
    return names.length === 0
      ? [
          `Nobody holds ${coordinatorRole}, so there is no trace of 2:2 Coaching. To offer it, assign the role under Users and groups of the enterprise application.`,
        ]
      : [`${coordinatorRole} is held by ${names.join(', ')}. They switch 2:2 Coaching on under 2:2 in the tab, and keep its register.`];
  },
};

const identity = {
  name: 'Managed identity in Graph',
  check: async ({ az, known }) => {
    const id = known.outputs?.identityPrincipalId;
    if (id === undefined) return [];
    const { value } = await az.graph('GET', `/servicePrincipals/${id}/appRoleAssignments`);
    return value.length === 0
      ? []
      : [
          {
            wrong: `The bot’s identity holds ${value.length} app roles of its own; it needs none.`,
            mend: 'Remove them under Permissions of the enterprise application of the managed identity.',
          },
        ];
  },
};

export const entraChecks = [registration, credential, consent, administrators, coordinators, identity];
