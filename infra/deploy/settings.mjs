// What a deployment needs to know: the names of infra/sample.env, each checked, each fault one sentence.
import { guid, hostOf, settingProblems } from '../tasks/package-checks.mjs';
import { applicationPermissions, delegatedPermissions } from './permissions.mjs';

const resourceNames = ['storage', 'vault', 'plan', 'app', 'identity', 'bot', 'workspace', 'insights', 'network'];
const choices = {
  HOST_NAME: ['app-service', 'elsewhere'],
  PRIVATE_NETWORK: ['on', 'off'],
  UNATTENDED_CALENDARS: ['on', 'off'],
  LOG_LEVEL: ['warn', 'info'],
  TELEMETRY: ['on', 'off'],
  PLAN_SIZE: ['S1', 'S2', 'P0v3', 'P1v3', 'P2v3'],
};
const optional = {
  HOST_NAME: 'app-service',
  TEAMS_CATALOGUE_ID: '',
  TAB_APP_ID: '',
  ROUND_ADMINS: '',
  WITHHELD: '',
  ALERT_EMAIL: '',
  INSTANCES: '2',
  PLAN_SIZE: 'P0v3',
  PRIVATE_NETWORK: 'off',
  TAGS: '',
  NAMES: '',
  UNATTENDED_CALENDARS: 'off',
  LOG_LEVEL: 'info',
  TELEMETRY: 'on',
};
const needed = ['NAME', 'TENANT_ID', 'SUBSCRIPTION_ID', 'RESOURCE_GROUP', 'LOCATION', 'PUBLIC_URL', 'TEAMS_APP_ID', 'DEVELOPER_NAME'];
const ids = ['TENANT_ID', 'SUBSCRIPTION_ID', 'TEAMS_APP_ID', 'TEAMS_CATALOGUE_ID', 'TAB_APP_ID'];

const listOf = (text) => text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
const pairsOf = (text) => listOf(text).map((one) => [one.split('=')[0].trim(), one.split('=').slice(1).join('=').trim()]);

const secretNames = /SECRET|PASSWORD|ACCOUNT_?KEY|CONNECTION_STRING|SAS_TOKEN/iu;
const secretValues = /AccountKey=|SharedAccessKey=|SharedAccessSignature=|[?&]sig=/iu;

const listProblems = ({ ROUND_ADMINS, WITHHELD, NAMES, TAGS }) => {
  const permissions = [...applicationPermissions, ...delegatedPermissions].map(({ name }) => name);
  return [
    ...listOf(ROUND_ADMINS).flatMap((id) => (guid.test(id) ? [] : [`ROUND_ADMINS holds object ids, not ${id}.`])),
    ...listOf(WITHHELD).flatMap((name) =>
      permissions.includes(name) ? [] : [`WITHHELD names a permission that is not asked for: ${name}.`],
    ),
    ...pairsOf(NAMES).flatMap(([name]) => (resourceNames.includes(name) ? [] : [`NAMES knows ${resourceNames.join(', ')}, not ${name}.`])),
    ...[...pairsOf(NAMES), ...pairsOf(TAGS)].flatMap(([name, value]) =>
      value === '' ? [`${name} needs a value, as in ${name}=value.`] : [],
    ),
  ];
};

const addressProblems = (url) => {
  const host = hostOf(url) ?? '';
  return host.endsWith('.azurewebsites.net')
    ? ['PUBLIC_URL must be a name of your own: single sign-on in Teams is not meant for azurewebsites.net.']
    : [];
};

const valueProblems = (settings) => {
  const { NAME, INSTANCES, PUBLIC_URL } = settings;
  // Both ids are made by the deployment; the package is checked here with two that stand for them.
  const standIns = {
    BOT_APP_ID: `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(11)}1`,
    TAB_APP_ID: `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(11)}2`,
  };
  return [
    ...(/^(?!.*--)[a-z][a-z0-9-]{1,18}[a-z0-9]$/u.test(NAME) ? [] : [`NAME is 3 to 20 small letters, digits and hyphens, not ${NAME}.`]),
    ...ids.flatMap((name) =>
      settings[name] === '' || guid.test(settings[name]) || name === 'TEAMS_APP_ID'
        ? []
        : [`${name} must be a GUID, not ${settings[name]}.`],
    ),
    ...(/^([2-9]|10)$/u.test(INSTANCES) ? [] : [`INSTANCES is 2 to 10, so that none is missed when one goes, not ${INSTANCES}.`]),
    ...Object.entries(choices).flatMap(([name, allowed]) =>
      allowed.includes(settings[name]) ? [] : [`${name} is ${allowed.join(' or ')}, not ${settings[name]}.`],
    ),
    ...settingProblems({ ...settings, ...standIns }),
    ...addressProblems(PUBLIC_URL),
    ...listProblems(settings),
  ];
};

/** Reads the settings of a file: `{ settings, problems }`, without settings when there are problems. */
export const deploymentOf = (given) => {
  const known = [...needed, ...Object.keys(optional)];
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
  const missing = needed.filter((name) => present[name] === undefined).map((name) => `${name} is missing.`);
  const unknown = Object.keys(given).filter((name) => !known.includes(name) && name !== 'BOT_APP_ID');
  const secret = Object.entries(given)
    .filter(([name, value]) => secretNames.test(name) || secretValues.test(value))
    .map(([name]) => name);
  const odd = [
    ...secret.map((name) => `${name} looks like a secret; a deployment has none. Take it out of the file.`),
    ...unknown
      .filter((name) => !secret.includes(name))
      .map((name) => `${name} is no setting of a deployment; infra/sample.env shows them all.`),
  ];
  if (missing.length + odd.length > 0) return { problems: [...missing, ...odd] };
  const values = Object.fromEntries(Object.entries({ ...optional, ...present }).map(([name, value]) => [name, value.trim()]));
  const problems = valueProblems(values);
  return problems.length > 0 ? { problems } : { problems: [], settings: readable(values) };
};

const readable = (values) => {
  const host = hostOf(values.PUBLIC_URL);
  return {
    name: values.NAME,
    tenantId: values.TENANT_ID.toLowerCase(),
    subscriptionId: values.SUBSCRIPTION_ID.toLowerCase(),
    resourceGroup: values.RESOURCE_GROUP,
    location: values.LOCATION,
    host,
    publicUrl: `https://${host}`,
    bindsHostName: values.HOST_NAME === 'app-service',
    teamsAppId: values.TEAMS_APP_ID.toLowerCase(),
    catalogueId: (values.TEAMS_CATALOGUE_ID || values.TEAMS_APP_ID).toLowerCase(),
    developerName: values.DEVELOPER_NAME,
    tabAppId: values.TAB_APP_ID.toLowerCase(),
    admins: listOf(values.ROUND_ADMINS).map((id) => id.toLowerCase()),
    withheld: listOf(values.WITHHELD),
    template: {
      name: values.NAME,
      location: values.LOCATION,
      tags: Object.fromEntries(pairsOf(values.TAGS)),
      names: Object.fromEntries(pairsOf(values.NAMES)),
      publicUrl: `https://${host}`,
      unattendedCalendars: values.UNATTENDED_CALENDARS,
      logLevel: values.LOG_LEVEL,
      telemetry: values.TELEMETRY === 'on',
      instances: Number(values.INSTANCES),
      planSize: values.PLAN_SIZE,
      privateNetworking: values.PRIVATE_NETWORK === 'on',
      alertEmail: values.ALERT_EMAIL,
    },
  };
};
