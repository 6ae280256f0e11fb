// The steps in Azure: the group, everything in it by Bicep, and the host name.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, Refusal } from '../tasks/project.mjs';
import { AzureRefused, ifThere } from './az.mjs';

const template = inRoot('infra/bicep/main.bicep');
const deploymentName = ({ name }) => `${name}-infrastructure`;
const notYet = '00000000-0000-0000-0000-000000000000';

const signedIn = {
  name: 'Signed in to Azure',
  look: async ({ az, settings }) => {
    const account = await az.ask(['account', 'show']);
    const { tenantId, subscriptionId } = settings;
    if (account.tenantId?.toLowerCase() !== tenantId)
      throw new Refusal(
        `The Azure CLI is signed in to the tenant ${account.tenantId}, not to ${tenantId}: run az login --tenant ${tenantId}.`,
      );
    if (account.id?.toLowerCase() !== subscriptionId)
      throw new Refusal(
        `The Azure CLI works in the subscription ${account.id}, not in ${subscriptionId}: run az account set --subscription ${subscriptionId}.`,
      );
    return [];
  },
  act: async () => undefined,
};

const group = {
  name: 'Resource group',
  look: async ({ az, settings, known }) => {
    known.hasGroup = (await ifThere(az.ask(['group', 'show', '--name', settings.resourceGroup]))) !== undefined;
    return known.hasGroup ? [] : [`make ${settings.resourceGroup} in ${settings.location}`];
  },
  act: async ({ az, settings }) => az.ask(['group', 'create', '--name', settings.resourceGroup, '--location', settings.location]),
};

/** The parameters of infra/bicep/main.bicep as Azure reads them. */
export const templateParameters = ({ template: given, catalogueId }, tabAppId = notYet) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
  contentVersion: '1.0.0.0',
  parameters: Object.fromEntries(Object.entries({ ...given, tabAppId, teamsAppId: catalogueId }).map(([name, value]) => [name, { value }])),
});

const withParameters = async (context, use) => {
  const folder = mkdtempSync(join(tmpdir(), 'coaching-pairs-'));
  const file = join(folder, 'parameters.json');
  try {
    writeFileSync(file, JSON.stringify(templateParameters(context.settings, context.known.tabAppId), null, 2));
    return await use(['--resource-group', context.settings.resourceGroup, '--template-file', template, '--parameters', `@${file}`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What the last deployment of the templates gave; undefined where there was none, or it did not succeed. */
export const outputsOf = async (az, settings) => {
  const last = await ifThere(
    az.ask(['deployment', 'group', 'show', '--resource-group', settings.resourceGroup, '--name', deploymentName(settings)]),
  );
  const { provisioningState, outputs } = last?.properties ?? {};
  return provisioningState === 'Succeeded'
    ? Object.fromEntries(Object.entries(outputs ?? {}).map(([name, { value }]) => [name, value]))
    : undefined;
};

const changesOf = (answer) =>
  (answer.changes ?? [])
    .filter(({ changeType }) => ['Create', 'Delete', 'Modify', 'Deploy'].includes(changeType))
    .map(({ changeType, resourceId }) => `${changeType.toLowerCase()} ${resourceId.split('/providers/').at(-1)}`);

const infrastructure = {
  name: 'Infrastructure',
  look: async (context) => {
    const { az, settings, known } = context;
    const all = 'make all that infra/bicep describes: identity, storage, key vault, plan and app with a second slot, bot, logs and alerts';
    if (!known.hasGroup) return [all];
    known.outputs = await outputsOf(az, settings);
    const foreseen = await withParameters(context, (args) => az.ask(['deployment', 'group', 'what-if', ...args, '--no-pretty-print']));
    const changes = changesOf(foreseen);
    return known.outputs === undefined && changes.length === 0 ? [all] : changes;
  },
  act: async (context) => {
    const { az, settings, known } = context;
    await withParameters(context, (args) => az.ask(['deployment', 'group', 'create', '--name', deploymentName(settings), ...args]));
    known.outputs = await outputsOf(az, settings);
    if (known.outputs === undefined)
      throw new Refusal(
        'The deployment of infra/bicep/main.bicep did not succeed; Azure says why under Deployments of the resource group.',
      );
  },
};

const siteArgs = (settings, app) => ['--resource-group', settings.resourceGroup, app];

const hostNamesOf = async (az, settings, app) =>
  az
    .ask(['webapp', 'config', 'hostname', 'list', ...siteArgs(settings, '--webapp-name'), app])
    .then((rows) =>
      (rows ?? []).map(({ name, sslState }) => ({ name: String(name).split('/').at(-1), secured: sslState === 'SniEnabled' })),
    );

const hostName = {
  name: 'Host name',
  look: async ({ az, settings, known }) => {
    if (!settings.bindsHostName) return [];
    if (known.outputs === undefined) return [`bind ${settings.host} to the app and get a certificate for it`];
    const found = (await hostNamesOf(az, settings, known.outputs.appName)).find(({ name }) => name === settings.host);
    known.hostName = found;
    if (found === undefined) return [`bind ${settings.host} to the app and get a certificate for it`];
    return found.secured ? [] : [`get a certificate for ${settings.host}`];
  },
  act: async ({ az, settings, known }) => {
    const { appName, appHost } = known.outputs;
    const site = (option) => [...siteArgs(settings, option), appName];
    if (known.hostName === undefined) {
      try {
        await az.ask(['webapp', 'config', 'hostname', 'add', ...site('--webapp-name'), '--hostname', settings.host]);
      } catch (fault) {
        if (!(fault instanceof AzureRefused)) throw fault;
        const shown = await az.ask(['webapp', 'show', ...site('--name')]);
        throw new Refusal(dnsWords(settings.host, appHost, shown.customDomainVerificationId, fault.message), { cause: fault });
      }
    }
    const certificate = await az.ask(['webapp', 'config', 'ssl', 'create', ...site('--name'), '--hostname', settings.host]);
    await az.ask([
      'webapp',
      'config',
      'ssl',
      'bind',
      ...site('--name'),
      '--certificate-thumbprint',
      certificate.thumbprint,
      '--ssl-type',
      'SNI',
      '--hostname',
      settings.host,
    ]);
  },
};

const dnsWords = (
  host,
  target,
  proof,
  said,
) => `${host} does not lead to the app yet. Have these two records made in your DNS, and start this again:
  ${host}  CNAME  ${target}
  asuid.${host}  TXT  ${proof}
All else up to here is done. Azure said: ${said}`;

export const groundSteps = [signedIn];
export const infrastructureSteps = [group, infrastructure];
export const hostNameSteps = [hostName];
