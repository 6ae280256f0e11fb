import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playWithDeath, setScene, storyCameTrue } from '../bot/workflows/dying.js';
import { type Store, startStore } from '../store-harness.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('a process that dies, on a real store', () => {
  it('[R-13] after every single call in a round of four leaders: started again, all comes true once', async () => {
    let call = 0;
    for (let died = true; died; call += 1) {
      const scene = await setScene(await store.table());
      died = await playWithDeath(scene, call);
      await storyCameTrue(scene).catch((cause: unknown) => expect.unreachable(`after call ${call}: ${String(cause)}`));
    }
    expect(call).toBeGreaterThan(150);
    // The last run was the one that nobody's death could stop any more.
    console.info(`${call - 1} deaths, one after each call of a round of four leaders: each time all came true once`);
  });
});
