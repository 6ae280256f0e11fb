import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveThrough } from '../bot/reminders/half-year.js';
import { type Store, startStore } from '../store-harness.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('half a year of silence, through the real delivery and a real store', () => {
  it('[R-15] [R-16] [CP-73] round after round, with a day without the product in each and all changes of clocks', {
    timeout: 900_000,
  }, async () => {
    const { reminders, late, messages, most, days } = await liveThrough(store, 7);
    expect(days).toBeGreaterThan(180);
    expect(late).toBeLessThanOrEqual(reminders * 0.01);
    expect(most).toBeLessThanOrEqual(14);
    console.info(
      `${days} days, ${messages} messages, ${reminders} of them reminders: ${late} came late, at most ${most} messages to one person`,
    );
  });
});
