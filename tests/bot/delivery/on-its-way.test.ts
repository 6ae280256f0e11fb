import { instantAt, millisOf } from '@coaching-pairs/bot/delivery/moments';
import { createRateLimit } from '@coaching-pairs/bot/delivery/rate-limit';
import { outboxKey } from '@coaching-pairs/bot/ports/outbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { aMoment, createWorld, eventually, follow, type World } from './delivery-harness.js';

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

describe('a message on its way', () => {
  const held = () => {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    return { arrive, arrived };
  };

  it.each(['A', 'B'] as const)(
    '[R-06] is sent once and known as sent, though the clock is put forward meanwhile (class %s)',
    async (messageClass) => {
      const { arrive, arrived } = held();
      world.answers(async () => {
        await arrived;
        return { kind: 'sent', activityId: 'the only one' };
      });
      const { sweepNow } = world.start();
      await world.tell(['priya'], { class: messageClass });
      await eventually(() => expect(world.sent).toHaveLength(1));
      world.clock.advance(24 * 3_600_000);
      await sweepNow();
      await aMoment();
      world.clock.advance(60_000);
      await sweepNow();
      await aMoment();
      arrive();
      await eventually(async () =>
        expect(await world.delivered()).toMatchObject([{ activityId: 'the only one', possibleDuplicate: false, attempts: 1 }]),
      );
      expect([world.sent.length, await world.dead()]).toEqual([1, []]);
    },
  );

  it('[R-16] waits for its reader before anything is done about it: nobody is given the app at night either', async () => {
    const [message] = await world.tell(['priya']);
    const morning = instantAt(millisOf(world.clock.now()) + 3_600_000);
    const slot = { at: morning, zone: 'Europe/London', localIntent: '2026-11-23T09:00' };
    const prepare = vi.fn(async () => ({ kind: 'ready' }) as const);
    let awake = false;
    const running = { prepare, waitsUntil: async () => (awake ? null : slot) };
    await follow(world, 'one', outboxKey(message?.id ?? ''), { running });
    expect([prepare.mock.calls.length, world.sent.length]).toEqual([0, 0]);
    expect(await world.waiting()).toMatchObject([{ dueAt: morning, localIntent: '2026-11-23T09:00', attempts: 0 }]);
    awake = true;
    world.clock.advance(3_600_000);
    await follow(world, 'one', outboxKey(message?.id ?? ''), { running });
    expect([prepare.mock.calls.length, world.sent.length]).toEqual([1, 1]);
  });

  it('[R-06] is not sent by a process that stood still after its claim until another had sent it', async () => {
    const [message] = await world.tell(['priya']);
    const key = outboxKey(message?.id ?? '');
    const limit = createRateLimit();
    /** The process stands still for three minutes between its claim and its turn to send. */
    const frozen: typeof limit = {
      ...limit,
      take: (to, now) => {
        world.clock.advance(180_000);
        return limit.take(to, now);
      },
    };
    await follow(world, 'one', key, { limit: frozen });
    expect([world.sent, await world.waiting()]).toMatchObject([[], [{ state: 'waiting', attempts: 0, possibleDuplicate: false }]]);
    await follow(world, 'two', key);
    expect(world.sent).toHaveLength(1);
  });

  it('[R-14] is put back by a process that lost its place as the sender between its claim and its turn', async () => {
    const [message] = await world.tell(['priya']);
    const key = outboxKey(message?.id ?? '');
    const limit = createRateLimit();
    let held = true;
    const robbed: typeof limit = {
      ...limit,
      take: (to, now) => {
        held = false;
        return limit.take(to, now);
      },
    };
    await follow(world, 'one', key, { limit: robbed, held: () => held });
    expect([world.sent, await world.waiting()]).toMatchObject([[], [{ state: 'waiting', attempts: 0, possibleDuplicate: false }]]);
  });

  it('[R-07] that cannot reach its person leaves a note of it, though the process dies while it writes that down', async () => {
    const life = { dead: false };
    world.answers(() => ({ kind: 'permanent', code: 'BotNotInstalled', scope: 'person' }));
    await world.tell(['priya'], { class: 'B' });
    const unreachable = async ({ to }: { to: string }): Promise<void> => {
      world.unreachable.push(to);
      life.dead = true;
    };
    world.start('one', life, { unreachable });
    await eventually(() => expect(world.unreachable).toEqual(['priya']));
    expect(await world.dead()).toEqual([]);
    world.start('one');
    await eventually(async () => expect(await world.dead()).toHaveLength(1));
    expect(world.sent).toHaveLength(1);
  });
});
