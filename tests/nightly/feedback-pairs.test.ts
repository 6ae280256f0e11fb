import { dayPairs } from '@coaching-pairs/shared/awayday/day';
import { describe, expect, it } from 'vitest';
import { expectBest, paired } from '../shared/awayday/best-by-trying.js';
import { inventedAwayday } from '../shared/awayday/invented-awayday.js';
import { randomFrom } from '../shared/matching/graphs.js';

/** Others every day; a failure names the seed. */
const begin = Math.floor(Date.now() / 86_400_000) * 10_000;

describe(`feedback pairs, of day ${begin / 10_000}`, () => {
  it('[CP-82] are as good as the best of all that can be tried, five hundred times', () => {
    for (let seed = begin; seed < begin + 500; seed += 1) expectBest(inventedAwayday(randomFrom(seed), 5 + (seed % 6)));
  });

  it('[CP-82] of about three hundred, odd and even, are proved the best, and ten no-shows change no other pair, forty times', () => {
    for (let seed = begin; seed < begin + 40; seed += 1) {
      const awayday = inventedAwayday(randomFrom(seed), 281 + (seed % 21));
      const { groups, proof, alone } = paired(awayday);
      expect([proof.bound, alone], String(seed)).toEqual([proof.value, []]);
      const gone = new Set(groups.slice(0, 10).flatMap((group) => group.slice(0, 1)));
      const present = awayday.participants.filter((id) => !gone.has(id));
      expect(dayPairs({ ...awayday, groups, present }), String(seed)).toMatchObject({ ok: true, value: { disturbed: 0, alone: [] } });
    }
  });
});
