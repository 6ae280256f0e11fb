import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { MatchingLost, MatchingWatch } from '../ports/matching.js';
import type { Answers, FromThread, Task } from './messages.js';

export type ThreadSettings = {
  /** What the thread runs. */
  readonly worker: URL;
  /** The most it may keep in its heap, in megabytes; beyond that it ends alone and not the process. Null is no limit of its own. */
  readonly heapMb: number | null;
};

/** Beside this file in production and where it was compiled; from the sources, the compiled one. */
const worker = (): URL => {
  const places = ['./matching-worker.js', '../../dist/matching/matching-worker.js'].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(fileURLToPath(place)));
  if (found === undefined) throw new Error('The matching has no thread to run in.');
  return found;
};

const lostBy = (cause: unknown): MatchingLost => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return { code: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'matching-out-of-memory' : 'matching-broke-off' };
};

/** Resolves once the thread is gone or has answered, also where it was made to end. */
const perform = <Answer>(
  { worker, heapMb }: ThreadSettings,
  task: Task,
  { ending, onProgress }: MatchingWatch,
): Promise<Result<Answer, MatchingLost>> =>
  new Promise((resolve) => {
    const resourceLimits = heapMb === null ? {} : { maxOldGenerationSizeMb: heapMb };
    const thread = new Worker(worker, { workerData: task, execArgv: [], resourceLimits });
    const end = (): void => void thread.terminate();
    ending.addEventListener('abort', end);
    thread.on('message', (message: FromThread<Answer>) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else resolve(ok(message.answer));
    });
    thread.once('error', (cause) => resolve(err(lostBy(cause))));
    thread.once('exit', () => {
      ending.removeEventListener('abort', end);
      resolve(err({ code: 'matching-broke-off' }));
    });
  });

const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** Has one kind of task done in a thread of its own; what comes of it, or how it was lost. */
export type Performer = <Kind extends Task['kind']>(
  task: Extract<Task, { readonly kind: Kind }>,
  watch: MatchingWatch,
) => Promise<Result<Answers[Kind], MatchingLost>>;

/**
 * Has tasks done in a thread, one at a time: others wait for their turn. A thread that dies, or needs more memory than it may
 * have, is answered as a refusal; the next one starts afresh.
 */
export const oneAtATime = (settings: Partial<ThreadSettings>): Performer => {
  let turn: Promise<unknown> = Promise.resolve();
  return async <Kind extends Task['kind']>(task: Extract<Task, { readonly kind: Kind }>, watch: MatchingWatch) => {
    const mine = turn.then(() => {
      watch.ending.throwIfAborted();
      return perform<Answers[Kind]>({ worker: worker(), heapMb: 1_024, ...settings }, task, watch);
    });
    turn = mine.catch(() => undefined);
    return Promise.race([mine, ended(watch.ending)]);
  };
};
