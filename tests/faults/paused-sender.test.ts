import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copies, mostWithin } from './fleet/arrivals.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

const leaders = 1_500;
const sleepMs = 90_000;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders });
}, 600_000);
afterAll(() => fleet?.close());

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isSender = ({ log }: { readonly log: () => string }): boolean => log().includes('delivery.sender-here');

describe('the process that sends stands still for ninety seconds in the middle of it', () => {
  it('[R-14] another takes over meanwhile, and the sleeper sends nothing twice when it wakes', { timeout: 900_000 }, async () => {
    const { tenant, people } = fleet;
    await fleet.tell();
    const sleeper = await fleet.start('one');
    await until('The first messages', () => tenant.arrivals.length > 50);
    const other = await fleet.start('two');
    await until('Some more', () => tenant.arrivals.length > 150);
    expect([isSender(sleeper), isSender(other)]).toEqual([true, false]);
    sleeper.signal('SIGSTOP');
    const asleep = Date.now();
    await pause(2_000);
    const before = tenant.arrivals.length;
    await until('Another sender', () => tenant.arrivals.length > before, sleepMs - 2_000);
    const takenOver = (tenant.arrivals[before]?.at ?? Number.NaN) - asleep;
    expect(isSender(other)).toBe(true);
    await pause(asleep + sleepMs - Date.now());
    sleeper.signal('SIGCONT');
    const awake = Date.now();
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0, 400_000);
    expect(sleeper.log()).toContain('delivery.sender-lost');
    expect([...new Set(copies(people, tenant.arrivals))]).toEqual([1]);
    expect(await fleet.sent()).toHaveLength(leaders);
    const around = tenant.arrivals.map(({ at }) => at).filter((at) => at > awake - 1_000 && at < awake + 5_000);
    told(
      `${leaders} leaders, the sender asleep for ${sleepMs / 1000} s: another sent after ${Math.round(takenOver / 1000)} s, nothing ` +
        `twice, at most ${mostWithin(around, 1_000)} in a second when it woke`,
    );
  });
});
