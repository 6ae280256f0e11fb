import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Entra, GraphSays, graphAnswer, openEntra, type Row } from './entra-world.js';

/** One command of the Azure CLI, as it was given. */
export type Command = readonly string[];
type Slot = { mark: string | null; state: 'Running' | 'Stopped' };
type Deployed = { readonly parameters: Row };

/** What a deployment finds and leaves behind: Entra and Azure, as far as it asks them. */
export type World = {
  readonly entra: Entra;
  readonly tenantId: string;
  readonly subscriptionId: string;
  hasGroup: boolean;
  deployed: Deployed | null;
  /** Host names of the app; true: with a certificate. */
  readonly hostNames: Map<string, boolean>;
  /** Whether the two records are in DNS. */
  dns: boolean;
  readonly slots: { production: Slot; next: Slot };
  readonly settings: Map<string, string>;
  roles: string[];
  sharedKeys: boolean;
  /** Whether Application Insights takes figures from whoever has its key. */
  openInsights: boolean;
  key: { enabled: boolean } | null;
  instances: number;
  /** How the app is closed, as somebody may have changed it, and the vault. */
  readonly closed: Row;
  readonly vault: Row;
  endpoint: string;
  readonly commands: Command[];
  /** What Graph was sent, and where. */
  readonly sent: { readonly path: string; readonly body: Row }[];
};

const subscription = '1f0c8b6a-5d47-4e92-8a3b-c2d7e9f40516';
const group = `/subscriptions/${subscription}/resourceGroups/coaching-pairs/providers`;
export const outputs = {
  appName: 'coaching-pairs',
  appHost: 'coaching-pairs.azurewebsites.net',
  appNextHost: 'coaching-pairs-next.azurewebsites.net',
  identityClientId: '2c7be1d0-94c3-4f1e-8a6b-5b0d7e9f1a32',
  identityPrincipalId: '9e0d6c13-4f2a-4b7e-a5c8-3b1f7d208e64',
  storageId: `${group}/Microsoft.Storage/storageAccounts/coachingpairsx1`,
  vaultId: `${group}/Microsoft.KeyVault/vaults/coaching-pairs-x1`,
  keyId: `${group}/Microsoft.KeyVault/vaults/coaching-pairs-x1/keys/notes`,
  botId: `${group}/Microsoft.BotService/botServices/coaching-pairs-bot`,
  insightsId: `${group}/Microsoft.Insights/components/coaching-pairs-insights`,
} as const;
const connection =
  'InstrumentationKey=0c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5;IngestionEndpoint=https://uksouth-1.in.applicationinsights.azure.com/';
const siteId = `${group}/Microsoft.Web/sites/coaching-pairs`;
const planId = `${group}/Microsoft.Web/serverfarms/coaching-pairs-plan`;

export const openWorld = (): World => ({
  entra: openEntra(),
  tenantId: '7a5a2f4e-3c61-4b7e-9d28-0e6c1f4b9a53',
  subscriptionId: subscription,
  hasGroup: false,
  deployed: null,
  hostNames: new Map(),
  dns: true,
  slots: { production: { mark: null, state: 'Running' }, next: { mark: null, state: 'Running' } },
  settings: new Map(),
  roles: [],
  sharedKeys: true,
  openInsights: true,
  key: null,
  instances: 0,
  closed: {
    ...{ minTlsVersion: '1.2', scmMinTlsVersion: '1.2', ftpsState: 'Disabled', remoteDebuggingEnabled: false },
    ...{ healthCheckPath: '/ready', linuxFxVersion: 'NODE|24-lts', httpsOnly: true, password: false },
  },
  vault: { enablePurgeProtection: true, enableRbacAuthorization: true },
  endpoint: '',
  commands: [],
  sent: [],
});

class AzureSays extends Error {}
const gone = (what: string): AzureSays => new AzureSays(`ERROR: (ResourceNotFound) The Resource '${what}' was not found.`);

