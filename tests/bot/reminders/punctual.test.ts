import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { liveThrough } from './half-year.js';

let store: Store;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('weeks of silence, through the real delivery and a real store', () => {
  it('[R-15] [R-16] [CP-73] reminders come when they are due, in working time, and after a day without the product one for all', {
    timeout: 180_000,
  }, async () => {
    const { reminders, late, most } = await liveThrough(store, 1);
    expect(reminders).toBeGreaterThan(10);
    expect(late).toBeLessThanOrEqual(reminders * 0.01);
    expect(most).toBeLessThanOrEqual(14);
  });
});
