import type { Clock } from '../ports/clock.js';
import { millisOf, type Sleep } from './moments.js';

/** A pause between two looks that is cut short by what is known to be due before its end. */
export type Alarm = {
  /** Something is due then, in milliseconds; at once when it is over. */
  readonly at: (moment: number) => void;
  /** Waits so many milliseconds at the most; true when something was due before. */
  readonly pause: (longest: number) => Promise<boolean>;
};

/** Moments to come that are nearer to each other than this are one, so that thousands of them take no room; in milliseconds. */
const grain = 250;

type AlarmDeps = { readonly clock: Clock; readonly sleep: Sleep; readonly stopping: AbortSignal };

/** Nothing is lost with it but time: whoever waits looks again after the longest pause in any case. */
export const createAlarm = ({ clock, sleep, stopping }: AlarmDeps): Alarm => {
  const now = (): number => millisOf(clock.now());
  const moments = new Set<number>();
  let cut = new AbortController();
  stopping.addEventListener('abort', () => cut.abort());
  const first = (): number => [...moments].reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);

  /** Forgets what is due; whether there was any. */
  const rung = (): boolean => {
    const over = [...moments].filter((moment) => moment <= now());
    for (const moment of over) moments.delete(moment);
    return over.length > 0;
  };

  /** True when it has ended by itself, false when it was cut short. */
  const sleepUntil = async (until: number): Promise<boolean> => {
    cut = new AbortController();
    const { signal } = cut;
    await sleep(Math.max(0, Math.min(until, first()) - now()), signal);
    return !signal.aborted;
  };

  return {
    at: (moment) => {
      moments.add(moment <= now() ? now() - grain : Math.ceil(moment / grain) * grain);
      cut.abort();
    },
    pause: async (longest) => {
      const until = now() + longest;
      for (;;) {
        if (stopping.aborted || rung()) return true;
        if (await sleepUntil(until)) return rung();
      }
    },
  };
};
