import { instantAt, realSleep, type Sleep } from '@coaching-pairs/bot/delivery/moments';
import { openQueue } from '@coaching-pairs/bot/delivery/queue';
import { openTable } from '@coaching-pairs/bot/storage/table/open-table';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, many } from '../bot/delivery/delivery-harness.js';
import { copies, percentile, perSecond } from '../faults/fleet/arrivals.js';
import { tenPercent } from '../faults/fleet/fates.js';
import { type Fleet, openFleet, until } from '../faults/fleet/fleet.js';
import { processorSeconds, told } from '../faults/fleet/summary.js';
import { devAccount, type Store } from '../store-harness.js';

/** Faster than the clock on the wall, so that the limit of the sending does not show. */
const pace = 12;
/** Five thousand, unless fewer are asked for: `LEADERS=500 npm run bench:delivery`. */
const leaders = Number(process.env['LEADERS'] ?? 5_000);
const messages = Math.min(3_000, leaders);
const clickRates = [10, 30, 100];
const clickSeconds = 10;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders });
}, 600_000);
afterAll(() => fleet?.close());

/** The fleet's own store, which is a process of its own, for tables and queues of any name. */
const storeOf = ({ store: { tableUrl, queueUrl } }: Fleet): Store => {
  const name = (): string => `t${crypto.randomUUID().replaceAll('-', '')}`;
  return {
    ...{ tableUrl, queueUrl },
    table: () => openTable({ url: tableUrl, name: name(), credential: devAccount }),
    queue: () => openQueue({ url: queueUrl, name: name(), credential: devAccount }),
    stop: async () => undefined,
  };
};

const waitUntil = (at: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));

describe('how fast messages and clicks are', () => {
  afterEach(async () => fleet.tenant.meets(() => undefined));

  it('deliveries a second through the engine alone', { timeout: 600_000 }, async () => {
    const world = await createWorld(storeOf(fleet));
    const begun = Date.now();
    const clock = { now: () => instantAt(begun + (Date.now() - begun) * pace) };
    const sleep: Sleep = (milliseconds, signal) => realSleep(milliseconds / pace, signal);
    await world.tell(many(messages));
    const times: number[] = [];
    world.answers((_to, count) => {
      times.push(Date.now());
      return { kind: 'sent', activityId: `activity-${count}` };
    });
    world.start('one', undefined, { clock, sleep, settings: {} });
    await until('Every message', () => times.length >= messages);
    await until('The end of the outbox', async () => (await world.waiting()).length === 0);
    await world.stop();
    expect(times).toHaveLength(messages);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    told(`engine alone: ${messages} messages, ${Math.round(messages / seconds)} a second`);
  });

  it('a message to every leader, with a fault in ten', { timeout: 900_000 }, async () => {
    const { tenant, people } = fleet;
    tenant.meets(tenPercent());
    await fleet.tell();
    const one = await fleet.start('one');
    await until('Every card', () => copies(people, tenant.arrivals).every((count) => count > 0), 800_000);
    const times = tenant.arrivals.map(({ at }) => at);
    const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0);
    const twice = copies(people, tenant.arrivals).filter((count) => count > 1).length;
    const spent = await processorSeconds(one.processId);
    told(
      `${leaders} leaders, ${tenant.arrivals.length - leaders} faults: ${Math.round(seconds)} s, ${perSecond(tenant.arrivals)}/s, ` +
        `${twice} twice; ${spent} processor seconds of the product`,
    );
    one.signal('SIGTERM');
    await one.ended;
  });

  it('from a click to its answer, at ten, thirty and a hundred clicks a second', { timeout: 600_000 }, async () => {
    const { tenant, people, crowd } = fleet;
    const one = await fleet.start('one');
    /** Clicks come at their times, whether or not those before have been answered. */
    const measured = async (rate: number, from: number): Promise<void> => {
      const before = await processorSeconds(one.processId);
      const begun = performance.now() + 500;
      const taken: number[] = [];
      const statuses = new Map<number, number>();
      await Promise.all(
        Array.from({ length: rate * clickSeconds }, async (_, place) => {
          const at = begun + (place * 1000) / rate;
          await waitUntil(at);
          const data = { roundId: crowd.round, disclosureVersion: 1 };
          const { status } = await tenant.clicks(one.origin, people[(from + place) % leaders] ?? '', 'join', data);
          taken.push(performance.now() - at);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
      );
      const spent = (await processorSeconds(one.processId)) - before;
      const shown = [0.5, 0.95, 0.99, 1].map((part) => Math.round(percentile(taken, part)));
      told(
        `${rate} clicks a second for ${clickSeconds} s: p50, p95, p99, slowest ${shown.join(', ')} ms; answered ` +
          `${[...statuses].map(([status, count]) => `${count} times ${status}`).join(', ')}; ` +
          `${((spent * 1000) / taken.length).toFixed(0)} processor ms a click`,
      );
    };
    // The first hundred of a process warm it up.
    for (const who of people.slice(-100)) await tenant.clicks(one.origin, who, 'tellMore', { roundId: crowd.round });
    for (const [place, rate] of clickRates.entries()) await measured(rate, place * rate * clickSeconds);
  });
});
