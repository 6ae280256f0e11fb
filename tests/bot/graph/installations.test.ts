import { createGraphClient } from '@coaching-pairs/bot/graph/graph-client';
import { createInstallations, installPace } from '@coaching-pairs/bot/graph/installations';
import { paceOf } from '@coaching-pairs/bot/graph/pace';
import type { Installations } from '@coaching-pairs/bot/ports/installations';
import { personId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraphHouse, openGraphHouse } from '../../local/graph/graph-house.js';
import { managedIdentityToken } from '../../local/trust/trust-house.js';

let house: GraphHouse;
let installations: Installations;
let elapsed: number;

beforeAll(async () => {
  house = await openGraphHouse();
});
afterAll(() => house.close());

/** Waiting takes no time. */
const timing = {
  elapsed: () => elapsed,
  random: () => 0.5,
  wait: async (milliseconds: number) => {
    elapsed += milliseconds;
  },
};

const installationsOf = (teamsAppId: string, origins = house.identity.trustRoots): Installations =>
  createInstallations({
    client: createGraphClient({ credential: house.credential, origins, pace: paceOf(installPace) }),
    teamsAppId,
    timing,
  });

beforeEach(() => {
  house.renew();
  elapsed = 0;
  installations = installationsOf(house.trust.ids.teamsAppId);
});

const priya = () => personId(house.idOf('Priya Sharma'));
const calls = (method: string, path: RegExp) =>
  house
    .graph()
    .calls()
    .filter((call) => call.method === method && path.test(call.path));
const posts = () => calls('POST', /installedApps$/u);

describe('giving somebody the app', () => {
  it('[R-08] installs it, and learns the chat', async () => {
    expect(await installations.install(priya())).toEqual({ kind: 'installed', chatId: expect.stringMatching(/^19:/u) });
    expect(house.graph().installations.has(priya())).toBe(true);
  });

  it('whoever has it already is as good: the same chat, and nothing is installed twice', async () => {
    const first = await installations.install(priya());
    expect(await installations.install(priya())).toEqual(first);
    expect(posts().map(({ status }) => status)).toEqual([201, 409]);
  });

  it('the catalogue is asked once', async () => {
    for (const name of ['Priya Sharma', 'Owen Gallagher', 'Yuki Tanabe']) await installations.install(personId(house.idOf(name)));
    expect(calls('GET', /teamsApps/u)).toHaveLength(1);
  });

  it('an id that the catalogue itself gave is found too, and one that it does not know is said', async () => {
    const own = installationsOf(house.graph().installations.catalogueId);
    expect(await own.install(priya())).toMatchObject({ kind: 'installed' });
    expect(await installationsOf('another').install(priya())).toEqual({ kind: 'refused', code: 'AppNotInCatalogue' });
  });

  it('[S-16] a missing permission is told apart from a refusal that concerns one person', async () => {
    for (const permission of ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'AppCatalog.Read.All']) {
      house.graph().faults.withhold(permission);
      const fresh = installationsOf(house.trust.ids.teamsAppId);
      expect(await fresh.install(priya()), permission).toEqual({ kind: 'refused', code: 'InstallNotPermitted' });
    }
    house.graph().faults.withhold();
    house.graph().faults.refuseInstall(priya(), true);
    expect(await installations.install(priya())).toEqual({ kind: 'refused', code: 'InstallRefused' });
    expect(await installations.install(personId('nobody'))).toEqual({ kind: 'refused', code: 'PersonNotFound' });
  });

  it('[S-16] the bot’s own identity may not', async () => {
    const token = await managedIdentityToken(house.trust, 'https://graph.microsoft.com');
    const response = await house.ask(`/users/${priya()}/teamwork/installedApps`, { method: 'POST', body: {}, token });
    expect(response.status).toBe(403);
  });

  it('[R-03] Retry-After holds back everybody’s installation, and is told', async () => {
    await installations.install(priya());
    house.graph().faults.next429(1, 17, /installedApps/u);
    expect(await installations.install(personId(house.idOf('Owen Gallagher')))).toEqual({ kind: 'later', waitMs: 17_000 });
    const before = house.graph().calls().length;
    expect(await installations.install(personId(house.idOf('Yuki Tanabe')))).toEqual({ kind: 'later', waitMs: 17_000 });
    expect(house.graph().calls()).toHaveLength(before);
    elapsed += 17_000;
    expect(await installations.install(personId(house.idOf('Yuki Tanabe')))).toMatchObject({ kind: 'installed' });
  });

  it('[R-20] after five failures in a row it rests for a minute, asks with a single call, and goes on when that works', async () => {
    house.graph().faults.errorRate(1, [503]);
    for (let turn = 1; turn <= 5; turn += 1) expect(await installations.install(priya())).toMatchObject({ kind: 'later' });
    const made = (): number => house.graph().calls().length;
    const before = made();
    for (let turn = 1; turn <= 20; turn += 1) expect(await installations.install(priya())).toMatchObject({ kind: 'later' });
    expect(made()).toBe(before);
    elapsed += 60_000;
    for (let turn = 1; turn <= 5; turn += 1) await installations.install(priya());
    expect(made()).toBe(before + 1);
    house.graph().faults.clear();
    elapsed += 60_000;
    expect(await installations.install(priya())).toMatchObject({ kind: 'installed' });
    expect(await installations.install(personId(house.idOf('Owen Gallagher')))).toMatchObject({ kind: 'installed' });
  });

  it('a service that cannot be reached is asked again later', async () => {
    const nowhere = installationsOf(house.trust.ids.teamsAppId, { ...house.identity.trustRoots, graph: 'https://127.0.0.1:9' });
    expect(await nowhere.install(priya())).toEqual({ kind: 'later', waitMs: 60_000 });
  });

  it('[R-20] never more than twenty installations in any second, by the server’s own count', async () => {
    const real = createInstallations({
      client: createGraphClient({ credential: house.credential, origins: house.identity.trustRoots, pace: paceOf(installPace) }),
      teamsAppId: house.trust.ids.teamsAppId,
    });
    await Promise.all(
      house
        .tenant()
        .people.slice(0, 45)
        .map(({ id }) => real.install(id)),
    );
    const times = posts().map(({ at }) => at);
    expect(times).toHaveLength(45);
    const most = Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1_000).length));
    expect(most).toBeLessThanOrEqual(20);
  });
});
