import { parentPort, workerData } from 'node:worker_threads';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchOptions, MatchRefusal, MatchResult } from '@coaching-pairs/shared/matching/outcome';
import type { MatchingRules } from '@coaching-pairs/shared/matching/rules';
import type { Result } from '@coaching-pairs/shared/result';
import type { MatchingAsked, MatchingProgress } from '../ports/matching.js';
import type { FromThread } from './messages.js';

/** The matching as it is asked for here: one that tells nothing about its progress is as good. */
type Watched = (
  participants: readonly PersonId[],
  rules: MatchingRules,
  options: MatchOptions,
  watch: { readonly onProgress: (progress: MatchingProgress) => void },
) => Result<MatchResult, MatchRefusal>;

const matching: Watched = match;
const say = (message: FromThread): void => parentPort?.postMessage(message);

// A thread of its own: that of cards and pages stays free, however long the matching takes.
const { participants, rules, options }: MatchingAsked = workerData;
const result = matching(participants, rules, options, { onProgress: (progress) => say({ kind: 'progress', progress }) });
say({ kind: 'done', result });
