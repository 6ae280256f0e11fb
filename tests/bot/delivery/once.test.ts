import { instantAt } from '@coaching-pairs/bot/delivery/moments';
import { createSenderLease } from '@coaching-pairs/bot/delivery/sender-lease';
import { wakeUpThrough } from '@coaching-pairs/bot/delivery/wake-up';
import { outboxFields, outboxKey } from '@coaching-pairs/bot/ports/outbox';
import { storeFault } from '@coaching-pairs/bot/ports/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { aMoment, createWorld, eventually, follow, many, quietLog, type World } from './delivery-harness.js';

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

const recipients = (): readonly string[] => world.sent.map(({ to }) => to).sort();

describe('every message arrives once', () => {
  it('whether it was woken once, five times or never, with two instances at work', async () => {
    const messages = await world.tell(many(40));
    for (const instance of ['one', 'two']) world.start(instance);
    await wakeUpThrough(
      world.queue,
      world.clock,
      quietLog,
    )(messages.slice(0, 20).flatMap((message) => [message, message, message, message, message]));
    await eventually(async () => expect(await world.delivered()).toHaveLength(40));
    expect(recipients()).toEqual(many(40).sort());
    expect(await world.waiting()).toEqual([]);
    await aMoment();
    expect(world.sent).toHaveLength(40);
  });

  it('and is kept with the activity by which the card can be changed later', async () => {
    await world.tell(['priya']);
    world.start();
    await eventually(async () => expect(await world.delivered()).toHaveLength(1));
    const [priya] = await world.delivered();
    expect(priya).toMatchObject({
      to: 'priya',
      state: 'sent',
      activityId: 'activity-1',
      attempts: 1,
      possibleDuplicate: false,
      claimedBy: null,
    });
  });

  it('[R-09] and whoever causes it does not wait for a queue that does not answer', async () => {
    const messages = await world.tell(['priya']);
    const hanging = { ...world.queue, wakeAll: () => new Promise<void>(() => undefined) };
    const asked = performance.now();
    await wakeUpThrough(hanging, world.clock, quietLog)(messages);
    expect(performance.now() - asked).toBeLessThan(3_000);
    world.start();
    await eventually(() => expect(recipients()).toEqual(['priya']));
  });

  it('[R-12] when four workers race for each claim', async () => {
    const messages = await world.tell(many(15));
    await Promise.all(messages.flatMap(({ id }) => ['a', 'b', 'c', 'd'].map((worker) => follow(world, worker, outboxKey(id)))));
    expect(recipients()).toEqual(many(15).sort());
    expect(await world.delivered()).toHaveLength(15);
  });

  it('not before it is due', async () => {
    await world.tell(['sam'], { dueAt: instantAt(Date.now() + 3_600_000) });
    const { sweepNow } = world.start();
    await aMoment();
    expect(world.sent).toEqual([]);
    world.clock.advance(3_600_000);
    await eventually(async () => {
      await sweepNow();
      expect(world.sent).toHaveLength(1);
    });
  });

  it('not at all when it is no longer wanted, or when there is nothing left to say', async () => {
    await world.tell(['priya', 'sam']);
    world.unwanted.add((await world.waiting())[0]?.to ?? expect.unreachable());
    world.start('one', undefined, { render: async () => null });
    await eventually(async () => expect(await world.waiting()).toEqual([]));
    expect([world.sent, await world.dead(), await world.delivered()]).toEqual([[], [], []]);
  });

  it('or ends as a dead row that says so, when it still fails the fifth time it is handed out', async () => {
    const [message] = await world.tell(['priya']);
    const key = outboxKey(message?.id ?? '');
    const render = async (): Promise<never> => Promise.reject(new Error('no such card'));
    for (let time = 1; time <= 4; time += 1) await follow(world, 'one', key, { times: time, running: { render } });
    expect(await world.waiting()).toMatchObject([{ to: 'priya', state: 'waiting' }]);
    await follow(world, 'one', key, { times: 5, running: { render } });
    expect(world.sent).toEqual([]);
    expect(await world.dead()).toMatchObject([{ to: 'priya', state: 'dead', reason: 'poison' }]);
  });

  it('[R-13] even when it was handed out many times in vain, to processes that died or while the store was away', async () => {
    const [message] = await world.tell(['priya'], { class: 'B' });
    const key = outboxKey(message?.id ?? '');
    const stillWanted = async (): Promise<never> => Promise.reject(storeFault('store-unavailable', 'round'));
    for (let time = 1; time <= 8; time += 1) await follow(world, 'one', key, { times: time, running: { stillWanted } });
    expect(await world.dead()).toEqual([]);
    await follow(world, 'one', key, { times: 9 });
    expect(recipients()).toEqual(['priya']);
    expect(await world.delivered()).toHaveLength(1);
  });
});

