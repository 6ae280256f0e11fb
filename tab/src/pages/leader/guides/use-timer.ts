import { beginOf, type Moment, momentAfter, type Timed } from '@coaching-pairs/shared/guidance/turns';
import { useEffect, useState } from 'react';
import { keep, readKept } from '../../../data/kept.js';

type Run = {
  /** Seconds that had passed when it was last started or stopped. */
  readonly before: number;
  /** By the device's own steady clock, in milliseconds; null while it stands still. */
  readonly since: number | null;
};

const still: Run = { before: 0, since: null };
const elapsedOf = ({ before, since }: Run): number => (since === null ? before : before + (performance.now() - since) / 1_000);

type Kept = { readonly elapsed: number; readonly running: boolean };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'elapsed' in value && typeof value.elapsed === 'number' && 'running' in value;

/** A timer that ran as the page was left has run on meanwhile. */
const runOf = (name: string): Run => {
  const found = readKept(name);
  if (found === null || !isKept(found.value)) return still;
  const { elapsed, running } = found.value;
  return running === true ? { before: elapsed + found.ago / 1_000, since: performance.now() } : { before: elapsed, since: null };
};

const keepRun = (name: string, run: Run): void =>
  keep(name, run === still ? null : ({ elapsed: elapsedOf(run), running: run.since !== null } satisfies Kept));

export type Timer = {
  readonly moment: Moment;
  readonly running: boolean;
  readonly begun: boolean;
  readonly start: () => void;
  readonly pause: () => void;
  /** Goes to the beginning of the next part. */
  readonly skip: () => void;
  readonly reset: () => void;
};

/** Keeps the screen on while it runs, where the device can. */
const useAwake = (running: boolean): void => {
  useEffect(() => {
    if (!running) return undefined;
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const hold = async (): Promise<void> => {
      // A host may not allow it; the timer runs all the same.
      const held = await navigator.wakeLock?.request('screen').catch(() => null);
      if (gone) await held?.release();
      else lock = held ?? null;
    };
    const again = (): void => void (document.visibilityState === 'visible' && hold());
    void hold();
    document.addEventListener('visibilitychange', again);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [running]);
};

/**
 * A timer over the parts of a session. It reckons by the clock, never by ticks, so that a page in the background loses nothing; and it goes
 * on where it was when the page is loaded anew, under the name it is kept by.
 */
export const useTimer = (stages: readonly Timed[], name: string): Timer => {
  const [run, setRun] = useState<Run>(() => runOf(name));
  const [, redraw] = useState(0);
  const elapsed = elapsedOf(run);
  const moment = momentAfter(stages, elapsed);
  const running = run.since !== null && moment.at < stages.length;
  useAwake(running);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => redraw((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [running]);
  const set = (next: Run): void => {
    setRun(next);
    keepRun(name, next);
  };
  return {
    ...{ moment, running, begun: elapsed > 0 },
    start: () => set({ before: elapsed, since: performance.now() }),
    pause: () => set({ before: elapsedOf(run), since: null }),
    skip: () => set({ before: beginOf(stages, moment.at + 1), since: run.since === null ? null : performance.now() }),
    reset: () => set(still),
  };
};
