import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each } from '../acceptance/driver/ask.js';
import { type Fate, type FaultProxy, startFaultProxy } from '../bot/storage/fault-proxy.js';
import { copies } from './fleet/arrivals.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

const leaders = 150;
/** Of ten requests one is carried out without an answer, one is refused as the store is busy, and one never arrives. */
const line: readonly Fate[] = [
  'through',
  'through',
  'lost',
  'through',
  'through',
  'busy',
  'through',
  'unheard',
  'through',
  'through',
  'through',
];

let proxy: FaultProxy;
let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({
    leaders,
    store: async (tableUrl) => {
      proxy = await startFaultProxy(tableUrl);
      return proxy.url;
    },
  });
}, 300_000);
afterAll(async () => {
  await fleet?.close();
  await proxy?.stop();
});

describe('the whole product over a line to its store that loses requests and answers', () => {
  it('[R-11] everybody gets one card, and everybody’s click is written down once', { timeout: 600_000 }, async () => {
    const { tenant, people, crowd } = fleet;
    const processes = [await fleet.start('one'), await fleet.start('two')];
    await fleet.tell();
    proxy.next(...Array.from({ length: 2_000 }, () => line).flat());
    const refused = new Map<number, number>();
    await each(people, 4, async (who) => {
      const place = people.indexOf(who);
      await until('A card', () => tenant.arrivals.some(({ to }) => to === who));
      // A person who is told that it did not work clicks again.
      await until('An answer', async () => {
        const { status } = await tenant.clicks(processes[place % 2]?.origin ?? '', who, 'join', {
          roundId: crowd.round,
          disclosureVersion: 1,
        });
        if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1);
        return status === 200;
      });
    });
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0);
    const spoiled = proxy.seen();
    proxy.next();
    expect([...new Set(copies(people, tenant.arrivals))]).toEqual([1]);
    const audit = await crowd.process.deps.rounds.audit(crowd.round);
    const joined = audit.filter(({ action }) => action === 'answer.joined').map(({ by }) => by);
    expect(joined.toSorted()).toEqual([...people].sort());
    told(`${leaders} leaders, ${spoiled} requests to the store, three of eleven spoiled: one card and one line for each`);
  });
});
