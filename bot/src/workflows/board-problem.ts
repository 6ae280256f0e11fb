import { keptFromByHand } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { freeToMatch } from '@coaching-pairs/shared/round/standing';
import type { MatchingAsked } from '../ports/matching.js';
import type { VersionedContent } from '../ports/rounds.js';
import type { Deps } from './deps.js';
import { notBlocked, rulesOf, twosAmong } from './rules.js';

/** What stands for and against whom, to the administrator who puts people together by hand. */
export const boardProblem = async (deps: Deps, { round, content }: VersionedContent, by: PersonId): Promise<MatchingAsked> => ({
  participants: await notBlocked(deps, freeToMatch(content)),
  rules: await rulesOf(deps, round.value),
  options: { seed: round.value.seed, forbid: keptFromByHand(round.value, content, by).flatMap(twosAmong) },
});
