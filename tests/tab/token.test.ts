import { describe, expect, it } from 'vitest';
import { tokensFrom } from '../../tab/src/token.js';

const tokenUntil = (seconds: number, name: string): string => `${btoa('{}')}.${btoa(JSON.stringify({ exp: seconds, name }))}.x`;

describe('the token of the tab', () => {
  it('is kept until shortly before it ends, then asked for anew', async () => {
    let now = 0;
    let asked = 0;
    const tokens = tokensFrom(
      async () => {
        asked += 1;
        return tokenUntil(now / 1_000 + 3_600, `token ${asked}`);
      },
      () => now,
    );
    const first = await tokens.current();
    now = 57 * 60_000;
    expect(await tokens.current()).toBe(first);
    now = 59 * 60_000;
    expect(await tokens.current()).not.toBe(first);
    expect(asked).toBe(2);
  });

  it('is asked for once by calls made at the same time', async () => {
    let asked = 0;
    const tokens = tokensFrom(
      async () => {
        asked += 1;
        return tokenUntil(3_600, 'one');
      },
      () => 0,
    );
    await Promise.all([tokens.current(), tokens.current(), tokens.current()]);
    expect(asked).toBe(1);
  });

  it('that cannot be read is used once and not kept', async () => {
    let asked = 0;
    const tokens = tokensFrom(
      async () => {
        asked += 1;
        return `opaque ${asked}`;
      },
      () => 0,
    );
    expect([await tokens.current(), await tokens.current()]).toEqual(['opaque 1', 'opaque 2']);
  });
});
