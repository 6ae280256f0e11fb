import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { memoryTable } from '../bot/workflows/memory-table.js';
import { interleaving, playSuggestions, seeded } from '../bot/workflows/played-suggestions.js';
import { type Store, startStore } from '../store-harness.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('suggestions, answers and withdrawals at the same moment, through two processes', () => {
  it('[R-12] [CP-31] ten thousand interleavings: nobody in two pairs, no pair against a rule, no question open for ever', async () => {
    const table = memoryTable();
    await seeded(table);
    await fc.assert(
      fc.asyncProperty(interleaving, (groups) => playSuggestions(table.fork(), groups)),
      { numRuns: 10_000 },
    );
  });

  it('[R-12] [CP-31] the same on the embedded store', async () => {
    const play = async (groups: Parameters<typeof playSuggestions>[1]): Promise<void> => {
      const table = await store.table();
      await seeded(table);
      await playSuggestions(table, groups);
    };
    await fc.assert(fc.asyncProperty(interleaving, play), { numRuns: 200 });
  });
});
