import { keptFromByHand } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { isUnpaired } from '@coaching-pairs/shared/round/choosing';
import type { Round } from '@coaching-pairs/shared/round/round';
import { freeToMatch, type RoundContent } from '@coaching-pairs/shared/round/standing';
import type { MatchingAsked } from '../ports/matching.js';
import type { VersionedContent } from '../ports/rounds.js';
import type { Deps } from './deps.js';
import { notBlocked, rulesOf, twosAmong } from './rules.js';

/** Where partners are chosen in the open, who asks or is asked is free like anybody else in no pair (tension 3). */
const freeFor = ({ state }: Round, content: RoundContent): readonly PersonId[] =>
  state === 'choosing' ? content.participants.filter(isUnpaired).map(({ personId }) => personId) : freeToMatch(content);

/** What stands for and against whom, to the administrator who puts people together by hand. */
export const boardProblem = async (deps: Deps, { round, content }: VersionedContent, by: PersonId): Promise<MatchingAsked> => ({
  participants: await notBlocked(deps, freeFor(round.value, content)),
  rules: await rulesOf(deps, round.value),
  options: { seed: round.value.seed, forbid: keptFromByHand(round.value, content, by).flatMap(twosAmong) },
});
