import { parentPort, workerData } from 'node:worker_threads';
import { type MatchingTask, performMatching } from './matching-task.js';

// A thread of its own: the terminal's thread stays free for progress and Ctrl-C, however long the matching takes.
const task: MatchingTask = workerData;
parentPort?.postMessage(performMatching(task));
