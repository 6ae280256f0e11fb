import { waiting } from '@coaching-pairs/bot/bolt/waiting';
import { describe, expect, it } from 'vitest';

/** The whole process does nothing, as one that was stopped and goes on later. */
const standStill = (milliseconds: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('too long'))));

describe('waiting for an answer', () => {
  it('[R-14] leaves a process that stood still the time to read what arrived meanwhile', async () => {
    const asked = waiting(
      300,
      200,
    )(async (signal) => {
      standStill(500);
      await turn();
      expect(signal.aborted).toBe(false);
      return 'the answer';
    });
    expect(await asked).toBe('the answer');
  });

  it('ends when no answer comes', async () => {
    await expect(waiting(30, 20)(aborted)).rejects.toThrow('too long');
  });
});
