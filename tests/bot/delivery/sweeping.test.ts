import { runningOf } from '@coaching-pairs/bot/delivery/deps';
import { rowsListed } from '@coaching-pairs/bot/delivery/listed';
import { createSweeper } from '@coaching-pairs/bot/delivery/sweeper';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { createWorld, many, type World } from './delivery-harness.js';

let store: Store;
let world: World;
beforeAll(async () => {
  store = await startStore();
  world = await createWorld(store);
  await world.tell(many(700));
});
afterAll(async () => {
  await world.stop();
  await store.stop();
});

const sweeperOf = (instance: string) => createSweeper(runningOf(world.depsOf(instance)), rowsListed());

const sendSome = async (count: number): Promise<void> => {
  let left = count;
  for await (const row of world.table.list(world.partition, { prefix: 'out~' })) {
    if (left === 0) return;
    left -= 1;
    await world.table.remove(row);
  }
};

describe('[R-01] of a sending of hundreds', () => {
  it('as much is woken as is sent before the next look, by whoever takes over as well', async () => {
    const one = sweeperOf('one');
    expect(await one.sweep()).toEqual({ count: 512, more: true });
    expect(await one.sweep()).toEqual({ count: 0, more: true });
    expect(await sweeperOf('two').sweep()).toEqual({ count: 512, more: true });
    await sendSome(100);
    expect(await one.sweep()).toEqual({ count: 100, more: true });
    await sendSome(100);
    expect(await one.sweep()).toEqual({ count: 88, more: false });
  });
});
