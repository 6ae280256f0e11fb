import { describe, it } from 'vitest';
import { expectNoRhythmWorkedOut } from '../shared/disclosure/lived-rhythm.js';

/** Others every day; a failure names the seed. */
const seed = Math.floor(Date.now() / 86_400_000);

describe(`the share of pairs on their rhythm, of day ${seed}`, () => {
  it('[C-03] lets nobody work out how a pair stands, in four thousand rounds of several weeks in which pairs end', () => {
    expectNoRhythmWorkedOut(4_000, seed);
  });
});