const option = (args: Command, name: string): string | undefined => args[args.indexOf(name) + 1];
const bodyOf = (args: Command, name: string): Row => {
  const file = args.includes(name) ? option(args, name) : undefined;
  return file === undefined ? {} : z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file.replace(/^@/u, ''), 'utf8')));
};

const rest = (world: World, args: Command): unknown => {
  const path = (option(args, '--url') ?? '').replace('https://graph.microsoft.com/v1.0', '');
  const filter = args.includes('--url-parameters') ? option(args, '--url-parameters')?.replace('$filter=', '') : undefined;
  const body = bodyOf(args, '--body');
  if (args.includes('--body')) world.sent.push({ path, body });
  try {
    return graphAnswer(world.entra, option(args, '--method') ?? '', path, filter, body);
  } catch (fault) {
    if (!(fault instanceof GraphSays)) throw fault;
    throw new AzureSays(`ERROR: Refused({"error":{"code":"${fault.code}","message":"${fault.message}"}})`, { cause: fault });
  }
};

const parametersSchema = z.object({ parameters: z.record(z.string(), z.object({ value: z.unknown() })) });
const parametersOf = (args: Command): Row => {
  const { parameters } = parametersSchema.parse(bodyOf(args, '--parameters'));
  return Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
};

/** What the templates would make of these parameters. */
const makeAll = (world: World, parameters: Row): void => {
  const url = String(parameters['publicUrl']);
  const values = {
    ...{
      PORT: '8080',
      PUBLIC_URL: url,
      TENANT_ID: world.tenantId,
      BOT_APP_ID: outputs.identityClientId,
      TAB_APP_ID: parameters['tabAppId'],
    },
    ...{ TEAMS_APP_ID: parameters['teamsAppId'], MANAGED_IDENTITY_CLIENT_ID: outputs.identityClientId },
    ...{
      STORAGE_TABLE_URL: 'https://coachingpairsx1.table.core.windows.net',
      STORAGE_QUEUE_URL: 'https://coachingpairsx1.queue.core.windows.net',
    },
    ...{ SEALING_KEY_URL: 'https://coaching-pairs-x1.vault.azure.net/keys/notes', UNATTENDED_CALENDARS: parameters['unattendedCalendars'] },
    LOG_LEVEL: parameters['logLevel'],
    TELEMETRY_CONNECTION: parameters['telemetry'] === true ? connection : '',
  };
  for (const [name, value] of Object.entries(values)) world.settings.set(name, String(value));
  world.roles = [
    'Storage Table Data Contributor',
    'Storage Queue Data Contributor',
    'Key Vault Crypto Service Encryption User',
    'Monitoring Metrics Publisher',
  ];
  world.sharedKeys = false;
  world.openInsights = false;
  world.key ??= { enabled: true };
  world.instances = Number(parameters['instances']);
  world.endpoint = `${url}/api/messages`;
  world.deployed = { parameters };
};

const shown = (world: World, id: string | undefined): unknown => {
  if (id === planId) return { sku: { capacity: world.instances } };
  if (id === outputs.keyId && world.key !== null) return { properties: { attributes: world.key } };
  if (id === outputs.botId) return { properties: { endpoint: world.endpoint, msaAppId: outputs.identityClientId } };
  if (id === `${outputs.botId}/channels/MsTeamsChannel`) return { properties: {} };
  if (id === outputs.vaultId) return { properties: world.vault };
  if (id?.startsWith(`${siteId}/basicPublishingCredentialsPolicies/`) === true) return { properties: { allow: world.closed['password'] } };
  if (id === outputs.insightsId) return { properties: { ConnectionString: connection, DisableLocalAuth: !world.openInsights } };
  throw gone(id ?? '');
};

const slotOf = ({ slots }: World, args: Command): Slot => (args.includes('--slot') ? slots.next : slots.production);

