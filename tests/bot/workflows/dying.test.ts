import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { playWithDeath, setScene, storyCameTrue } from './dying.js';
import { memoryTable } from './memory-table.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('a process that dies', () => {
  it('[R-13] after any single call of the store, anywhere in a round of four leaders: started again, all comes true once', async () => {
    let call = 0;
    const table = memoryTable();
    const begun = await setScene(table);
    for (let died = true; died; call += 1) {
      const scene = { ...begun, table: table.fork() };
      died = await playWithDeath(scene, call);
      await storyCameTrue(scene).catch((cause: unknown) => expect.unreachable(`after call ${call}: ${String(cause)}`));
    }
    expect(call).toBeGreaterThan(150);
  }, 120_000);

  it('[R-13] on a real store after calls all over the round (every single one: npm run faults)', async () => {
    for (const call of [9, 38, 71, 105, 140, 171]) {
      const scene = await setScene(await store.table());
      expect(await playWithDeath(scene, call)).toBe(true);
      await storyCameTrue(scene).catch((cause: unknown) => expect.unreachable(`after call ${call}: ${String(cause)}`));
    }
  }, 120_000);
});
