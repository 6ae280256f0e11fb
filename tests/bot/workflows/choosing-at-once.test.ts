import fc from 'fast-check';
import { describe, it } from 'vitest';
import { memoryTable } from './memory-table.js';
import { interleaving, openBoardIn, playChoosing } from './played-choosing.js';

describe('asks, answers, leaving and the freezing at the same moment, through two processes', () => {
  it('[R-12] [CP-32] leave nobody in two pairs, no pair against a rule, and every ask answered or lapsed; 10,000 by night', async () => {
    const table = memoryTable();
    await openBoardIn(table);
    await fc.assert(
      fc.asyncProperty(interleaving, (groups) => playChoosing(table.fork(), groups)),
      { numRuns: 40 },
    );
  });
});
