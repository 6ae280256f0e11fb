import { Worker } from 'node:worker_threads';
import type { MatchingDone, MatchingTask } from './matching-task.js';

/** Performs a matching in a thread of its own; rejects when that ends without a result. */
export const inOwnThread = (task: MatchingTask): Promise<MatchingDone> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./matching-worker.js', import.meta.url), { workerData: task });
    worker.once('message', (done: MatchingDone) => resolve(done));
    worker.once('error', (cause) => reject(new Error('The matching failed.', { cause })));
    worker.once('exit', () => reject(new Error('The matching ended without a result.')));
  });
