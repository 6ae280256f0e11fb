import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Json, Table } from '../ports/store.js';
import type { WorkContext, WorkEnd, WorkHandler, WorkHandlers, WorkProgress } from '../ports/works.js';
import { codeOf } from './deps.js';
import { instantAt, millisOf, type Sleep } from './moments.js';
import type { WorkClaim } from './work-claim.js';
import { type WorkRow, workOfRow } from './work-row.js';

/** All in milliseconds. */
export type WorkSettings = {
  /** Between two looks for work that nobody has told of. */
  readonly lookEvery: number;
  /** After a look, or a work, that storage has spoilt. */
  readonly lookAgain: number;
  readonly heartbeatEvery: number;
  /** How old the progress may be that others see, once there is some. */
  readonly showEvery: number;
  /** A claim that is older was not survived by its holder. */
  readonly claimFor: number;
  /** After a fault, times the number of faults so far. */
  readonly retryAfter: number;
};

export type Runner = {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly instance: string;
  readonly partitions: () => AsyncIterable<string>;
  readonly handlers: Partial<WorkHandlers>;
  /** Lets whoever sends look for work after so many milliseconds, when this process may be gone. Best effort, never throws. */
  readonly wake: (partition: string, key: string, delay: number) => Promise<void>;
  readonly sleep: Sleep;
  readonly settings: WorkSettings;
  readonly run: string;
  readonly stopping: AbortSignal;
};

/** Faults since the last resume token; then it has failed. */
const mostFaults = 5;
const released = { claimedBy: null, claimedUntil: null } as const;

export const nowOf = ({ clock }: Pick<Runner, 'clock'>): number => millisOf(clock.now());
export const claimUntil = (runner: Runner): WorkRow['claimedUntil'] => instantAt(nowOf(runner) + runner.settings.claimFor);

/** Keeps the claim and shows how far the work has come; what cannot be written now is written with the next beat. */
const keep = async (runner: Runner, held: WorkClaim, progress: WorkProgress): Promise<void> => {
  try {
    await held.save({ claimedUntil: claimUntil(runner), progress });
  } catch (cause) {
    runner.log.warn('work.beat-failed', { kind: held.work().kind, code: codeOf(cause) });
  }
};

const isOurs = (held: WorkClaim): boolean => {
  try {
    held.assertOurs();
    return true;
  } catch {
    return false;
  }
};

/** Keeps the claim alive and the progress visible until told to stop; sees whether the work was taken away, or cancelled elsewhere. */
const beat = async (runner: Runner, held: WorkClaim, progress: () => WorkProgress, ended: AbortSignal, look: () => void): Promise<void> => {
  await runner.sleep(runner.settings.heartbeatEvery, ended);
  while (!ended.aborted) {
    await keep(runner, held, progress());
    look();
    await runner.sleep(runner.settings.heartbeatEvery, ended);
  }
};

const afterEnd = (runner: Runner, end: WorkEnd, cancelled: boolean): Partial<WorkRow> => {
  const finished = { ...released, finishedAt: runner.clock.now() };
  const ended =
    end.kind === 'done' ? ({ state: 'done', report: end.report } as const) : ({ state: 'failed', refusal: end.refusal } as const);
  return cancelled ? { ...finished, ...ended, state: 'cancelled' } : { ...finished, ...ended };
};

export const failedWith = (runner: Runner, code: string): Partial<WorkRow> => ({
  ...released,
  state: 'failed',
  refusal: { code },
  givenUp: true,
  finishedAt: runner.clock.now(),
});

const afterThrow = (runner: Runner, work: WorkRow, cause: unknown, cancelled: boolean): Partial<WorkRow> => {
  // Stopping is nobody's failure: the next run goes on at once.
  if (runner.stopping.aborted) return { ...released, state: 'waiting', attempts: Math.max(0, work.attempts - 1) };
  if (cancelled) return { ...released, state: 'cancelled', finishedAt: runner.clock.now() };
  const faults = work.faults + 1;
  if (faults >= mostFaults) return { ...failedWith(runner, codeOf(cause)), faults };
  return { ...released, state: 'waiting', faults, notBefore: instantAt(nowOf(runner) + runner.settings.retryAfter * faults) };
};

/** What others did to a work in hand, as soon as it is seen here. */
type Ending = { readonly cancelled: AbortSignal; readonly lost: AbortSignal };

const wasCancelled = (held: WorkClaim, { cancelled }: Ending): boolean => cancelled.aborted || held.work().cancelRequested;

/** The first progress is shown at once, later ones now and then; both calls reject once the process stops or the work was taken away. */
const contextOf = (runner: Runner, held: WorkClaim, ending: Ending, note: (progress: WorkProgress) => WorkProgress): WorkContext => {
  const goOn = (): void => {
    runner.stopping.throwIfAborted();
    held.assertOurs();
  };
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    work: workOfRow(held.work()),
    resume: held.work().resume,
    progress: async (progress) => {
      note(progress);
      goOn();
      if (nowOf(runner) - shownAt < runner.settings.showEvery) return;
      shownAt = nowOf(runner);
      await keep(runner, held, progress);
    },
    saveResume: async (resume: Json) => {
      await held.save({ resume, attempts: 0, faults: 0, claimedUntil: claimUntil(runner) });
      goOn();
    },
    cancelled: () => wasCancelled(held, ending),
    ending: AbortSignal.any([runner.stopping, ending.cancelled, ending.lost]),
  };
};

/** Runs the handler on a claimed work and writes down how it ended; `cancelled` is aborted as soon as somebody is seen to have cancelled it. */
export const perform = async (runner: Runner, handler: WorkHandler, held: WorkClaim, cancelled: AbortController): Promise<void> => {
  let progress = held.work().progress;
  const ended = new AbortController();
  const lost = new AbortController();
  const ending = { cancelled: cancelled.signal, lost: lost.signal };
  const heart = beat(
    runner,
    held,
    () => progress,
    ended.signal,
    () => {
      if (!isOurs(held)) lost.abort();
      else if (held.work().cancelRequested) cancelled.abort();
    },
  );
  const { kind, input } = held.work();
  const note = (now: WorkProgress): WorkProgress => {
    progress = now;
    return now;
  };
  try {
    const end = await handler(input, contextOf(runner, held, ending, note));
    await held.save({ ...afterEnd(runner, end, wasCancelled(held, ending)), progress });
    runner.log.info('work.ended', { kind, state: held.work().state });
  } catch (cause) {
    const outcome = afterThrow(runner, held.work(), cause, wasCancelled(held, ending));
    runner.log.warn('work.interrupted', { kind, code: codeOf(cause), state: outcome.state });
    await held.save({ ...outcome, progress });
  } finally {
    ended.abort();
    await heart;
  }
};
