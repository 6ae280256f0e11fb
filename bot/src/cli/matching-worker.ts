import { parentPort, workerData } from 'node:worker_threads';
import { type FromMatchingThread, type MatchingTask, performMatching } from './matching-task.js';

const say = (message: FromMatchingThread): void => parentPort?.postMessage(message);

// A thread of its own: the terminal's thread stays free for progress and Ctrl-C, however long the matching takes.
const task: MatchingTask = workerData;
say({ kind: 'done', done: performMatching(task, (progress) => say({ kind: 'progress', progress })) });
