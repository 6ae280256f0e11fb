import { parentPort, workerData } from 'node:worker_threads';
import { feedbackPairs } from '@coaching-pairs/shared/awayday/feedback-pairs';
import { costOf, otherPartners } from '@coaching-pairs/shared/matching/cost';
import { match } from '@coaching-pairs/shared/matching/match';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { relaxationsFor } from '@coaching-pairs/shared/matching/relaxations/relaxations';
import { unlockingBrings } from '@coaching-pairs/shared/matching/relaxations/unlocking';
import { ok } from '@coaching-pairs/shared/result';
import type { MatchingAsked } from '../ports/matching.js';
import type { Answers, FromThread, Task } from './messages.js';

const say = (message: FromThread): void => parentPort?.postMessage(message);

/** The best pairs; with what would help, where not everybody can be paired. */
const matched = (asked: MatchingAsked): Answers['match'] => {
  const { participants, rules, options } = asked;
  const began = performance.now();
  const result = match(participants, rules, options, { onProgress: (progress) => say({ kind: 'progress', progress }) });
  const seconds = (performance.now() - began) / 1000;
  if (!result.ok) return result;
  const help = { relaxations: relaxationsFor(asked, options, result.value), unlocking: unlockingBrings(asked, result.value) };
  return ok({ ...result.value, seconds, ...help });
};

const performed = (task: Task): Answers[Task['kind']] => {
  if (task.kind === 'match') return matched(task.asked);
  if (task.kind === 'feedback') return feedbackPairs(task.asked);
  const { participants, rules, options } = task.asked;
  const problem = problemOf(participants, rules, options);
  return task.kind === 'cost' ? costOf(problem, task.memberIds) : otherPartners(problem, task.about.personId, task.about);
};

// A thread of its own: that of cards and pages, or of the terminal, stays free, however long it takes.
const task: Task = workerData;
say({ kind: 'done', answer: performed(task) });
