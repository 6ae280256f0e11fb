import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copies, perSecond } from './fleet/arrivals.js';
import type { ProductProcess } from './fleet/children.js';
import { tenPercent } from './fleet/fates.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

/** Five thousand, unless fewer are asked for: `LEADERS=500 npm run faults -- killed-senders`. */
const leaders = Number(process.env['LEADERS'] ?? 5_000);
const killEveryMs = 5_000;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders });
}, 600_000);
afterAll(() => fleet?.close());

/**
 * Kills one and then the other, each time with whatever it has in hand, and starts it again under its name, until told to stop. On a
 * busy machine it waits until something has come since.
 */
const killing = async (names: readonly string[], stopped: () => boolean): Promise<number> => {
  const alive = new Map<string, ProductProcess>();
  for (const name of names) alive.set(name, await fleet.start(name));
  let kills = 0;
  while (!stopped()) {
    const before = fleet.tenant.arrivals.length;
    await new Promise((resolve) => setTimeout(resolve, killEveryMs));
    await until('A message since', () => stopped() || fleet.tenant.arrivals.length > before);
    const name = names[kills % names.length] ?? '';
    const one = alive.get(name);
    one?.signal('SIGKILL');
    await one?.ended;
    kills += 1;
    alive.set(name, await fleet.start(name));
  }
  return kills;
};

describe('two processes of the product, one of which is killed every five seconds', () => {
  it('[R-01] every leader gets the card, each once but for what was on its way at a kill', { timeout: 1_800_000 }, async () => {
    const { tenant, people } = fleet;
    tenant.meets(tenPercent());
    await fleet.tell();
    let over = false;
    const kills = killing(['one', 'two'], () => over);
    const reached = () => copies(people, tenant.arrivals).filter((count) => count > 0).length;
    const said = setInterval(() => process.stderr.write(`${reached()} of ${leaders} have it\n`), 30_000);
    await until('Every card', () => reached() === leaders, 1_500_000).finally(() => clearInterval(said));
    over = true;
    await kills;
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0, 300_000);
    const sent = await fleet.sent();
    const inDoubt = new Set(sent.filter(({ possibleDuplicate }) => possibleDuplicate).map(({ to }) => to));
    const counted = copies(people, tenant.arrivals);
    expect(await fleet.dead()).toEqual([]);
    expect(sent).toHaveLength(leaders);
    expect(counted.filter((count) => count === 0)).toEqual([]);
    // A second copy is one that its row calls perhaps a second one.
    expect(people.filter((person, place) => (counted[place] ?? 0) > 1 && !inDoubt.has(person))).toEqual([]);
    const extra = counted.reduce((sum, count) => sum + count - 1, 0);
    const faults = tenant.arrivals.filter(({ met }) => met !== undefined).length;
    told(
      `${leaders} leaders, ${await kills} kills, ${faults} faults: none lost; ${extra} second copies of ${inDoubt.size} messages ` +
        `that were on their way at a kill; ${perSecond(tenant.arrivals)}/s`,
    );
  });
});
