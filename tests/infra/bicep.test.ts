import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '@coaching-pairs/bot/config';
import { describe, expect, it } from 'vitest';
import { root, textOf } from '../house/documented.js';
import { asSent, faultsOf, typesUnder } from './azure-types.js';
import { type BicepFile, bicepIn } from './bicep-file.js';
import { fieldOf, isObject } from './bicep-values.js';

const folder = join(root, 'infra/bicep');
const names = readdirSync(folder).filter((name) => name.endsWith('.bicep'));
const sourceOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const sources: ReadonlyMap<string, string> = new Map(names.map((name) => [name, sourceOf(name)]));
const files: ReadonlyMap<string, BicepFile> = new Map([...sources].map(([name, source]) => [name, bicepIn(source)]));
const every = [...files].flatMap(([name, file]) => file.resources.map((resource) => ({ name, resource })));

/** Microsoft's own type data, where somebody has put it beside the repository; it is no part of the product. */
const known = typesUnder(join(root, '../shared/azure/types'));
const why = 'Microsoft’s own types are not beside this repository (../shared/azure): grammar and names alone are checked.';

const resourceFaults = (name: string, file: BicepFile): readonly string[] =>
  file.resources.flatMap(({ type, version, body, line }) => {
    const found = known.get(`${type}@${version}`.toLowerCase());
    return found === undefined ? [] : faultsOf(asSent(body), found.body, found.resolve, type).map((fault) => `${name}:${line} ${fault}`);
  });

/** What a compiler would say of names: of modules, their parameters and their outputs. */
const nameFaults = (name: string, source: string, file: BicepFile): readonly string[] => {
  const called = [...source.matchAll(/^module (\w+) '([^']+)'/gmu)].map(([, id = '', path = '']) => [id, path] as const);
  const outputs = [...source.matchAll(/\b(\w+)!?\.outputs\.(\w+)/gu)].flatMap(([, id = '', output = '']) => {
    const path = called.find(([own]) => own === id)?.[1] ?? '';
    return files.get(path)?.outputs.some((one) => one.name === output) ? [] : [`${name} asks ${id} for ${output}, which it does not give`];
  });
  const modules = file.modules.flatMap(({ path, params }) => {
    const wanted = files.get(path)?.parameters;
    if (wanted === undefined) return [`${name} names a file that is not there: ${path}`];
    const given = isObject(params) ? Object.keys(params) : [];
    return [
      ...given.filter((one) => !wanted.some((own) => own.name === one)).map((one) => `${path} has no parameter ${one}`),
      ...wanted.filter((own) => !own.isGiven && !given.includes(own.name)).map((own) => `${path} lacks ${own.name}`),
    ];
  });
  const idle = file.parameters.filter(({ name: own }) => [...source.matchAll(new RegExp(`\\b${own}\\b`, 'gu'))].length < 2);
  return [...outputs, ...modules, ...idle.map(({ name: own }) => `${name} does nothing with ${own}`)];
};

