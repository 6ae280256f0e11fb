import { Worker } from 'node:worker_threads';
import type { Progress } from '@coaching-pairs/shared/matching/watch';
import type { FromMatchingThread, MatchingDone, MatchingTask } from './matching-task.js';

/** Performs a matching in a thread of its own, and tells how far it is; rejects when that ends without a result. */
export const inOwnThread = (task: MatchingTask, onProgress: (progress: Progress) => void): Promise<MatchingDone> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./matching-worker.js', import.meta.url), { workerData: task });
    worker.on('message', (message: FromMatchingThread) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else resolve(message.done);
    });
    worker.once('error', (cause) => reject(new Error('The matching failed.', { cause })));
    worker.once('exit', () => reject(new Error('The matching ended without a result.')));
  });
