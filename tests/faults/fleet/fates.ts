import type { Fate } from './tenant.js';

/** Numbers in [0, 1) that are the same in every run. */
const drawnFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/**
 * One delivery in ten is refused in a way after which it may safely go again: half by 412, almost all others by a 429 that does not
 * say when, and one in five hundred by one that holds the whole app back for a second.
 */
export const tenPercent = (seed = 7): Fate => {
  const draw = drawnFrom(seed);
  return () => {
    const chance = draw();
    if (chance < 0.05) return { kind: 'precondition' };
    if (chance < 0.098) return { kind: 'throttled' };
    return chance < 0.1 ? { kind: 'throttled', retryAfter: '1' } : undefined;
  };
};
