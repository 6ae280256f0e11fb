import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../bot/api/house.js';
import { textOf } from '../house/documented.js';
import { openWorld, outputs, type World } from './azure-world.js';
import { appRoleIdOf } from './entra-world.js';
import { opened } from './opened.js';
import { cliOf, load, type Ports, type Result, reachIn } from './tasks.js';

const sample = Object.fromEntries(Object.entries(parseEnv(textOf('infra/sample.env'))).map(([name, value]) => [name, value ?? '']));
const { deploymentOf } = await load('deploy/settings');
const { deploy } = await load('deploy/run');
const { releaseOf } = await load('deploy/release');
const { examine, reportOf } = await load('doctor/examine');
const read = deploymentOf({ ...sample, ROUND_ADMINS: '3c1d7a52-8e0f-4b6a-9d24-5f7e1a0c8b93' }).settings;
if (read === undefined) throw new Error('The sample will not do.');
const settings = read;

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
let house: House;
let stopping = false;
let world: World;
/** The real server, under the address of the deployment. */
let reach: Ports['reach'];

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>tab</title>');
  writeFileSync(join(folder, 'main.js'), '');
  house = await openHouse({ store: 'memory', tabFolder: `${folder}/`, stopping: () => stopping });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  stopping = false;
  world = openWorld();
  reach = async (url, { method = 'GET' } = {}) => {
    const answer = await fetch(url.replace(settings.publicUrl, house.origin), { method });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const quiet = { say: () => undefined, sleep: async () => undefined, confirm: async () => true };
  await deploy({ az: await cliOf(world), settings, release: releaseOf(folder), reach: reachIn(world), ...quiet });
});

const look = async (): Promise<readonly Result[]> => examine({ az: await cliOf(world), settings, reach });
const found = async (): Promise<readonly (readonly [string, string])[]> =>
  (await look()).flatMap(({ name, findings }) => findings.map(({ wrong }) => [name, wrong] as const));
const principalOfTab = (): unknown => world.entra.principals.at(-1)?.['id'];

const holdsCoordinator = (holder: object): void => {
  const roles = world.entra.applications[0]?.['appRoles'] as readonly { readonly id: string; readonly value: string }[];
  const appRoleId = roles.find(({ value }) => value === 'Engagement.Coordinator')?.id;
  world.entra.assignments.push({ principalId: 'somebody', resourceId: principalOfTab(), appRoleId, ...holder });
};

/** Each breaks one thing, and names where it must be found and what must be said. */
const broken: readonly (readonly [what: string, spoil: () => void, where: string, said: string])[] = [
  [
    'a setting of another installation',
    () => world.settings.set('PUBLIC_URL', 'https://example.org'),
    'Settings of the process',
    'PUBLIC_URL is https://example.org, not https://coaching-pairs.example.com.',
  ],
  ['a setting that is gone', () => world.settings.delete('SEALING_KEY_URL'), 'Settings of the process', 'SEALING_KEY_URL is missing.'],
  [
    'a secret among the settings',
    () => world.settings.set('BOT_PASSWORD', 'x'),
    'Settings of the process',
    'BOT_PASSWORD has no place there',
  ],
  [
    'a permission that nobody granted',
    () => world.entra.assignments.splice(0, 1),
    'Consent',
    'User.Read.All is not granted: no round can be opened.',
  ],
  [
    'consent for calendars taken back',
    () => world.entra.consents.splice(0),
    'Consent',
    'Calendars.ReadWrite is not granted: sessions are kept in the tab',
  ],
  [
    'every mailbox opened in Entra',
    () =>
      world.entra.assignments.push({
        principalId: principalOfTab(),
        resourceId: world.entra.principals[0]?.['id'],
        appRoleId: appRoleIdOf('Calendars.ReadWrite'),
      }),
    'Consent',
    'Calendars.ReadWrite is granted to the application: it opens every mailbox',
  ],
  [
    'a credential for somebody else',
    () => Object.assign(world.entra.credentials[0] ?? {}, { subject: 'x' }),
    'Federated credential',
    'The managed identity may not stand in for a secret',
  ],
  [
    'a second credential beside ours',
    () => world.entra.credentials.push({ name: 'pipeline', application: String(world.entra.applications[0]?.['id']), subject: 'repo' }),
    'Federated credential',
    'The credential “pipeline” lets somebody else act as the product.',
  ],
  [
    'a secret of the registration',
    () => Object.assign(world.entra.applications[0] ?? {}, { passwordCredentials: [{}] }),
    'Registration of the tab',
    'It holds 1 secret or certificate',
  ],
  [
    'another address of the registration',
    () => Object.assign(world.entra.applications[0] ?? {}, { identifierUris: [] }),
    'Registration of the tab',
    'Not as it must be: its address',
  ],
  [
    'an application that coordinates',
    () => holdsCoordinator({ principalDisplayName: 'Pipeline', principalType: 'ServicePrincipal' }),
    'Who may offer 2:2 Coaching',
    'The application “Pipeline” holds Engagement.Coordinator',
  ],
  ['nobody who may open rounds', () => world.entra.assignments.pop(), 'Who may open rounds', 'Nobody holds Round.Admin'],
  [
    'a role on the storage account taken away',
    () => world.roles.splice(0, 1),
    'Storage',
    'lacks the role Storage Table Data Contributor on coachingpairsx1',
  ],
  ['shared keys switched on', () => Object.assign(world, { sharedKeys: true }), 'Storage', 'Shared keys are switched on'],
  ['the key disabled', () => Object.assign(world, { key: { enabled: false } }), 'Key of the notes', 'The key notes is disabled'],
  ['the key deleted', () => Object.assign(world, { key: null }), 'Key of the notes', 'The key notes is not there'],
  [
    'figures that go elsewhere',
    () => world.settings.set('TELEMETRY_CONNECTION', 'InstrumentationKey=x'),
    'Figures',
    'TELEMETRY_CONNECTION is not that of Application Insights.',
  ],
  ['the role to send figures taken away', () => world.roles.pop(), 'Figures', 'lacks the role Monitoring Metrics Publisher'],
  ['figures from whoever has the key', () => Object.assign(world, { openInsights: true }), 'Figures', 'from whoever has its key'],
  [
    'an agent that watches every call',
    () => world.settings.set('ApplicationInsightsAgent_EXTENSION_VERSION', '~3'),
    'Figures',
    'notes the address of every call',
  ],
  [
    'another program loaded into the process',
    () => world.settings.set('NODE_OPTIONS', '--require /agents/nodejs/build/src/Loader.js'),
    'Figures',
    'notes the address of every call',
  ],
  ...opened(() => world),
  ['one instance alone', () => Object.assign(world, { instances: 1 }), 'Instances', '1 instance runs'],
  [
    'the bot sent elsewhere',
    () => Object.assign(world, { endpoint: 'https://example.org/api/messages' }),
    'Bot',
    'Teams sends messages to https://example.org/api/messages',
  ],
  [
    'the bot’s identity with a permission',
    () => world.entra.assignments.push({ principalId: outputs.identityPrincipalId }),
    'Managed identity in Graph',
    'holds 1 app roles of its own',
  ],
];