const secretFaults = (name: string, source: string, file: BicepFile): readonly string[] => [
  ...file.parameters
    .filter((one) => one.isSecure || /secret|password|sas|connection/iu.test(one.name))
    .map((one) => `${name} takes ${one.name}`),
  ...file.outputs
    .filter(({ text }) => /list\w*\(|secret|password|connectionString|instrumentationKey|sharedKey|primaryKey/iu.test(text))
    .map((one) => `${name} gives ${one.name}`),
  ...[...source.matchAll(/\blist(?:Keys|Secrets|AccountSas|ServiceSas|Credentials)?\(/gu)].map(([call]) => `${name} asks for ${call}`),
];

const settingsIn = (source: string): ReadonlyMap<string, string> => {
  const [, block = ''] = /settings: \{\n(.*?)\n {4}\}/su.exec(source) ?? [];
  return new Map([...block.matchAll(/^\s+([A-Z_]+): (.+)$/gmu)].map(([, name = '', value = '']) => [name, value]));
};
const deployed = settingsIn(sourceOf('main.bicep'));
const inConfig = [...textOf('bot/src/config.ts').matchAll(/^ {2}([A-Z_]+): /gmu)].map(([, name = '']) => name);

describe('the infrastructure', () => {
  it('is Bicep, in modules that agree about their names', () => {
    expect([...files].flatMap(([name, { faults }]) => faults.map((line) => `${name}:${line}`))).toEqual([]);
    expect([...files].flatMap(([name, file]) => nameFaults(name, sources.get(name) ?? '', file))).toEqual([]);
    expect(bicepIn("resource a 'Microsoft.Web/sites@2024-04-01' = {\n  name 'x'\n}").faults).not.toEqual([]);
  });

  it('names types and versions that there are, with what they require and values that they allow', (ctx) => {
    if (known.size === 0) return ctx.skip(why);
    expect([...files].flatMap(([name, file]) => resourceFaults(name, file))).toEqual([]);
  });

  it('is unchecked only where Microsoft’s types are not at hand, and the guide says where', (ctx) => {
    if (known.size === 0) return ctx.skip(why);
    const unchecked = every.filter(({ resource: { type, version } }) => !known.has(`${type}@${version}`.toLowerCase()));
    const list = [...new Set(unchecked.map(({ resource: { type, version } }) => `${type}@${version}`))].sort();
    expect(every.length - unchecked.length).toBeGreaterThan(25);
    const [, said = ''] = /Not checked against Microsoft’s types: (.*?)\.\n/su.exec(textOf('docs/guides/it.md')) ?? [];
    expect([...said.matchAll(/`([^`]+)`/gu)].map(([, type]) => type).sort()).toEqual(list);
  });

  it('[S-15] takes no secret and gives none', () => {
    // With local authentication off it is an address: who sends is proved by a role.
    expect(sourceOf('monitoring.bicep')).toMatch(/components@[^{]*\{[\s\S]*?DisableLocalAuth: true[\s\S]*?\n\}/u);
    const address = 'monitoring.bicep gives connection';
    expect([...files].flatMap(([name, file]) => secretFaults(name, sources.get(name) ?? '', file))).toEqual([address]);
    const leaking = '@secure()\nparam botPassword string\noutput key string = account.listKeys().keys[0].value';
    expect(secretFaults('x', leaking, bicepIn(leaking))).toEqual(['x takes botPassword', 'x gives key', 'x asks for listKeys(']);
  });

  it('[S-03] sets the settings that the process reads, all that it needs, and no other', () => {
    const needed = (parseConfig({}).ok ? [] : parseConfigProblems()).filter((name) => name !== 'HOST');
    expect(needed.filter((name) => !deployed.has(name))).toEqual([]);
    expect([...deployed.keys()].filter((name) => !inConfig.includes(name))).toEqual([]);
    expect(inConfig.filter((name) => !deployed.has(name)).sort()).toEqual(['HOST', 'LOOPBACK']);
  });

  it('[S-15] [R-19] keeps the promises that a reviewer looks for', () => {
    const bodyOf = (type: string) => every.filter(({ resource }) => resource.type === type).map(({ resource }) => resource.body);
    const properties = (type: string) => bodyOf(type).map((body) => fieldOf(body, 'properties'));
    expect(properties('Microsoft.Storage/storageAccounts')).toMatchObject([
      {
        ...{ allowSharedKeyAccess: false, supportsHttpsTrafficOnly: true, minimumTlsVersion: 'TLS1_2' },
        ...{ allowBlobPublicAccess: false, allowCrossTenantReplication: false },
      },
    ]);
    expect(properties('Microsoft.KeyVault/vaults')).toMatchObject([
      { enableRbacAuthorization: true, enablePurgeProtection: true, enableSoftDelete: true, softDeleteRetentionInDays: 90 },
    ]);
    expect(properties('Microsoft.BotService/botServices')).toMatchObject([{ msaAppType: 'UserAssignedMSI', disableLocalAuth: true }]);
    const closed = { minTlsVersion: '1.2', scmMinTlsVersion: '1.2', ftpsState: 'Disabled', remoteDebuggingEnabled: false };
    const site = { httpsOnly: true, siteConfig: { ...closed, healthCheckPath: '/ready', linuxFxVersion: 'NODE|24-lts' } };
    expect([...properties('Microsoft.Web/sites'), ...properties('Microsoft.Web/sites/slots')]).toMatchObject([site, site]);
    const passwords = ['sites', 'sites/slots'].flatMap((one) => properties(`Microsoft.Web/${one}/basicPublishingCredentialsPolicies`));
    expect(passwords).toEqual([{ allow: false }, { allow: false }, { allow: false }, { allow: false }]);
    for (const path of ['storage.bicep', 'vault.bicep'])
      expect(sourceOf(path)).toMatch(/publicNetworkAccess: privateNetworking \? 'Disabled' : 'Enabled'/u);
    const scopes = every.flatMap(({ name, resource }) => (resource.type.endsWith('/diagnosticSettings') ? [name] : []));
    expect(scopes).toEqual(['app.bicep', 'app.bicep', 'storage.bicep', 'storage.bicep', 'vault.bicep']);
    expect(sourceOf('main.bicep')).toMatch(/@minValue\(2\)\n@maxValue\(\d+\)\nparam instances int = 2/u);
    const assigned = every.filter(({ resource }) => resource.type === 'Microsoft.Authorization/roleAssignments');
    expect(assigned).toHaveLength(4);
    expect(sourceOf('app.bicep')).toContain("ApplicationInsightsAgent_EXTENSION_VERSION: 'disabled'");
  });

  it('opens the table and the queue that the product opens', () => {
    const [, opened = ''] = /const name = '(\w+)';/u.exec(textOf('bot/src/stores.ts')) ?? [];
    const called = [...sourceOf('storage.bicep').matchAll(/name: '(\w+)'/gu)].map(([, name]) => name);
    expect(called.filter((name) => name === opened)).toHaveLength(2);
  });

  it('has a page for every alert', () => {
    const alerts = [...sourceOf('alerts.bicep').matchAll(/^ {4}name: '([a-z-]+)'|^ {2}name: '\$\{name\}-([a-z-]+)'/gmu)].map(
      ([, listed, single]) => listed ?? single ?? '?',
    );
    expect(alerts.length).toBeGreaterThan(7);
    expect(alerts.filter((alert) => !textOf('docs/guides/it.md').includes(`| \`${alert}\` |`))).toEqual([]);
  });
});

