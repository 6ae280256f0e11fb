import type { Row } from '../ports/store.js';
import { createAlarm } from './alarm.js';
import { codeOf, isEarlierRun } from './deps.js';
import { realSleep } from './moments.js';
import { claimUntil, failedWith, nowOf, perform, type Runner, type WorkSettings } from './perform-work.js';
import { holdClaim } from './work-claim.js';
import { hasEnded, parseWorkRow, type WorkRow, workFields, workPrefix } from './work-row.js';

/** `instance` as in delivery: the name of this instance over its restarts. `partitions`: of all rounds that are not closed. */
export type WorkRunnerDeps = Omit<Runner, 'sleep' | 'settings' | 'run' | 'stopping' | 'wake'> & {
  readonly sleep?: Runner['sleep'];
  readonly wake?: Runner['wake'];
  readonly settings?: Partial<WorkSettings>;
};

export type WorkRunner = {
  /** Looks for work at once; answers when all that was found has ended or was put back. */
  readonly runNow: () => Promise<void>;
  /** There is work, or one was cancelled: looks at once, and goes on as ever when it cannot. */
  readonly notice: () => void;
  /** Interrupts works at their next step and puts them back. */
  readonly stop: () => Promise<void>;
};

const usual: WorkSettings = {
  ...{ lookEvery: 60_000, lookAgain: 2_000, heartbeatEvery: 2_000, showEvery: 1_000 },
  ...{ claimFor: 60_000, retryAfter: 10_000 },
};

/** From when on it may be run here, in milliseconds; null for never. Asked of works that are not in hand here. */
const runnableFrom = (runner: Runner, work: WorkRow): number | null => {
  if (hasEnded(work)) return null;
  const notBefore = work.notBefore === null ? 0 : Date.parse(work.notBefore);
  if (work.state === 'waiting' || work.claimedUntil === null) return notBefore;
  // A claim of this very run that is not in hand is one whose end could not be written down.
  if (work.claimedBy === runner.run || isEarlierRun(work.claimedBy, runner)) return notBefore;
  return Math.max(notBefore, Date.parse(work.claimedUntil));
};

/** However often it is told of work, it looks at most so often; in milliseconds. */
const atMostEvery = 250;

/** Starts that nobody lived to end, since the last resume token; then it has failed, lest it end the process for ever. */
const mostAttempts = 10;

const claim = (runner: Runner, row: Row, work: WorkRow): Promise<Row | null> => {
  const mine = { state: 'running', claimedBy: runner.run, claimedUntil: claimUntil(runner), attempts: work.attempts + 1 } as const;
  return runner.table.swap(row, workFields({ ...work, ...mine }));
};

/** How one work is watched: whether it was cancelled, and when to look at it again. */
type Watching = { readonly cancelled: AbortController; readonly lookAt: (moment: number) => void };

/** What was put back is looked at again when its time has come: here, and by the queue wherever messages are sent, should this process be gone. */
const afterwards = async (runner: Runner, { partition, key }: Row, work: WorkRow, lookAt: Watching['lookAt']): Promise<void> => {
  if (work.state !== 'waiting') return;
  const from = runnableFrom(runner, work) ?? 0;
  await runner.wake(partition, key, Math.max(0, from - nowOf(runner)));
  lookAt(from);
};

const claimAndPerform = async (runner: Runner, row: Row, work: WorkRow, { cancelled, lookAt }: Watching): Promise<void> => {
  const handler = runner.handlers[work.kind];
  const from = runnableFrom(runner, work);
  if (handler === undefined || from === null) return;
  if (from > nowOf(runner)) return lookAt(from);
  const claimed = await claim(runner, row, work);
  if (claimed === null) return;
  const held = holdClaim(runner.table, claimed, runner.run);
  if (work.attempts >= mostAttempts) return held.save(failedWith(runner, 'never-ended'));
  await perform(runner, handler, held, cancelled);
  await afterwards(runner, row, held.work(), lookAt);
};

const runOne = async (runner: Runner, row: Row, watching: Watching): Promise<void> => {
  try {
    await claimAndPerform(runner, row, parseWorkRow(row), watching);
  } catch (cause) {
    runner.log.error('work.lost', { key: row.key, code: codeOf(cause) });
    // What no version can read will not be read in a moment either.
    if (codeOf(cause) !== 'row-unreadable') watching.lookAt(nowOf(runner) + runner.settings.lookAgain);
  }
};

type InHand = { readonly ended: Promise<void>; readonly cancelled: AbortController };

const takeInHand = (runner: Runner, row: Row, lookAt: Watching['lookAt'], over: () => void): InHand => {
  const cancelled = new AbortController();
  return { ended: runOne(runner, row, { cancelled, lookAt }).finally(over), cancelled };
};

/** A work in hand is cancelled as soon as that is seen, not at its next step. */
const noticed = (row: Row, { cancelled }: InHand): void => {
  if (parseWorkRow(row).cancelRequested) cancelled.abort();
};

type Hands = {
  /** Takes up whatever can be run now, and sees what was cancelled. */
  readonly look: () => Promise<void>;
  readonly allEnded: () => Promise<void>;
};

const createHands = (runner: Runner, lookAt: Watching['lookAt']): Hands => {
  const going = new Map<string, InHand>();
  const seen = (row: Row): void => {
    const name = `${row.partition} ${row.key}`;
    const inHand = going.get(name);
    const over = (): void => void going.delete(name);
    if (inHand === undefined) going.set(name, takeInHand(runner, row, lookAt, over));
    else noticed(row, inHand);
  };
  return {
    look: async () => {
      for await (const partition of runner.partitions()) {
        for await (const row of runner.table.list(partition, { prefix: workPrefix })) {
          if (runner.stopping.aborted) return;
          seen(row);
        }
      }
    },
    allEnded: async () => void (await Promise.all([...going.values()].map(({ ended }) => ended))),
  };
};

/**
 * Runs works of the kinds it has handlers for, and takes up those whose runner did not live to end them. It looks when it is told of
 * work, when one that it has seen may be run, and now and then in case a word was lost.
 */
export const startWorkRunner = (deps: WorkRunnerDeps): WorkRunner => {
  const stop = new AbortController();
  const run = `${deps.instance}/${crypto.randomUUID()}`;
  const settings = { ...usual, ...deps.settings };
  const { sleep = realSleep, wake = async () => undefined } = deps;
  const runner: Runner = { ...deps, sleep, wake, settings, run, stopping: stop.signal };
  const alarm = createAlarm(runner);
  const { look, allEnded } = createHands(runner, alarm.at);
  /** Looks, and answers after how long to look again. */
  const looked = (): Promise<number> =>
    look().then(
      () => settings.lookEvery,
      (cause: unknown) => {
        runner.log.warn('work.look-failed', { code: codeOf(cause) });
        return settings.lookAgain;
      },
    );
  const loop = async (): Promise<void> => {
    const least = Math.min(atMostEvery, settings.lookEvery);
    while (!stop.signal.aborted) {
      const longest = await looked();
      await sleep(least, stop.signal);
      await alarm.pause(longest - least);
    }
  };
  const looping = loop();
  return {
    runNow: async () => {
      await look();
      await allEnded();
    },
    notice: () => alarm.at(nowOf(runner)),
    stop: async () => {
      stop.abort();
      await looping;
      await allEnded();
    },
  };
};
