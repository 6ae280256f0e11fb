import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { memoryTable } from '../bot/workflows/memory-table.js';
import { interleaving, openBoardIn, playChoosing } from '../bot/workflows/played-choosing.js';
import { type Store, startStore } from '../store-harness.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('asks, answers, leaving and the freezing at the same moment, through two processes', () => {
  it('[R-12] [CP-32] ten thousand interleavings: nobody in two pairs, no pair against a rule, every ask answered or lapsed', async () => {
    const table = memoryTable();
    await openBoardIn(table);
    await fc.assert(
      fc.asyncProperty(interleaving, (groups) => playChoosing(table.fork(), groups)),
      { numRuns: 10_000 },
    );
  });

  it('[R-12] [CP-32] the same on the embedded store', async () => {
    const play = async (groups: Parameters<typeof playChoosing>[1]): Promise<void> => {
      const table = await store.table();
      await openBoardIn(table);
      await playChoosing(table, groups);
    };
    await fc.assert(fc.asyncProperty(interleaving, play), { numRuns: 200 });
  });
});
