import { preparing } from '@coaching-pairs/bot/delivery/prepare';
import { reachThrough } from '@coaching-pairs/bot/delivery/reach';
import { createGraphClient } from '@coaching-pairs/bot/graph/graph-client';
import { createInstallations, installPace } from '@coaching-pairs/bot/graph/installations';
import { paceOf } from '@coaching-pairs/bot/graph/pace';
import type { Installations } from '@coaching-pairs/bot/ports/installations';
import { conversationStore } from '@coaching-pairs/bot/storage/conversations';
import { reachStore } from '@coaching-pairs/bot/storage/reachability';
import { operationId, personId } from '@coaching-pairs/shared/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraphHouse, openGraphHouse } from '../../local/graph/graph-house.js';
import { type Store, startStore } from '../../store-harness.js';
import { type Bot, botAppId, startBot, tenantId } from '../bolt/bot-on-http.js';
import { aMoment, createWorld, eventually, mortal, type World } from './delivery-harness.js';

let store: Store;
let house: GraphHouse;
let bot: Bot;
let world: World;

beforeAll(async () => {
  [store, house, bot] = await Promise.all([startStore(), openGraphHouse(), startBot()]);
});
afterAll(() => Promise.all([store.stop(), house.close(), bot.stop()]));

const priya = () => personId(house.idOf('Priya Sharma'));

beforeEach(async () => {
  house.renew();
  bot.connector.answer(undefined);
  bot.connector.received.length = 0;
  world = await createWorld(store);
});
afterEach(() => world.stop());

const reachOf = () => reachStore(world.table, async (messages) => void messages, world.clock);

/** Delivery over the real connector client, the real Graph client and the real store; with `life` it can be killed. */
const start = (instance = 'one', life = { dead: false }, given?: Installations): void => {
  const conversations = mortal(conversationStore(world.table), life);
  const reach = mortal(reachOf(), life);
  const client = createGraphClient({ credential: house.credential, origins: house.identity.trustRoots, pace: paceOf(installPace) });
  const installations = mortal(given ?? createInstallations({ client, teamsAppId: house.trust.ids.teamsAppId }), life);
  const sender = mortal(bot.sender, life);
  const { stillWanted } = world.depsOf(instance, life);
  const steps = preparing({
    ...{ conversations, reach, installations, sender, stillWanted, tenantId },
    ...{ connectorUrl: `${bot.connector.origin}/teams/`, botId: `28:${botAppId}` },
  });
  world.start(instance, life, {
    ...steps,
    send: reachThrough({ sender, conversations, tenantId }),
    unreachable: async (message, reason) => {
      world.unreachable.push(reason);
      await reach.close(message.to, reason, message);
    },
  });
};

const tell = (opId: string, kind = 'invitation') => world.tell([priya()], { opId: operationId(opId), kind });
const written = () => bot.connector.received.filter(({ path }) => path.endsWith('/activities'));
const installs = () =>
  house
    .graph()
    .calls()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/installedApps'));
const knowsPriya = () =>
  conversationStore(world.table).remember({
    ...{ tenantId, personId: priya(), conversationId: 'a:priya' },
    ...{ serviceUrl: `${bot.connector.origin}/emea/`, botId: `28:${botAppId}` },
  });