type Handler = (world: World, args: Command) => unknown;
const handlers: { readonly [command: string]: Handler } = {
  rest,
  'account show': ({ tenantId, subscriptionId }) => ({ tenantId, id: subscriptionId }),
  'group show': ({ hasGroup }) => {
    if (!hasGroup) throw new AzureSays("ERROR: (ResourceGroupNotFound) Resource group 'coaching-pairs' could not be found.");
    return {};
  },
  'group create': (world) => {
    world.hasGroup = true;
  },
  'deployment group show': ({ deployed }) => {
    if (deployed === null)
      throw new AzureSays("ERROR: (DeploymentNotFound) Deployment 'coaching-pairs-infrastructure' could not be found.");
    const answer = Object.entries(outputs).map(([name, value]) => [name, { type: 'String', value }]);
    return { properties: { provisioningState: 'Succeeded', outputs: Object.fromEntries(answer) } };
  },
  'deployment group what-if': ({ deployed }, args) => {
    const same = JSON.stringify(deployed?.parameters) === JSON.stringify(parametersOf(args));
    return { changes: [{ changeType: same ? 'NoChange' : 'Modify', resourceId: `${group}/Microsoft.Web/sites/coaching-pairs` }] };
  },
  'deployment group create': (world, args) => makeAll(world, parametersOf(args)),
  'webapp config hostname list': ({ hostNames }) =>
    [...hostNames].map(([name, secured]) => ({ name, sslState: secured ? 'SniEnabled' : 'Disabled' })),
  'webapp config hostname add': ({ hostNames, dns }, args) => {
    if (!dns) throw new AzureSays('ERROR: A TXT record pointing from asuid was not found.');
    hostNames.set(option(args, '--hostname') ?? '', false);
  },
  'webapp config ssl create': () => ({ thumbprint: 'AB12' }),
  'webapp config ssl bind': ({ hostNames }, args) => void hostNames.set(option(args, '--hostname') ?? '', true),
  'webapp config appsettings list': ({ settings }) => [...settings].map(([name, value]) => ({ name, value })),
  'webapp show': (world, args) => ({
    ...{ id: siteId, httpsOnly: world.closed['httpsOnly'] },
    ...{ state: slotOf(world, args).state, serverFarmId: planId, customDomainVerificationId: 'proof-1' },
  }),
  'webapp config show': ({ closed }) => closed,
  'webapp start': (world, args) => {
    slotOf(world, args).state = 'Running';
  },
  'webapp stop': (world, args) => {
    slotOf(world, args).state = 'Stopped';
  },
  'webapp deploy': (world, args) => {
    slotOf(world, args).mark =
      /tab\/build\.txt([0-9a-f]{32})\n/u.exec(readFileSync(option(args, '--src-path') ?? '', 'latin1'))?.[1] ?? null;
  },
  'webapp deployment slot swap': ({ slots }) => {
    [slots.production.mark, slots.next.mark] = [slots.next.mark, slots.production.mark];
  },
  'storage account show': ({ sharedKeys }) => ({ allowSharedKeyAccess: sharedKeys }),
  'resource show': (world, args) => shown(world, option(args, '--ids')),
  'role assignment list': ({ roles }) => roles.map((roleDefinitionName) => ({ roleDefinitionName })),
};

/** Runs one command in a world, as `az` would: what it writes, or what it complains of with exit code 1. */
export const runIn = (world: World, args: Command): { readonly code: number; readonly said: string } => {
  world.commands.push(args);
  const words = args.slice(
    0,
    args.findIndex((arg) => arg.startsWith('--')),
  );
  const handler = handlers[words.join(' ')];
  if (handler === undefined) return { code: 2, said: `ERROR: '${words.join(' ')}' is misspelled or not recognized by the system.` };
  try {
    const answer = handler(world, args);
    return { code: 0, said: answer === undefined || answer === null ? '' : JSON.stringify(answer) };
  } catch (fault) {
    if (!(fault instanceof AzureSays)) throw fault;
    return { code: 1, said: fault.message };
  }
};
