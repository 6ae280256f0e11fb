import { instantAt, type Sleep } from '@coaching-pairs/bot/delivery/moments';

type Sleeper = { readonly at: number; readonly wake: () => void };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Time that stands while anybody works and leaps to the next moment for which somebody sleeps: half a year takes as long as what
 * is done in it. Nothing of what runs in it may wait for anything but memory and this sleep.
 */
export const leapingTime = (begin: number) => {
  let millis = begin;
  const sleepers = new Set<Sleeper>();
  const sleep: Sleep = (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const wake = (): void => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { at: millis + milliseconds, wake };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
    });
  /** Whatever can be done now is done. */
  const settled = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet += 1) await turn();
  };
  return {
    clock: { now: () => instantAt(millis) },
    millis: () => millis,
    sleep,
    settled,
    advance: async (milliseconds: number): Promise<void> => {
      const end = millis + milliseconds;
      await settled();
      for (;;) {
        const next = [...sleepers].reduce<Sleeper | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
        if (next === null || next.at > end) break;
        millis = Math.max(millis, next.at);
        next.wake();
        await settled();
      }
      millis = end;
    },
  };
};
