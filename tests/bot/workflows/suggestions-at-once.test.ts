import fc from 'fast-check';
import { describe, it } from 'vitest';
import { memoryTable } from './memory-table.js';
import { interleaving, playSuggestions, seeded } from './played-suggestions.js';

describe('suggestions, answers and withdrawals at the same moment, through two processes', () => {
  it('[R-12] [CP-31] leave nobody in two pairs, no pair against a rule, and no question open for ever; 10,000 by night', async () => {
    const table = memoryTable();
    await seeded(table);
    await fc.assert(
      fc.asyncProperty(interleaving, (groups) => playSuggestions(table.fork(), groups)),
      { numRuns: 60 },
    );
  });
});
