import { finishedWrite, outboxKey } from '@coaching-pairs/bot/ports/outbox';
import { deliveryStore } from '@coaching-pairs/bot/storage/deliveries';
import { healthLedger } from '@coaching-pairs/bot/storage/health';
import { instant, operationId, personId } from '@coaching-pairs/shared/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { createWorld, eventually, follow, many, type World } from './delivery-harness.js';

let store: Store;
let world: World;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  world = await createWorld(store);
});
afterEach(() => world.stop());

const audit = {
  at: instant('2026-11-21T10:00:00.000Z'),
  by: personId('priya'),
  action: 'messages.retry',
  subject: {},
  result: 'done',
} as const;
const deliveries = () => deliveryStore(world.table, async () => undefined, world.clock);

describe('messages that were given up', () => {
  it('poison after five times is one of them, and goes out when it is sent again', async () => {
    const [message] = await world.tell(['Ana']);
    if (message === undefined) expect.unreachable();
    const broken = { render: () => Promise.reject(new Error('cannot be drawn')) };
    for (let times = 1; times <= 5; times += 1) await follow(world, 'one', `out~${message.id}`, { times, running: broken });
    const { roundId } = message;
    const { dead, waiting } = await deliveries().open(roundId);
    expect(dead.map(({ value }) => [value.to, value.reason])).toEqual([['Ana', 'poison']]);
    expect(waiting).toEqual([]);
    expect(await deliveries().retry({ roundId, opId: operationId('again'), messages: dead, audit })).toBe('done');
    world.start();
    await eventually(async () => expect(await world.delivered()).toHaveLength(1));
    expect(world.sent.map(({ to }) => to)).toEqual(['Ana']);
    expect((await deliveries().ofRound(roundId)).sent.get('invitation')).toBe(1);
  });

  it('[R-11] [R-13] more than a batch holds go again once each, also where the step was asked for before', async () => {
    const told = await world.tell(many(60));
    const roundId = told[0]?.roundId ?? expect.unreachable();
    const ended = told.map((message) => ({ ...message, state: 'dead', reason: 'throttled', finishedAt: message.dueAt }) as const);
    for (const message of ended) {
      const row = await world.table.read(world.partition, outboxKey(message.id));
      if (row !== null) await world.table.remove(row);
    }
    await world.table.commit({ partition: world.partition, writes: ended.map(finishedWrite) });
    const { dead } = await deliveries().open(roundId);
    const change = { roundId, opId: operationId('again'), messages: dead, audit };
    // The process dies after the first step; whoever was not answered asks again with what is left.
    await deliveries().retry({ ...change, messages: dead.slice(0, 45) });
    await deliveries().retry({ ...change, messages: (await deliveries().open(roundId)).dead });
    expect(await world.waiting()).toHaveLength(60);
    world.start('two');
    await eventually(async () => expect(await world.delivered()).toHaveLength(60));
    expect(await world.dead()).toEqual([]);
  });
});

describe('who sends', () => {
  it('is known to everybody, since when, and when it last looked for what is due', async () => {
    const { sender } = healthLedger(world.table, world.clock);
    world.start('web-1');
    await eventually(async () => {
      const { instance, since, sweptAt } = await sender();
      expect(instance).toBe('web-1');
      expect(since).not.toBeNull();
      expect(sweptAt).not.toBeNull();
    });
    const { since } = await sender();
    const before = (await sender()).sweptAt ?? '';
    await eventually(async () => expect(((await sender()).sweptAt ?? '') > before).toBe(true));
    expect((await sender()).since).toBe(since);
    await world.stop();
    expect(await sender()).toMatchObject({ instance: null, since: null });
    expect((await sender()).sweptAt).not.toBeNull();
  });
});
