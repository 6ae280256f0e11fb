import { describe, expect, it } from 'vitest';

describe('the test setup', () => {
  it('runs in UTC', () => {
    expect(new Date(2026, 0, 1).toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });
});
