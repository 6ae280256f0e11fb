import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copies } from './fleet/arrivals.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

const leaders = 400;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders });
}, 300_000);
afterAll(() => fleet?.close());

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const statusOf = async (url: string): Promise<number> => (await fetch(url, { signal: AbortSignal.timeout(10_000) })).status;

/** Clicks all the time, where a load balancer would send them: to the first that says it is ready. Answers every status it was given. */
const clicking = (origins: readonly string[], stopped: () => boolean): Promise<readonly number[]> => {
  const { tenant, people, crowd } = fleet;
  const readyOnes = async (): Promise<readonly string[]> => {
    const asked = origins.map((origin) => statusOf(`${origin}/ready`).catch(() => 0));
    const statuses = await Promise.all(asked);
    return origins.filter((_origin, place) => statuses[place] === 200);
  };
  const one = async (place: number): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let count = place; !stopped(); count += 4) {
      const [origin] = await readyOnes();
      if (origin === undefined) continue;
      const data = { roundId: crowd.round };
      statuses.push((await tenant.clicks(origin, people[count % leaders] ?? '', 'tellMore', data)).status);
    }
    return statuses;
  };
  return Promise.all([0, 1, 2, 3].map(one)).then((all) => all.flat());
};

describe('the process that sends is asked to stop while it sends and answers clicks', () => {
  it('[R-18] answers all that it took, sends nothing twice, ends by itself, and another goes on', { timeout: 600_000 }, async () => {
    const { tenant, people } = fleet;
    await fleet.tell();
    const one = await fleet.start('one');
    const two = await fleet.start('two');
    await until('The first messages', () => tenant.arrivals.length > 100);
    let over = false;
    const clicks = clicking([one.origin, two.origin], () => over);
    await pause(2_000);
    one.signal('SIGTERM');
    const asked = Date.now();
    await until('No longer ready', async () => (await statusOf(`${one.origin}/ready`)) === 503);
    expect(await statusOf(`${one.origin}/live`)).toBe(200);
    // It ends itself with 1 when it is not done in eighteen seconds.
    expect(await one.ended).toMatchObject({ code: 0, signal: null });
    const took = Date.now() - asked;
    const before = tenant.arrivals.length;
    await until('The other sends', () => tenant.arrivals.length > before);
    const waited = (tenant.arrivals[before]?.at ?? 0) - asked - took;
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0);
    over = true;
    const statuses = await clicks;
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect([...new Set(copies(people, tenant.arrivals))]).toEqual([1]);
    told(
      `${leaders} leaders: stopped in ${took} ms, the other sent ${waited} ms later; ${statuses.length} clicks, all answered; nothing twice`,
    );
  });

  it('[R-19] a store that hangs makes it not ready, and not less alive; it is ready again when the store is', {
    timeout: 300_000,
  }, async () => {
    const { origin } = await fleet.start('three');
    await until('Ready', async () => (await statusOf(`${origin}/ready`)) === 200);
    fleet.store.signal('SIGSTOP');
    await until('Not ready', async () => (await statusOf(`${origin}/ready`)) === 503);
    expect(await statusOf(`${origin}/live`)).toBe(200);
    fleet.store.signal('SIGCONT');
    await until('Ready again', async () => (await statusOf(`${origin}/ready`)) === 200);
  });
});
