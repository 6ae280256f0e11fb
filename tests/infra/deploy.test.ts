import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { allowedPaths, delegatedPaths } from '@coaching-pairs/bot/graph/allowed-paths';
import { teamsClientIds } from '@coaching-pairs/bot/trust-roots';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../house/documented.js';
import { openWorld, outputs, type World } from './azure-world.js';
import { cliOf, load, type Ports, type Release, reachIn } from './tasks.js';

const sample = Object.fromEntries(Object.entries(parseEnv(textOf('infra/sample.env'))).map(([name, value]) => [name, value ?? '']));
const hanna = '3c1d7a52-8e0f-4b6a-9d24-5f7e1a0c8b93';
const { deploymentOf } = await load('deploy/settings');
const { deploy, goBack } = await load('deploy/run');
const { releaseOf } = await load('deploy/release');

const settingsWith = (more: Readonly<Record<string, string>> = {}): Ports['settings'] => {
  const { settings, problems } = deploymentOf({ ...sample, ROUND_ADMINS: hanna, ...more });
  if (settings === undefined) throw new Error(problems.join(' '));
  return settings;
};

const folder = mkdtempSync(join(tmpdir(), 'release-'));
const built = (name: string): Release => {
  mkdirSync(join(folder, name, 'tab'), { recursive: true });
  writeFileSync(join(folder, name, 'main.js'), `// ${name}\n`);
  writeFileSync(join(folder, name, 'tab/index.html'), '<!doctype html>');
  return releaseOf(join(folder, name));
};
let first: Release;
let second: Release;
beforeAll(() => {
  first = built('first');
  second = built('second');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Told = { readonly ports: Ports; readonly lines: string[] };
const portsFor = async (world: World, more: Partial<Ports> = {}, after?: () => void): Promise<Told> => {
  const lines: string[] = [];
  const az = await cliOf(world, after);
  const own = {
    az,
    settings: settingsWith(),
    release: first,
    reach: reachIn(world),
    sleep: async () => undefined,
    confirm: async () => true,
  };
  return { lines, ports: { ...own, say: (line) => void lines.push(line), ...more } };
};
const run = async (world: World, more: Partial<Ports> = {}) => {
  const { ports, lines } = await portsFor(world, more);
  return { lines, outcome: await deploy(ports) };
};
/** What was changed: commands of Azure and calls of Graph that do more than look. */
const changesIn = ({ commands }: World): readonly string[] =>
  commands.flatMap((args) => {
    const words = args
      .slice(
        0,
        args.findIndex((arg) => arg.startsWith('--')),
      )
      .join(' ');
    const method = args[args.indexOf('--method') + 1];
    if (words === 'rest') return method === 'GET' ? [] : [`${method} ${args[args.indexOf('--url') + 1]}`];
    return /show|list|what-if$/u.test(words) ? [] : [words];
  });

/** What stands in a world when all is done, without what is drawn by lot. */
const settled = ({ entra, slots, hostNames, deployed, settings }: World) => ({
  registrations: entra.applications.map(({ displayName, signInAudience, web }) => ({ displayName, signInAudience, web })),
  identifierUris: entra.applications.map(({ identifierUris, appId }) => JSON.stringify(identifierUris).includes(String(appId))),
  principals: entra.principals.length,
  assignments: entra.assignments.length,
  scopes: entra.consents.map(({ scope }) => scope),
  credentials: entra.credentials.map(({ subject, issuer, audiences }) => ({ subject, issuer, audiences })),
  tab: [settings.get('TAB_APP_ID') === entra.applications[0]?.['appId'], deployed?.parameters['publicUrl']],
  serving: [slots.production, slots.next.state],
  hostNames: [...hostNames],
});

describe('a deployment', () => {
  it('[S-15] brings everything from nothing to running, with two registrations and no secret', async () => {
    const world = openWorld();
    const { outcome } = await run(world);
    const [application] = world.entra.applications;
    expect(outcome).toMatchObject({ notes: [], known: { tabAppId: application?.['appId'] } });
    expect(application).toMatchObject({
      signInAudience: 'AzureADMyOrg',
      identifierUris: [`api://coaching-pairs.example.com/${application?.['appId']}`],
      passwordCredentials: [],
      appRoles: [{ value: 'Round.Admin' }, { value: 'Engagement.Coordinator' }],
      api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [{ value: 'access_as_user' }] },
    });
    expect(JSON.stringify(application?.['api'])).toContain(`"preAuthorizedApplications":[{"appId":"${teamsClientIds[0]}"`);
    expect(application?.['appId']).not.toBe(outputs.identityClientId);
    expect(world.entra.credentials).toMatchObject([{ subject: outputs.identityPrincipalId, audiences: ['api://AzureADTokenExchange'] }]);
    expect(world.slots).toEqual({ production: { mark: first.mark, state: 'Running' }, next: { mark: null, state: 'Stopped' } });
    expect(world.hostNames.get('coaching-pairs.example.com')).toBe(true);
    expect(world.entra.assignments.some(({ principalId }) => principalId === hanna)).toBe(true);
  });

  it('says first what it will do, asks, and changes nothing until it is told to', async () => {
    const world = openWorld();
    const { ports, lines } = await portsFor(world, { confirm: async () => false });
    await expect(deploy(ports)).rejects.toThrow('Nothing was changed.');
    expect((await deploy(ports, { planOnly: true })).planned).toBeGreaterThan(10);
    expect(changesIn(world)).toEqual([]);
    const said = lines.join('\n');
    for (const { permission } of [...allowedPaths, ...delegatedPaths])
      if (permission !== null) expect(said).toContain(`grant ${permission} `);
    for (const words of [
      'make coaching-pairs in uksouth',
      'make the registration “Coaching Pairs (coaching-pairs)”',
      `give Round.Admin to ${hanna}`,
    ])
      expect(said).toContain(words);
  });

  it('changes nothing the second time', async () => {
    const world = openWorld();
    await run(world);
    world.commands.length = 0;
    expect((await run(world)).outcome.planned).toBe(0);
    expect(changesIn(world)).toEqual([]);
  });

  it('[R-13] can be cut off after any of its changes and begun anew: it ends the same, with nothing twice', async () => {
    const whole = openWorld();
    await run(whole);
    const changes = changesIn(whole).length;
    expect(changes).toBeGreaterThan(15);
    for (let cut = 1; cut <= changes; cut += 1) {
      const world = openWorld();
      const interrupted = await portsFor(world, {}, () => {
        if (changesIn(world).length === cut) throw new Error('The line is dead.');
      });
      await expect(deploy(interrupted.ports)).rejects.toThrow('The line is dead.');
      await run(world);
      expect([cut, settled(world)]).toEqual([cut, settled(whole)]);
    }
  });

  it('mends what somebody has changed by hand, and leaves ids as they are', async () => {
    const world = openWorld();
    await run(world);
    const [application] = world.entra.applications;
    const before = structuredClone(application);
    Object.assign(application ?? {}, { signInAudience: 'AzureADMultipleOrgs', web: { redirectUris: ['https://example.org/'] } });
    Object.assign(world.entra.credentials[0] ?? {}, { subject: hanna });
    Object.assign(world.entra.consents[0] ?? {}, { scope: 'openid OnlineMeetings.ReadWrite' });
    const { lines } = await run(world);
    expect(lines).toEqual(expect.arrayContaining(['    set this tenant alone']));
    expect(application).toEqual(before);
    expect(world.entra.consents).toMatchObject([{ scope: 'openid OnlineMeetings.ReadWrite Calendars.ReadWrite' }]);
    expect(world.entra.credentials).toMatchObject([{ subject: outputs.identityPrincipalId }]);
  });

  it('goes on where consent is for somebody else to give, and says whom to ask for what', async () => {
    const world = openWorld();
    world.entra.mayGrant = false;
    const { outcome } = await run(world);
    expect(outcome.notes).toEqual([expect.stringContaining(`/adminconsent?client_id=${outcome.known.tabAppId}`)]);
    expect(world.slots.production.mark).toBe(first.mark);
  });

  it('grants nothing that IT withholds', async () => {
    const world = openWorld();
    const settings = settingsWith({ WITHHELD: 'TeamsAppInstallation.ReadWriteSelfForUser.All, Calendars.ReadWrite' });
    const { lines } = await run(world, { settings });
    expect(world.entra.consents.map(({ scope }) => scope)).toEqual(['OnlineMeetings.ReadWrite']);
    expect(lines.join('\n')).not.toContain('TeamsAppInstallation');
  });

  it('waits for DNS with the two records to make, and goes on from there', async () => {
    const world = openWorld();
    world.dns = false;
    const { ports } = await portsFor(world);
    await expect(deploy(ports)).rejects.toThrow(
      /CNAME {2}coaching-pairs\.azurewebsites\.net\n.*asuid\.coaching-pairs\.example\.com {2}TXT {2}proof-1/u,
    );
    world.dns = true;
    await run(world);
    expect(world.slots.production.mark).toBe(first.mark);
  });

  it('leaves the host name to a gateway where IT says so', async () => {
    const world = openWorld();
    await run(world, { settings: settingsWith({ HOST_NAME: 'elsewhere' }) });
    expect(world.hostNames.size).toBe(0);
  });

  it('refuses to work in another tenant or subscription than the file says', async () => {
    const { ports } = await portsFor(openWorld(), { settings: settingsWith({ TENANT_ID: hanna }) });
    await expect(deploy(ports)).rejects.toThrow(`az login --tenant ${hanna}`);
    const other = await portsFor(openWorld(), { settings: settingsWith({ SUBSCRIPTION_ID: hanna }) });
    await expect(deploy(other.ports)).rejects.toThrow(`az account set --subscription ${hanna}`);
  });
});

describe('from one version to the next', () => {
  it('[R-18] the new one takes over when it is ready, and the old one rests in the other slot', async () => {
    const world = openWorld();
    await run(world);
    const { lines } = await run(world, { release: second });
    expect(lines).toContain(`    replace build ${first.mark} by ${second.mark}, once it is ready beside it`);
    expect(world.slots).toEqual({ production: { mark: second.mark, state: 'Running' }, next: { mark: first.mark, state: 'Stopped' } });
  });

  it('one that is never ready takes over nothing', async () => {
    const world = openWorld();
    await run(world);
    const reach: Ports['reach'] = async (url) => (url.includes('-next.') && url.endsWith('/ready') ? undefined : reachIn(world)(url));
    const { ports } = await portsFor(world, { release: second, reach });
    await expect(deploy(ports)).rejects.toThrow('what served before goes on serving');
    expect(world.slots.production).toEqual({ mark: first.mark, state: 'Running' });
    await run(world);
    expect(world.slots.next.state).toBe('Stopped');
  });

  it('goes back to the one before, and only once there is one', async () => {
    const world = openWorld();
    await run(world);
    const { ports, lines } = await portsFor(world);
    await expect(goBack(ports)).rejects.toThrow('There is no earlier version to go back to.');
    expect(world.slots.next.state).toBe('Stopped');
    await run(world, { release: second });
    await goBack(ports);
    expect(world.slots).toEqual({ production: { mark: first.mark, state: 'Running' }, next: { mark: second.mark, state: 'Stopped' } });
    expect(lines.at(-1)).toBe(`Build ${first.mark} serves again, instead of ${second.mark}.`);
  });

  it('is known by its bytes: the same folder gives the same zip, another file another mark', () => {
    expect(built('first').bytes.equals(first.bytes)).toBe(true);
    expect(second.mark).not.toBe(first.mark);
    expect(() => releaseOf(folder)).toThrow(/holds no main\.js/u);
  });
});
