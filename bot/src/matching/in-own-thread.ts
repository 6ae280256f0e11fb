import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { MatchRefusal } from '@coaching-pairs/shared/matching/outcome';
import { err, type Result } from '@coaching-pairs/shared/result';
import type { Matching, MatchingAsked, MatchingFound, MatchingLost, MatchingWatch } from '../ports/matching.js';
import type { FromThread } from './messages.js';

export type ThreadSettings = {
  /** What the thread runs. */
  readonly worker: URL;
  /** The most it may keep in its heap, in megabytes; beyond that it ends alone and not the process. */
  readonly heapMb: number;
};

type Matched = Result<MatchingFound, MatchRefusal | MatchingLost>;

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
const perform = ({ worker, heapMb }: ThreadSettings, asked: MatchingAsked, { ending, onProgress }: MatchingWatch): Promise<Matched> =>
  new Promise((resolve) => {
    const thread = new Worker(worker, { workerData: asked, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb } });
    const end = (): void => void thread.terminate();
    ending.addEventListener('abort', end);
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else resolve(message.result);
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

/**
 * Matches in a thread of its own, one matching at a time: others wait for their turn. A thread that dies, or needs more memory
 * than it may have, is answered as a refusal; the next one starts afresh.
 */
export const inOwnThread = (settings: Partial<ThreadSettings> = {}): Matching => {
  let turn: Promise<unknown> = Promise.resolve();
  return async (asked, watch) => {
    const mine = turn.then(() => {
      watch.ending.throwIfAborted();
      return perform({ worker: worker(), heapMb: 1_024, ...settings }, asked, watch);
    });
    turn = mine.catch(() => undefined);
    return Promise.race([mine, ended(watch.ending)]);
  };
};
