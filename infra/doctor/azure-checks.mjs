// What the doctor looks at in Azure: settings, roles, storage, key, bot and instances.
import { ifThere } from '../deploy/az.mjs';
import { outputsOf } from '../deploy/azure-steps.mjs';

const deployAgain = 'Run node infra/deploy.mjs with the same file.';
const secretNames = /SECRET|PASSWORD|CONNECTION_?STRING|ACCOUNT_?KEY|^AZURE_AUTHORITY_HOST$|^LOOPBACK$|^NODE_TLS_REJECT_UNAUTHORIZED$/iu;
const secretValues = /AccountKey=|SharedAccessKey=|SharedAccessSignature=|[?&]sig=/iu;
/** With the versions that infra/bicep uses. */
const resource = ['resource', 'show', '--ids'];
const lastOf = (id) => id.split('/').at(-1);

const account = {
  name: 'Signed in to Azure',
  check: async ({ az, settings, known }) => {
    const { tenantId, id } = await az.ask(['account', 'show']);
    if (tenantId?.toLowerCase() !== settings.tenantId)
      return [{ wrong: `The Azure CLI is signed in to another tenant: ${tenantId}.`, mend: `az login --tenant ${settings.tenantId}` }];
    if (id?.toLowerCase() !== settings.subscriptionId)
      return [
        { wrong: `The Azure CLI works in another subscription: ${id}.`, mend: `az account set --subscription ${settings.subscriptionId}` },
      ];
    known.outputs = await outputsOf(az, settings);
    return known.outputs === undefined
      ? [{ wrong: `Nothing was deployed to ${settings.resourceGroup}, or it did not succeed.`, mend: deployAgain }]
      : [];
  },
};

const expected = ({ settings, known: { outputs, tabAppId } }) => ({
  PUBLIC_URL: settings.publicUrl,
  TENANT_ID: settings.tenantId,
  BOT_APP_ID: outputs.identityClientId,
  MANAGED_IDENTITY_CLIENT_ID: outputs.identityClientId,
  TAB_APP_ID: tabAppId,
  TEAMS_APP_ID: settings.catalogueId,
  STORAGE_TABLE_URL: `https://${lastOf(outputs.storageId)}.table.core.windows.net`,
  STORAGE_QUEUE_URL: `https://${lastOf(outputs.storageId)}.queue.core.windows.net`,
  SEALING_KEY_URL: `https://${lastOf(outputs.vaultId)}.vault.azure.net/keys/${lastOf(outputs.keyId)}`,
  UNATTENDED_CALENDARS: settings.template.unattendedCalendars,
  LOG_LEVEL: settings.template.logLevel,
});

const site = ({ settings, known }) => ['--resource-group', settings.resourceGroup, '--name', known.outputs.appName];

const appSettings = {
  name: 'Settings of the process',
  check: async (context) => {
    const rows = await context.az.ask(['webapp', 'config', 'appsettings', 'list', ...site(context)]);
    const given = new Map(rows.map(({ name, value }) => [name, String(value ?? '')]));
    const same = (one, other) => one.replace(/\/$/u, '').toLowerCase() === other.replace(/\/$/u, '').toLowerCase();
    const odd = Object.entries(expected(context)).flatMap(([name, value]) => {
      if (value === undefined || (given.has(name) && same(given.get(name), value))) return [];
      return [{ wrong: given.has(name) ? `${name} is ${given.get(name)}, not ${value}.` : `${name} is missing.`, mend: deployAgain }];
    });
    const secret = [...given].filter(([name, value]) => secretNames.test(name) || secretValues.test(value)).map(([name]) => name);
    return [
      ...odd,
      ...secret.map((name) => ({
        wrong: `${name} has no place there: a secret, or a switch that weakens what is trusted.`,
        mend: `Remove ${name} from the app’s environment variables.`,
      })),
    ];
  },
};

const instances = {
  name: 'Instances',
  check: async (context) => {
    const { serverFarmId, appServicePlanId, state } = await context.az.ask(['webapp', 'show', ...site(context)]);
    if (state !== 'Running')
      return [{ wrong: `The app is ${String(state).toLowerCase()}.`, mend: `az webapp start ${site(context).join(' ')}` }];
    const { sku } = await context.az.ask([...resource, serverFarmId ?? appServicePlanId, '--api-version', '2024-04-01']);
    return (sku?.capacity ?? 0) >= 2
      ? []
      : [
          {
            wrong: `${sku?.capacity ?? 'No'} instance runs; when it goes, nobody is answered.`,
            mend: 'Set INSTANCES to 2 or more and deploy again.',
          },
        ];
  },
};

const rolesAt = async (az, known, scope) => {
  const id = known.outputs.identityPrincipalId;
  const rows = await az.ask(['role', 'assignment', 'list', '--assignee', id, '--scope', scope, '--include-inherited']);
  return rows.map(({ roleDefinitionName }) => roleDefinitionName);
};