function parseConfigProblems(): readonly string[] {
  const parsed = parseConfig({});
  return parsed.ok ? [] : parsed.error.map(({ setting }) => setting);
}

describe.skipIf(known.size === 0)('infrastructure that is refused', () => {
  it.each([
    ['a type that there is not', 'storage.bicep', 'storageAccounts@2023-05-01', 'storageAccounts@2020-13-01', 'unchecked'],
    [
      'a property left out',
      'bot.bicep',
      '    endpoint: endpoint\n',
      '',
      'bot.bicep:8 Microsoft.BotService/botServices.properties.endpoint is missing',
    ],
    [
      'a word that is not in the list',
      'storage.bicep',
      "'TLS1_2'",
      "'TLS1.2'",
      'minimumTlsVersion must be one of TLS1_0, TLS1_1, TLS1_2, TLS1_3, not TLS1.2',
    ],
    [
      'a misspelt property',
      'storage.bicep',
      'allowSharedKeyAccess',
      'allowSharedKeysAccess',
      'properties.allowSharedKeysAccess is no property',
    ],
    [
      'another case',
      'vault.bicep',
      'enablePurgeProtection',
      'enablepurgeprotection',
      'enablepurgeprotection is no property: enablePurgeProtection is',
    ],
    ['a text for a number', 'vault.bicep', 'keySize: 3072', "keySize: '3072'", 'keySize must be a whole number'],
    ['a text for true', 'app.bicep', 'alwaysOn: true', "alwaysOn: 'yes'", 'siteConfig.alwaysOn must be true or false'],
    ['an unknown kind of criteria', 'alerts.bicep', 'Monitor.Webtest', 'Monitor.Web', 'criteria.odata.type must be one of'],
    ['an identity of a kind that there is not', 'app.bicep', "type: 'UserAssigned'", "type: 'Shared'", 'identity.type must be one of'],
    ['a wrong channel', 'bot.bicep', "channelName: 'MsTeamsChannel'", "channelName: 'Teams'", 'properties.channelName must be one of'],
  ])('%s', (_what, name, from, to, sentence) => {
    const source = sourceOf(name);
    expect(source).toContain(from);
    const file = bicepIn(source.replace(from, to));
    const found = resourceFaults(name, file);
    if (sentence !== 'unchecked') return expect(found.join('\n')).toContain(sentence);
    const unlisted = file.resources.filter(({ type, version }) => !known.has(`${type}@${version}`.toLowerCase()));
    expect(unlisted.map(({ version }) => version)).toEqual(['2020-13-01']);
  });
});
