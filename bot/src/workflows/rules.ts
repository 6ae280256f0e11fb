import { instant, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import { dottedLinesOf } from '@coaching-pairs/shared/matching/dotted-lines';
import { rulesAgainst } from '@coaching-pairs/shared/matching/hard-rules';
import { knowledgeOf } from '@coaching-pairs/shared/matching/knowledge';
import type { RuleReason } from '@coaching-pairs/shared/matching/reasons';
import { type MatchingRules, type PastPair, plainRules } from '@coaching-pairs/shared/matching/rules';
import type { RecordedRules } from '@coaching-pairs/shared/round/dry-run';
import type { Round } from '@coaching-pairs/shared/round/round';
import { rulesFromWishes, workClosely } from '@coaching-pairs/shared/round/wishes';
import type { Deps } from './deps.js';
import { organisationOf } from './organisation.js';

/**
 * Partners of other rounds, the latest round first (CP-15), also of one that was opened later and is further on; rounds that
 * never formed a pair do not count.
 */
const pastPairs = async (deps: Deps, round: Round, counts: (other: Round) => boolean = () => true): Promise<readonly PastPair[]> => {
  const others = (await deps.rounds.list()).filter((other) => other.id !== round.id && counts(other));
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

type Check = (ids: readonly PersonId[]) => readonly RuleReason[];

/** What the organisation and its administrators say of a round's people, without what lies in rounds. */
const organisationRules = async (deps: Deps, round: Round): Promise<MatchingRules> => {
  const [organisation, { apart }] = await Promise.all([organisationOf(deps), deps.organisation.snapshot()]);
  const reaching = { roundLeaderId: round.leaderId, reach: round.reach };
  return {
    ...plainRules(organisation, startOf(round)),
    ...reaching,
    dottedLines: dottedLinesOf(organisation, reaching),
    keptApart: apart.pairs.map(({ memberIds }) => memberIds),
  };
};

const checkFor = async (deps: Deps, round: Round, codes: readonly RuleReason['code'][]): Promise<Check> => {
  const known = knowledgeOf(await organisationRules(deps, round));
  return (ids) => twosAmong(ids).flatMap(([one, other]) => rulesAgainst(known, one, other).filter(({ code }) => codes.includes(code)));
};

/** Tells the lines of management that join people now, but for recorded reaches (CP-22, CP-24a, CP-24b). */
export const lineCheck = (deps: Deps, round: Round): Promise<Check> => checkFor(deps, round, ['in-one-line']);

/** The same with second managers, and with whom administrators keep apart: what nothing is sent against. */
export const organisationCheck = (deps: Deps, round: Round): Promise<Check> =>
  checkFor(deps, round, ['in-one-line', 'dotted-line', 'kept-apart']);

/** Whether one of these people has said that they work closely with another of them (CP-21), as it stands now. */
export const areClose = async (deps: Deps, roundId: RoundId, ids: readonly PersonId[]): Promise<boolean> => {
  const wishes = await Promise.all(ids.map((id) => deps.rounds.wishesOf(roundId, id)));
  return workClosely(
    wishes.flatMap((one) => (one === null ? [] : [one.value])),
    ids,
  );
};

/**
 * What is on record of a round's rules before anybody has answered (CP-24d): the organisation with second managers, recorded reaches, the
 * pairs that other rounds have announced, and who is kept apart, as far as `apart` says.
 */
export const recordedRulesOf = async (deps: Deps, round: Round, apart: RecordedRules['keptApart']): Promise<RecordedRules> => {
  const [rules, past] = await Promise.all([organisationRules(deps, round), pastPairs(deps, round, ({ announced }) => announced)]);
  return { ...rules, keptApart: apart, pastPairs: past };
};

/** The rules of a round as the matching takes them: the organisation as it is now, recorded reaches, past partners, what people wish. */
export const rulesOf = async (deps: Deps, round: Round): Promise<MatchingRules> => {
  const [rules, past, wishes] = await Promise.all([organisationRules(deps, round), pastPairs(deps, round), deps.rounds.wishes(round.id)]);
  return {
    ...rules,
    pastPairs: past,
    repeatsAllowed: round.repeats.map(({ memberIds }) => memberIds),
    ...rulesFromWishes(wishes.map(({ value }) => value)),
  };
};
