import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchOptions, MatchRefusal, MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import type { Relaxation } from '@coaching-pairs/shared/matching/relaxations/relaxation';
import { relaxationsFor } from '@coaching-pairs/shared/matching/relaxations/relaxations';
import { type MatchingRules, plainRules } from '@coaching-pairs/shared/matching/rules';
import type { Progress } from '@coaching-pairs/shared/matching/watch';
import { organise } from '@coaching-pairs/shared/organisation/organisation';
import type { Result } from '@coaching-pairs/shared/result';
import { dimacsOf } from './dimacs.js';
import type { Inputs } from './inputs.js';

/** A matching as it travels to the thread that does it: plain data. */
export type MatchingTask = Pick<Inputs, 'people' | 'leaderId' | 'pastPairs' | 'keptApart'> & {
  readonly options: Required<Pick<MatchOptions, 'seed' | 'odd'>>;
  readonly startsAt: Instant;
  readonly wantsDimacs: boolean;
};

export type MatchingDone = {
  readonly result: Result<MatchResult, MatchRefusal>;
  /** What the matching itself took. */
  readonly seconds: number;
  readonly dimacs: string | null;
  /** What would help where not everybody can be paired. */
  readonly relaxations: readonly Relaxation[];
};

/** What the thread of a matching says, as plain data. */
export type FromMatchingThread =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly done: MatchingDone };

const rulesOf = (task: MatchingTask): MatchingRules => ({
  ...plainRules(organise({ people: task.people, corrections: [], functions: [] }), task.startsAt),
  roundLeaderId: task.leaderId,
  pastPairs: task.pastPairs,
  keptApart: task.keptApart,
});

/** Matches everybody of the file; past partners are never proposed (CP-15). */
export const performMatching = (task: MatchingTask, onProgress: (progress: Progress) => void): MatchingDone => {
  const rules = rulesOf(task);
  const participants: readonly PersonId[] = task.people.map(({ id }) => id);
  const began = performance.now();
  const result = match(participants, rules, task.options, { onProgress });
  const seconds = (performance.now() - began) / 1000;
  const dimacs = result.ok && task.wantsDimacs ? dimacsOf(problemOf(participants, rules, task.options)) : null;
  const relaxations = result.ok ? relaxationsFor({ participants, rules }, task.options, result.value) : [];
  return { result, seconds, dimacs, relaxations };
};
