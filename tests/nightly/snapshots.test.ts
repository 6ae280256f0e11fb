import { describe, it } from 'vitest';
import { expectNothingWorkedOut } from '../shared/disclosure/lived-pulse.js';

/** Others every day; a failure names the seed. */
const seed = Math.floor(Date.now() / 86_400_000);

describe(`what is published, of day ${seed}`, () => {
  it('[C-03] lets nobody work out an answer, in ten thousand organisations of 3 to 400 and as many sequences', () => {
    expectNothingWorkedOut(10_000, seed);
  });
});
