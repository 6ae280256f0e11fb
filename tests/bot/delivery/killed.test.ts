import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { createWorld, eventually, many, type World } from './delivery-harness.js';

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

const second = 1_000;

describe('instances that are killed in the middle of sending, and one try in ten refused', () => {
  it('[R-01] everybody gets their message, once but for what was on its way at a kill (five thousand: npm run faults)', async () => {
    const people = many(60);
    const copies = new Map<string, number>();
    let life = { dead: false };
    world.answers((to, count) => {
      if (count % 20 === 5) return { kind: 'precondition' };
      if (count % 20 === 15) return { kind: 'throttled' };
      copies.set(to, (copies.get(to) ?? 0) + 1);
      // Nothing of what it does from now on happens.
      if (count === 18 || count === 37) life.dead = true;
      return { kind: 'sent', activityId: `activity-${count}` };
    });
    await world.tell(people);
    world.start('one', life);
    await eventually(() => expect(life.dead).toBe(true));
    // Started again under its name, it goes on at once; another takes over when nothing was heard of it for a while.
    life = { dead: false };
    world.start('one', life);
    await eventually(() => expect(life.dead).toBe(true));
    life = { dead: false };
    world.start('two', life);
    world.clock.advance(45 * second);
    await eventually(async () => {
      // What waits for another try, or is in doubt, is due.
      world.clock.advance(5 * second);
      expect(await world.delivered()).toHaveLength(people.length);
    });
    expect([await world.dead(), await world.waiting()]).toEqual([[], []]);
    const inDoubt = (await world.delivered()).filter(({ possibleDuplicate }) => possibleDuplicate).map(({ to }) => String(to));
    expect(inDoubt.length).toBeGreaterThan(0);
    expect(people.filter((one) => !copies.has(one))).toEqual([]);
    expect(people.filter((one) => (copies.get(one) ?? 0) > 1 && !inDoubt.includes(one))).toEqual([]);
  });
});