describe('a process that dies between sending and writing it down', () => {
  const dieWhileSending = async (messageClass: 'A' | 'B'): Promise<void> => {
    await world.tell(['priya'], { class: messageClass });
    const life = { dead: false };
    world.answers(() => {
      life.dead = true;
      return { kind: 'sent', activityId: 'unwritten' };
    });
    world.start('one', life);
    await eventually(() => expect(world.sent).toHaveLength(1));
    world.answers(() => ({ kind: 'sent', activityId: 'second' }));
    world.start('one');
  };

  it('[R-06] a message worth a second copy goes again a minute later, and says that it may be one', async () => {
    await dieWhileSending('A');
    await aMoment();
    expect(world.sent).toHaveLength(1);
    world.clock.advance(60_000);
    await eventually(async () => expect(await world.delivered()).toHaveLength(1));
    expect(await world.delivered()).toMatchObject([{ activityId: 'second', possibleDuplicate: true, attempts: 2, ambiguous: 1 }]);
    const [first, second] = world.sent;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('is not interfered with while its claim is fresh', async () => {
    const [message] = await world.tell(['priya']);
    const row = await world.table.read(world.partition, outboxKey(message?.id ?? ''));
    if (row === null || message === undefined) expect.unreachable();
    const claimedUntil = instantAt(Date.now() + 120_000);
    await world.table.swap(row, outboxFields({ ...message, state: 'claimed', claimedBy: 'another/run', claimedUntil }));
    await follow(world, 'one', row.key);
    expect(await world.waiting()).toMatchObject([{ state: 'claimed', claimedBy: 'another/run' }]);
    world.clock.advance(120_000);
    await follow(world, 'one', row.key);
    expect(world.sent).toEqual([]);
    await follow(world, 'one', row.key);
    expect(world.sent).toHaveLength(1);
  });

  it('[R-06] a reminder rather does not', async () => {
    await dieWhileSending('B');
    await eventually(async () => expect(await world.dead()).toMatchObject([{ reason: 'perhaps-delivered', possibleDuplicate: true }]));
    expect(world.sent).toHaveLength(1);
  });
});

describe('one sender at a time', () => {
  it('[R-02] the others stand by, and take over within a minute of the last sign of life', async () => {
    const life = { dead: false };
    world.start('one', life);
    await world.tell(['priya']);
    await eventually(() => expect(world.sent).toHaveLength(1));
    world.start('two');
    life.dead = true;
    await world.tell(['sam']);
    await aMoment(300);
    expect(world.sent).toHaveLength(1);
    world.clock.advance(45_000);
    await eventually(() => expect(world.sent).toHaveLength(2));
  });

  it('[R-15] a new sender sends what waits before it works out what else is due', async () => {
    let workedOut = (): void => undefined;
    const working = new Promise<void>((resolve) => {
      workedOut = resolve;
    });
    await world.tell(['priya']);
    world.start('one', undefined, { beforeSweep: () => working });
    await eventually(() => expect(world.sent).toHaveLength(1));
    workedOut();
  });

  it('keeps its place when it renews it twice at the same moment', async () => {
    const kept = createSenderLease(world.runningOf('one'));
    await kept.tick();
    await Promise.all([kept.tick(), kept.tick(), kept.tick()]);
    expect(kept.held()).toBe(true);
  });

  it('[R-18] on stopping, what is on its way arrives, nothing more is claimed, and another goes on at once', async () => {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    world.answers(async () => {
      await arrived;
      return { kind: 'sent', activityId: 'late' };
    });
    const one = world.start('one', undefined, { settings: { ...world.depsOf('one').settings, inFlight: 1 } });
    await world.tell(many(3));
    await eventually(() => expect(world.sent).toHaveLength(1));
    const stopped = one.stop();
    await aMoment();
    arrive();
    await stopped;
    expect(await world.delivered()).toMatchObject([{ activityId: 'late' }]);
    expect(world.sent).toHaveLength(1);
    world.start('two');
    await eventually(async () => expect(await world.delivered()).toHaveLength(3));
    expect(recipients()).toEqual(many(3));
  });
});
