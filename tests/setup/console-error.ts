import { afterEach, beforeEach } from 'vitest';

const original = console.error;
let seen: unknown[][] = [];

beforeEach(() => {
  seen = [];
  console.error = (...words: unknown[]): void => {
    seen.push(words);
    original(...words);
  };
});

/** Whatever complains on console.error during a test makes that test fail: a complaint nobody reads is a fault nobody mends. */
afterEach(() => {
  console.error = original;
  const first = seen[0];
  if (first !== undefined)
    throw new Error(`console.error was called ${seen.length} times during this test; first: ${first.map(String).join(' ')}`);
});
