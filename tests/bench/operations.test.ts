import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fleet, openFleet, until } from '../faults/fleet/fleet.js';
import { processorSeconds, told } from '../faults/fleet/summary.js';
import type { Counts } from './operations/counted.js';
import { liveRound } from './operations/small-life.js';

/** What six months hold, of which so many days are spent asking; beyond them a round only waits. */
const hours = 4_380;
const askingHours = 6 * 7 * 24;
const sizes = [300, 5_000, 50_000];
const [few, many] = [12, 24];
/** A page of a list holds so many rows. */
const perPage = 1_000;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders: 300 });
}, 300_000);
afterAll(() => fleet?.close());

const each = (more: Counts, less: Counts, of: keyof Counts): number => (more[of] - less[of]) / (many - few);
const shown = (value: number): string => Math.round(value).toLocaleString('en-GB');
/** Blank unless given: what Azure charges changes, and differs by region and contract. */
const price = (name: string, units: number): string => {
  const given = Number(process.env[name]);
  return Number.isFinite(given) && given > 0 ? (given * units).toFixed(2) : `– (${name} is not set)`;
};

const lives = async () => {
  const [small, large] = [await liveRound(few), await liveRound(many)];
  return {
    small,
    messages: (large.sent - small.sent) / (many - few),
    perLeader: each(large.spent, small.spent, 'transactions'),
    queuePerLeader: each(large.spent, small.spent, 'messages'),
    /** Rows read an hour for each leader, which come to pages where there are many. */
    asked: each(large.asking, small.asking, 'rowsListed'),
    rested: each(large.after, small.after, 'rowsListed'),
  };
};

describe('what half a year costs', () => {
  it('storage transactions, queue operations and processor seconds', { timeout: 900_000 }, async () => {
    const { small, messages, perLeader, queuePerLeader, asked, rested } = await lives();
    told(
      `an hour: ${small.asking.transactions} transactions while people are asked, ${small.after.transactions} afterwards, ` +
        `${small.after.polls} looks into the queue; a leader: ${messages.toFixed(1)} messages, ${perLeader.toFixed(0)} transactions, ` +
        `${queuePerLeader.toFixed(1)} of the queue, ${asked.toFixed(1)} rows read an hour while asked, ${rested.toFixed(1)} afterwards`,
    );
    const one = await fleet.start('one');
    await until('Ready', async () => (await fetch(`${one.origin}/ready`)).status === 200);
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    const idleBefore = await processorSeconds(one.processId);
    await new Promise((resolve) => setTimeout(resolve, 40_000));
    const idle = ((await processorSeconds(one.processId)) - idleBefore) * 90;
    const busyBefore = await processorSeconds(one.processId);
    await fleet.tell();
    await until('Every message', async () => (await fleet.waiting()).length === 0);
    const perMessage = ((await processorSeconds(one.processId)) - busyBefore) / fleet.people.length;
    told(`the process: ${idle.toFixed(0)} processor seconds an hour when nothing happens, ${(perMessage * 1000).toFixed(0)} ms a message`);
    for (const leaders of sizes) {
      const pages = (leaders * (asked * askingHours + rested * (hours - askingHours))) / perPage;
      const table =
        small.asking.transactions * askingHours + small.after.transactions * (hours - askingHours) + pages + perLeader * leaders;
      const queue = small.after.polls * hours + queuePerLeader * leaders;
      const processor = idle * hours + perMessage * messages * leaders;
      told(
        `${shown(leaders)} leaders, six months, one instance: ${shown(table)} table transactions, ${shown(queue)} queue operations, ` +
          `${shown(processor)} processor seconds; cost: tables ${price('PRICE_TABLE_10000', table / 10_000)}, ` +
          `queue ${price('PRICE_QUEUE_10000', queue / 10_000)}, instance ${price('PRICE_INSTANCE_HOUR', hours)}`,
      );
    }
    expect(perLeader).toBeGreaterThan(0);
  });
});
