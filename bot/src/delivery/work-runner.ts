import type { Row } from '../ports/store.js';
import { codeOf, isEarlierRun } from './deps.js';
import { realSleep } from './moments.js';
import { claimUntil, failedWith, nowOf, perform, type Runner, type WorkSettings } from './perform-work.js';
import { holdClaim } from './work-claim.js';
import { hasEnded, parseWorkRow, type WorkRow, workFields, workPrefix } from './work-row.js';

/** `instance` as in delivery: the name of this instance over its restarts. `partitions`: of all rounds that are not closed. */
export type WorkRunnerDeps = Omit<Runner, 'sleep' | 'settings' | 'run' | 'stopping'> & {
  readonly sleep?: Runner['sleep'];
  readonly settings?: Partial<WorkSettings>;
};

export type WorkRunner = {
  /** Looks for work at once; answers when all that was found has ended or was put back. */
  readonly runNow: () => Promise<void>;
  /** Interrupts works at their next step and puts them back. */
  readonly stop: () => Promise<void>;
};

const usual: WorkSettings = { lookEvery: 2_000, heartbeatEvery: 2_000, showEvery: 1_000, claimFor: 60_000, retryAfter: 10_000 };

/** Asked of works that are not in hand here. */
const isRunnable = (runner: Runner, work: WorkRow): boolean => {
  if (hasEnded(work) || (work.notBefore !== null && Date.parse(work.notBefore) > nowOf(runner))) return false;
  if (work.state === 'waiting' || work.claimedUntil === null) return true;
  // A claim of this very run that is not in hand is one whose end could not be written down.
  if (work.claimedBy === runner.run || isEarlierRun(work.claimedBy, runner)) return true;
  return Date.parse(work.claimedUntil) <= nowOf(runner);
};

/** Starts that nobody lived to end, since the last resume token; then it has failed, lest it end the process for ever. */
const mostAttempts = 10;

const claim = (runner: Runner, row: Row, work: WorkRow): Promise<Row | null> => {
  const mine = { state: 'running', claimedBy: runner.run, claimedUntil: claimUntil(runner), attempts: work.attempts + 1 } as const;
  return runner.table.swap(row, workFields({ ...work, ...mine }));
};

const runOne = async (runner: Runner, row: Row, cancelled: AbortSignal): Promise<void> => {
  try {
    const work = parseWorkRow(row);
    const handler = runner.handlers[work.kind];
    if (handler === undefined || !isRunnable(runner, work)) return;
    const claimed = await claim(runner, row, work);
    if (claimed !== null && work.attempts >= mostAttempts) {
      await holdClaim(runner.table, claimed, runner.run).save(failedWith(runner, 'never-ended'));
      return;
    }
    if (claimed !== null) await perform(runner, handler, holdClaim(runner.table, claimed, runner.run), cancelled);
  } catch (cause) {
    runner.log.error('work.lost', { key: row.key, code: codeOf(cause) });
  }
};

type InHand = { readonly ended: Promise<void>; readonly cancelled: AbortController };

const takeInHand = (runner: Runner, row: Row, over: () => void): InHand => {
  const cancelled = new AbortController();
  return { ended: runOne(runner, row, cancelled.signal).finally(over), cancelled };
};

/** A work in hand is cancelled as soon as that is seen, not at its next step. */
const notice = (row: Row, { cancelled }: InHand): void => {
  if (parseWorkRow(row).cancelRequested) cancelled.abort();
};

/** Runs works of the kinds it has handlers for, and takes up those whose runner did not live to end them. */
export const startWorkRunner = (deps: WorkRunnerDeps): WorkRunner => {
  const stop = new AbortController();
  const run = `${deps.instance}/${crypto.randomUUID()}`;
  const settings = { ...usual, ...deps.settings };
  const runner: Runner = { ...deps, sleep: deps.sleep ?? realSleep, settings, run, stopping: stop.signal };
  const going = new Map<string, InHand>();
  const allEnded = async (): Promise<void> => void (await Promise.all([...going.values()].map(({ ended }) => ended)));

  const look = async (): Promise<void> => {
    for await (const partition of runner.partitions()) {
      for await (const row of runner.table.list(partition, { prefix: workPrefix })) {
        const name = `${partition} ${row.key}`;
        if (stop.signal.aborted) return;
        const inHand = going.get(name);
        if (inHand === undefined)
          going.set(
            name,
            takeInHand(runner, row, () => going.delete(name)),
          );
        else notice(row, inHand);
      }
    }
  };
  const runNow = async (): Promise<void> => {
    await look();
    await allEnded();
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await look().catch((cause: unknown) => runner.log.warn('work.look-failed', { code: codeOf(cause) }));
      await runner.sleep(runner.settings.lookEvery, stop.signal);
    }
  };
  const looping = loop();
  return {
    runNow,
    stop: async () => {
      stop.abort();
      await looping;
      await allEnded();
    },
  };
};