describe('the doctor', () => {
  it('finds nothing where all is well', async () => {
    expect(await found()).toEqual([]);
    expect(reportOf(await look()).every((line) => !line.startsWith('✗'))).toBe(true);
  });

  it('says who may offer 2:2 Coaching, and how somebody comes to; that nobody may is nothing to mend', async () => {
    const said = async () => reportOf(await look()).filter((line) => line.includes('Engagement.Coordinator'));
    expect(await said()).toEqual([expect.stringContaining('Nobody holds Engagement.Coordinator, so there is no trace of 2:2 Coaching.')]);
    holdsCoordinator({ principalDisplayName: 'Ines Falk', principalType: 'User' });
    expect([await found(), await said()]).toEqual([[], [expect.stringContaining('is held by Ines Falk.')]]);
  });

  it.each(broken)('[S-15] names %s, and what mends it', async (_what, spoil, where, said) => {
    spoil();
    expect(await found()).toContainEqual([where, expect.stringContaining(said)]);
    for (const { findings } of await look()) for (const { mend } of findings) expect(mend.length).toBeGreaterThan(10);
  });

  it('[S-22] is content without figures where IT wants none, and says so where they are sent all the same', async () => {
    const without = deploymentOf({ ...sample, ROUND_ADMINS: '3c1d7a52-8e0f-4b6a-9d24-5f7e1a0c8b93', TELEMETRY: 'off' }).settings;
    const asked = async () => {
      const results = await examine({ az: await cliOf(world), settings: without ?? settings, reach });
      return results.filter(({ name }) => name === 'Figures').flatMap(({ findings }) => findings.map(({ wrong }) => wrong));
    };
    expect(await asked()).toEqual(['Figures are sent although TELEMETRY is off.']);
    world.settings.set('TELEMETRY_CONNECTION', '');
    expect(await asked()).toEqual([]);
  });

  it('[R-19] names a process that is up and not ready', async () => {
    stopping = true;
    expect(await found()).toEqual([['Ready', expect.stringContaining('/ready answers 503')]]);
  });

  it('names an address that nobody answers at, and looks at nothing behind it', async () => {
    reach = async () => undefined;
    expect(await found()).toEqual([['Reachable', 'https://coaching-pairs.example.com/live does not answer.']]);
  });

  it('[S-12] names a gateway that lets in anybody, or keeps Teams from showing the tab', async () => {
    const direct = reach;
    reach = async (url, request) => {
      const answer = await direct(url, request);
      if (answer === undefined) return undefined;
      const headers = new Headers({ 'x-frame-options': 'DENY' });
      return url.includes('/api/') ? { ...answer, status: 200 } : { ...answer, headers };
    };
    expect(await found()).toEqual([
      ['Doors that must be closed', expect.stringContaining('/api/messages answers 200 to whoever is not Teams')],
      ['Doors that must be closed', expect.stringContaining('/api/me answers 200 to whoever is not signed in')],
      ['The tab inside Teams', expect.stringContaining('Teams may not show the tab')],
      ['The tab inside Teams', expect.stringContaining('X-Frame-Options')],
    ]);
  });

  it('says nothing of Azure or Entra while the Azure CLI is signed in elsewhere', async () => {
    const elsewhere = { ...world, tenantId: outputs.identityPrincipalId };
    const results = await examine({ az: await cliOf(elsewhere), settings, reach });
    expect(results.map(({ name }) => name)).toEqual([
      'Signed in to Azure',
      'Reachable',
      'Ready',
      'Doors that must be closed',
      'The tab inside Teams',
    ]);
    expect(results[0]?.findings).toEqual([expect.objectContaining({ mend: `az login --tenant ${world.tenantId}` })]);
  });

  it('changes nothing', async () => {
    world.commands.length = 0;
    await look();
    expect(world.commands.filter((args) => args.includes('--body') || !/show|list|rest/u.test(args.join(' ')))).toEqual([]);
  });
});