const lackingRoles = async ({ az, known }, scope, wanted) => {
  const held = await rolesAt(az, known, scope);
  return wanted
    .filter((role) => !held.includes(role))
    .map((role) => ({ wrong: `The managed identity lacks the role ${role} on ${lastOf(scope)}.`, mend: deployAgain }));
};

const storage = {
  name: 'Storage',
  check: async (context) => {
    const { storageId } = context.known.outputs;
    const found = await ifThere(context.az.ask(['storage', 'account', 'show', '--ids', storageId]));
    if (found === undefined)
      return [
        {
          wrong: `The storage account ${lastOf(storageId)} is gone.`,
          mend: 'Recover it in the portal; Azure keeps deleted accounts for 14 days.',
        },
      ];
    const open =
      found.allowSharedKeyAccess === false
        ? []
        : [{ wrong: 'Shared keys are switched on: whoever has one reads everything.', mend: deployAgain }];
    return [...open, ...(await lackingRoles(context, storageId, ['Storage Table Data Contributor', 'Storage Queue Data Contributor']))];
  },
};

const key = {
  name: 'Key of the notes',
  check: async (context) => {
    const { keyId, vaultId } = context.known.outputs;
    const found = await ifThere(context.az.ask([...resource, keyId, '--api-version', '2023-07-01']));
    if (found === undefined)
      return [
        {
          wrong: `The key ${lastOf(keyId)} is not there: notes and agreements are locked.`,
          mend: `az keyvault key recover --vault-name ${lastOf(vaultId)} --name ${lastOf(keyId)}`,
        },
      ];
    const off = found.properties?.attributes?.enabled === false;
    const disabled = off
      ? [
          {
            wrong: `The key ${lastOf(keyId)} is disabled: notes and agreements are locked.`,
            mend: 'Enable its current version in the vault.',
          },
        ]
      : [];
    return [...disabled, ...(await lackingRoles(context, keyId, ['Key Vault Crypto Service Encryption User']))];
  },
};

const bot = {
  name: 'Bot',
  check: async ({ az, settings, known }) => {
    const { botId, identityClientId } = known.outputs;
    const found = await ifThere(az.ask([...resource, botId, '--api-version', '2022-09-15']));
    if (found === undefined) return [{ wrong: 'The bot registration is gone.', mend: deployAgain }];
    const { endpoint, msaAppId } = found.properties;
    const wanted = `${settings.publicUrl}/api/messages`;
    const channel = await ifThere(az.ask([...resource, `${botId}/channels/MsTeamsChannel`, '--api-version', '2022-09-15']));
    return [
      ...(endpoint === wanted ? [] : [{ wrong: `Teams sends messages to ${endpoint}, not to ${wanted}.`, mend: deployAgain }]),
      ...(msaAppId === identityClientId ? [] : [{ wrong: `The bot is ${msaAppId}, not the managed identity.`, mend: deployAgain }]),
      ...(channel === undefined ? [{ wrong: 'The bot has no Teams channel.', mend: deployAgain }] : []),
    ];
  },
};

/** Whether a program that is not ours watches every call, and notes its address with all ids in it. */
const isWatched = (given) => {
  const agent = (given.get('ApplicationInsightsAgent_EXTENSION_VERSION') ?? 'disabled').toLowerCase();
  return agent !== 'disabled' || /--require|--import|--loader|(?:^|\s)-r\b/u.test(given.get('NODE_OPTIONS') ?? '');
};
const watched = {
  wrong: 'An agent is switched on that notes the address of every call, with ids of people in it.',
  mend: 'Switch Application Insights off under Monitoring of the app, remove NODE_OPTIONS, and deploy again: the process sends its own figures.',
};

const figures = {
  name: 'Figures',
  check: async (context) => {
    const { az, settings, known } = context;
    const rows = await az.ask(['webapp', 'config', 'appsettings', 'list', ...site(context)]);
    const given = new Map(rows.map(({ name, value }) => [name, String(value ?? '')]));
    const agent = isWatched(given) ? [watched] : [];
    const connection = given.get('TELEMETRY_CONNECTION') ?? '';
    if (!settings.template.telemetry)
      return connection === '' ? agent : [...agent, { wrong: 'Figures are sent although TELEMETRY is off.', mend: deployAgain }];
    const { insightsId } = known.outputs;
    const found = insightsId && (await ifThere(az.ask([...resource, insightsId, '--api-version', '2020-02-02'])));
    if (!found) return [...agent, { wrong: 'Application Insights is not there: figures go nowhere.', mend: deployAgain }];
    const { ConnectionString, DisableLocalAuth } = found.properties;
    return [
      ...agent,
      ...(connection === ConnectionString
        ? []
        : [{ wrong: 'TELEMETRY_CONNECTION is not that of Application Insights.', mend: deployAgain }]),
      ...(DisableLocalAuth === true ? [] : [{ wrong: 'Application Insights takes figures from whoever has its key.', mend: deployAgain }]),
      ...(await lackingRoles(context, insightsId, ['Monitoring Metrics Publisher'])),
    ];
  },
};

/** What everything else needs to know first. */
export const accountCheck = account;
export const azureChecks = [appSettings, instances, storage, key, bot, figures];