describe('somebody without the app', { timeout: 90_000 }, () => {
  it('[R-08] is given it before the first message, which then goes to the chat that came of it', async () => {
    start();
    await tell('first');
    await tell('second', 'proposal');
    await eventually(async () => expect(await world.delivered()).toHaveLength(2));
    expect(installs()).toHaveLength(1);
    expect(written()).toHaveLength(2);
    for (const { path } of written()) expect(path).toMatch(/\/teams\/v3\/conversations\/19(:|%3A)/u);
  });

  it('is not given it for a message that nobody wants any more', async () => {
    world.unwanted.add(priya());
    start();
    await tell('unwanted');
    await eventually(async () => expect(await world.waiting()).toEqual([]));
    expect([installs(), written()]).toEqual([[], []]);
  });

  it('[R-13] whoever dies while it is installed, another goes on: one installation, one message', async () => {
    const life = { dead: false };
    const client = createGraphClient({ credential: house.credential, origins: house.identity.trustRoots, pace: paceOf(installPace) });
    const real = createInstallations({ client, teamsAppId: house.trust.ids.teamsAppId });
    start('one', life, {
      install: async (person) => {
        const outcome = await real.install(person);
        life.dead = true;
        return outcome;
      },
    });
    await tell('first');
    await eventually(() => expect(life.dead).toBe(true));
    expect(await world.waiting()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    world.clock.advance(600_000);
    start('one');
    await eventually(async () => expect(await world.delivered()).toMatchObject([{ attempts: 1, possibleDuplicate: false }]));
    expect(installs().map(({ status }) => status)).toEqual([201, 409]);
    expect(written()).toHaveLength(1);
  });

  it('[R-03] waits when Graph asks for patience, without using up a try', async () => {
    house.graph().faults.next429(1, 1, /installedApps/u);
    bot.connector.answer({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    start();
    await tell('first');
    await eventually(() => expect(installs().map(({ status }) => status)).toEqual([429]));
    bot.connector.answer(undefined);
    await eventually(async () => expect(await world.delivered()).toMatchObject([{ attempts: 1 }]));
  });

  it('[R-07] without the permission nothing is sent, and why is said; once heard from, the message goes', async () => {
    house.graph().faults.withhold('TeamsAppInstallation.ReadWriteSelfForUser.All');
    bot.connector.answer({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    start();
    await tell('first');
    await eventually(async () => expect(await world.dead()).toMatchObject([{ reason: 'InstallNotPermitted', attempts: 0 }]));
    expect([world.unreachable, written()]).toEqual([['InstallNotPermitted'], []]);
    bot.connector.answer(undefined);
    await knowsPriya();
    await reachOf().open(priya(), false);
    await eventually(async () => expect(await world.delivered()).toHaveLength(1));
    expect([await world.dead(), written().length]).toEqual([[], 1]);
  });

  it('without the permission whoever has the app by a policy is written to all the same', async () => {
    house.graph().faults.withhold('TeamsAppInstallation.ReadWriteSelfForUser.All');
    start();
    await tell('first');
    await eventually(async () => expect(await world.delivered()).toHaveLength(1));
    expect(world.unreachable).toEqual([]);
  });
});

describe('[R-07] somebody who refuses', { timeout: 90_000 }, () => {
  const once = ['ConversationBlockedByUser', 'MessageWritesBlocked', 'BotDisabledByAdmin'].map((code) => [code, 1, 0] as const);
  const twice = ['BotNotInConversationRoster', 'ConversationNotFound'].map((code) => [code, 2, 1] as const);

  it.each([...once, ...twice])('%s: %i sent in all, %i times given the app again, and nothing more', async (code, sends, given) => {
    await knowsPriya();
    bot.connector.answer({ status: code === 'ConversationNotFound' ? 404 : 403, body: { error: { code } } });
    start();
    await tell('first');
    await eventually(async () => expect(await world.dead()).toHaveLength(1));
    for (const [place, kind] of ['proposal', 'pair-formed', 'kick-off'].entries()) {
      await tell(`later-${place}`, kind);
      await eventually(async () => expect(await world.dead()).toHaveLength(place + 2));
    }
    world.clock.advance(86_400_000);
    await aMoment();
    expect([written().length, installs().length]).toEqual([sends, given]);
    expect(new Set((await world.dead()).map(({ reason }) => reason))).toEqual(new Set([code]));
  });

  it('is written to again when heard from: of each kind the newest, and each once', async () => {
    await knowsPriya();
    bot.connector.answer({ status: 403, body: { error: { code: 'ConversationBlockedByUser' } } });
    start();
    for (const [place, kind] of ['invitation', 'invitation', 'proposal'].entries()) {
      await tell(`before-${place}`, kind);
      await eventually(async () => expect(await world.dead()).toHaveLength(place + 1));
    }
    bot.connector.answer(undefined);
    await Promise.all([reachOf().open(priya(), true), reachOf().open(priya(), true)]);
    await eventually(async () => expect((await world.delivered()).map(({ kind }) => kind).sort()).toEqual(['invitation', 'proposal']));
    await reachOf().open(priya(), true);
    await aMoment();
    expect([(await world.delivered()).length, (await world.dead()).map(({ opId }) => opId)]).toEqual([2, ['before-0']]);
  });

  it('is given the app again once, not each time it is removed; after a word of theirs once more', async () => {
    const reach = reachOf();
    expect([await reach.reinstall(priya()), await reach.reinstall(priya())]).toEqual([true, false]);
    await reach.reinstalled(priya());
    await reach.open(priya(), false);
    expect(await reach.reinstall(priya())).toBe(false);
    await reach.open(priya(), true);
    expect(await reach.reinstall(priya())).toBe(true);
  });
});
