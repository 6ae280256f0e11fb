import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copies } from './fleet/arrivals.js';
import { type Fleet, openFleet, until } from './fleet/fleet.js';
import { told } from './fleet/summary.js';

const leaders = 500;
const halfApart = 150_000;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet({ leaders });
}, 600_000);
afterAll(() => fleet?.close());

describe('two processes whose clocks are five minutes apart', () => {
  it('[R-17] take turns at sending, by a kill and by a stop, and answer clicks alike', { timeout: 900_000 }, async () => {
    const { tenant, people, crowd } = fleet;
    // Due by the clock that is behind, too.
    crowd.process.clock.advance(-2 * halfApart);
    await fleet.tell();
    crowd.process.clock.advance(2 * halfApart);
    const behind = await fleet.start('behind', -halfApart);
    const ahead = await fleet.start('ahead', halfApart);
    await until('The one behind sends', () => tenant.arrivals.length > 120);
    behind.signal('SIGKILL');
    await behind.ended;
    const before = tenant.arrivals.length;
    await until('The one ahead sends', () => tenant.arrivals.length > before + 120);
    const back = await fleet.start('behind', -halfApart);
    ahead.signal('SIGTERM');
    expect(await ahead.ended).toMatchObject({ code: 0 });
    await until('The end of the outbox', async () => (await fleet.waiting()).length === 0);
    const again = await fleet.start('ahead', halfApart);
    const clicks = [back, again].map(({ origin }, place) =>
      tenant.clicks(origin, people[place] ?? '', 'join', { roundId: crowd.round, disclosureVersion: 1 }),
    );
    expect((await Promise.all(clicks)).map(({ status }) => status)).toEqual([200, 200]);
    const { content } = (await crowd.process.deps.rounds.everything(crowd.round)) ?? expect.unreachable();
    expect(content.participants.filter(({ answer }) => answer === 'joined')).toHaveLength(2);
    const sent = await fleet.sent();
    const inDoubt = new Set(sent.filter(({ possibleDuplicate }) => possibleDuplicate).map(({ to }) => to));
    const counted = copies(people, tenant.arrivals);
    expect([sent.length, await fleet.dead()]).toEqual([leaders, []]);
    expect(people.filter((person, place) => counted[place] !== 1 && !inDoubt.has(person))).toEqual([]);
    told(`${leaders} leaders, clocks ${(2 * halfApart) / 1000} s apart: none lost, ${inDoubt.size} in doubt after the kill`);
  });
});
