import { parentPort, workerData } from 'node:worker_threads';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { match } from '@coaching-pairs/shared/matching/match';
import type { MatchOptions, MatchRefusal, MatchResult } from '@coaching-pairs/shared/matching/outcome';
import { relaxationsFor } from '@coaching-pairs/shared/matching/relaxations/relaxations';
import type { MatchingRules } from '@coaching-pairs/shared/matching/rules';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { MatchingAsked, MatchingFound, MatchingProgress } from '../ports/matching.js';
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

/** With what would help, where not everybody can be paired. */
const withHelp = (asked: MatchingAsked, result: MatchResult): MatchingFound => {
  const relaxations = relaxationsFor(asked, asked.options, result);
  return relaxations.length === 0 ? result : { ...result, relaxations };
};

// A thread of its own: that of cards and pages stays free, however long the matching takes.
const asked: MatchingAsked = workerData;
const { participants, rules, options } = asked;
const result = matching(participants, rules, options, { onProgress: (progress) => say({ kind: 'progress', progress }) });
say({ kind: 'done', result: result.ok ? ok(withHelp(asked, result.value)) : result });
