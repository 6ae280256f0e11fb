import { meaningOf, pauseAskedBy } from './faults.js';

/** How to wait for a store that is busy; times in milliseconds. The SDK's own retries are off, so this is all there is. */
export type Patience = {
  readonly attempts: number;
  readonly firstPause: number;
  readonly longestPause: number;
  /** After this an attempt counts as lost; what it asked for may still happen. */
  readonly attemptTimeout: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
};

export const usualPatience: Patience = {
  attempts: 7,
  firstPause: 100,
  longestPause: 5_000,
  attemptTimeout: 15_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

/** A pause before try number `attempt` (from 1): full jitter, never shorter than the store asked for. */
export const pauseBefore = (patience: Patience, attempt: number, asked: number): number =>
  Math.max(asked, patience.random() * Math.min(patience.longestPause, patience.firstPause * 2 ** attempt));

/** Asks again, with growing random pauses, for as long as the store is busy; every other error is thrown as it came. */
export const patiently = async <T>(patience: Patience, ask: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(AbortSignal.timeout(patience.attemptTimeout));
    } catch (error) {
      if (meaningOf(error) !== 'busy' || attempt >= patience.attempts) throw error;
      await patience.sleep(pauseBefore(patience, attempt, pauseAskedBy(error)));
    }
  }
};
