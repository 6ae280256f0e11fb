import { describe, it } from 'vitest';
import { largeOrganisation } from '../bench/large-organisation.js';
import { randomFrom } from '../shared/matching/graphs.js';
import { inventedOrganisation } from '../shared/matching/organisations.js';
import { expectWarmEqualsCold } from '../shared/matching/session-sequences.js';

/** Others every day; a failure names the seed of its sequence. */
const begin = Math.floor(Date.now() / 86_400_000) * 10_000;

describe(`a session, on the sequences of day ${begin / 10_000}`, () => {
  it('[CP-34] has the value of matching anew after declines, leavers, joiners and locks, three thousand times', () => {
    for (let seed = begin; seed < begin + 3_000; seed += 1) {
      const random = randomFrom(seed);
      expectWarmEqualsCold(inventedOrganisation(random, 2 + Math.floor(random() * 40)), seed, 6);
    }
  });

  it('[CP-34] has it where not all pairs are listed, thirty times', () => {
    for (let seed = begin; seed < begin + 30; seed += 1) expectWarmEqualsCold(largeOrganisation(260 + 7 * (seed % 40), seed % 9), seed, 8);
  });
});
