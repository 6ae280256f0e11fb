import { instant, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { rulesAgainst } from '@coaching-pairs/shared/matching/hard-rules';
import { knowledgeOf } from '@coaching-pairs/shared/matching/knowledge';
import type { RuleReason } from '@coaching-pairs/shared/matching/reasons';
import { type MatchingRules, type PastPair, plainRules } from '@coaching-pairs/shared/matching/rules';
import type { Round } from '@coaching-pairs/shared/round/round';
import { rulesFromWishes, workClosely } from '@coaching-pairs/shared/round/wishes';
import type { Deps } from './deps.js';
import { organisationOf } from './organisation.js';

/**
 * Partners of other rounds, the latest round first (CP-15), also of one that was opened later and is further on; rounds that
 * never formed a pair do not count.
 */
const pastPairs = async (deps: Deps, round: Round): Promise<readonly PastPair[]> => {
  const others = (await deps.rounds.list()).filter((other) => other.id !== round.id);
  const contents = await Promise.all(others.map((other) => deps.rounds.everything(other.id)));
  const formed = contents.map((content) => content?.content.pairs ?? []).filter((pairs) => pairs.length > 0);
  return formed.flatMap((pairs, index) => pairs.map((pair) => ({ memberIds: pair.memberIds, roundsAgo: index + 1 })));
};

/** Who of these people can take part in a match: a blocked account answers nothing, so nobody waits for one (CP-24b). */
export const notBlocked = async (deps: Deps, ids: readonly PersonId[]): Promise<readonly PersonId[]> => {
  const { people } = await organisationOf(deps);
  return ids.filter((id) => people.get(id)?.enabled !== false);
};

const startOf = (round: Round) => instant(`${round.startsOn}T00:00:00.000Z`);

/** All twos of a pair or a trio. */
export const twosAmong = (ids: readonly PersonId[]): readonly (readonly [PersonId, PersonId])[] =>
  ids.flatMap((one, index) => ids.slice(index + 1).map((other): readonly [PersonId, PersonId] => [one, other]));

/** Tells the lines of management that join people now, but for recorded reaches (CP-22, CP-24a, CP-24b). */
export const lineCheck = async (deps: Deps, round: Round): Promise<(ids: readonly PersonId[]) => readonly RuleReason[]> => {
  const rules = { ...plainRules(await organisationOf(deps), startOf(round)), roundLeaderId: round.leaderId, reach: round.reach };
  const known = knowledgeOf(rules);
  return (ids) =>
    twosAmong(ids).flatMap(([one, other]) => rulesAgainst(known, one, other).filter((reason) => reason.code === 'in-one-line'));
};

/** Whether one of these people has said that they work closely with another of them (CP-21), as it stands now. */
export const areClose = async (deps: Deps, roundId: RoundId, ids: readonly PersonId[]): Promise<boolean> => {
  const wishes = await Promise.all(ids.map((id) => deps.rounds.wishesOf(roundId, id)));
  return workClosely(
    wishes.flatMap((one) => (one === null ? [] : [one.value])),
    ids,
  );
};

/** The rules of a round as the matching takes them: the organisation as it is now, recorded reaches, past partners, what people wish. */
export const rulesOf = async (deps: Deps, round: Round): Promise<MatchingRules> => {
  const [organisation, past, wishes] = await Promise.all([organisationOf(deps), pastPairs(deps, round), deps.rounds.wishes(round.id)]);
  return {
    ...plainRules(organisation, startOf(round)),
    roundLeaderId: round.leaderId,
    reach: round.reach,
    pastPairs: past,
    repeatsAllowed: round.repeats.map(({ memberIds }) => memberIds),
    ...rulesFromWishes(wishes.map(({ value }) => value)),
  };
};
