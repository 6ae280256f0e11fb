import { tappersOf } from '@coaching-pairs/shared/disclosure/declines';
import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { type Problem, problemOf, whyNot } from '@coaching-pairs/shared/matching/problem';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { lacksHandler } from '@coaching-pairs/shared/round/administrators';
import { saidNoTo } from '@coaching-pairs/shared/round/choosing';
import { mayNominate, mostAsks } from '@coaching-pairs/shared/round/nomination';
import { type NomineeStanding, nomineeStanding, notAvailable } from '@coaching-pairs/shared/round/nominee';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { isMember } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { type RoundContent, triedTogether } from '@coaching-pairs/shared/round/standing';
import type { Nominees } from '@coaching-pairs/shared/wire/mine';
import { nomineeText } from '@coaching-pairs/shared/words/nominee-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { Actor, Deps } from './deps.js';
import { foundByName } from './found-by-name.js';
import { namedIn, organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { notBlocked, rulesOf, twosAmong } from './rules.js';

/** Whom somebody may name, with what stands for and against each of them. */
export type Choice = {
  readonly problem: Problem;
  readonly candidates: readonly PersonId[];
  readonly standingOf: (nominee: PersonId) => NomineeStanding;
};

const isFree = ({ answer, match }: Participant): boolean => answer === 'joined' && match.kind !== 'paired';

/** Everybody who joined and is in no formed pair, but for those who are in the match before the asker, and the asker (CP-31). */
const candidatesFor = ({ participants, proposals }: RoundContent, asker: PersonId): readonly PersonId[] => {
  const present = proposals.find(({ state, memberIds }) => state === 'sent' && memberIds.includes(asker));
  const already = new Set([asker, ...(present !== undefined && present.nominatedBy === null ? present.memberIds : [])]);
  return participants.filter((one) => isFree(one) && !already.has(one.personId)).map((one) => one.personId);
};

/** Two who stood before each other in a match of this round that came to nothing: both know of it. */
const metBefore = ({ proposals }: RoundContent, asker: PersonId, nominee: PersonId): boolean =>
  triedTogether({ proposals: proposals.filter((one) => one.sentAt !== null && isMember(one, asker)) }).some((ids) => ids.includes(nominee));

/** Whom this person may name in the round as it stands. */
export const choiceFor = async (deps: Deps, round: Round, content: RoundContent, asker: PersonId): Promise<Choice> => {
  const candidates = candidatesFor(content, asker);
  const [rules, organisation, able] = await Promise.all([
    rulesOf(deps, round),
    organisationOf(deps),
    notBlocked(deps, [asker, ...candidates]),
  ]);
  const tried = triedTogether(content).filter((ids) => ids.includes(asker));
  const problem = problemOf(able, rules, { seed: round.seed, forbid: tried.flatMap(twosAmong) });
  const isUncertain = (id: PersonId): boolean => confirmation(organisation, id, round.topId).status === 'unconfirmed';
  const byId = new Map(content.participants.map((one) => [one.personId, one]));
  const standingOf = (nominee: PersonId): NomineeStanding => {
    const match = { memberIds: [asker, nominee] };
    if (metBefore(content, asker, nominee)) return { kind: 'not-possible', readable: [{ code: 'declined', audience: { kind: 'public' } }] };
    const standing = nomineeStanding(whyNot(problem, asker, nominee), asker);
    if (standing.kind === 'not-possible') return standing;
    const isAskedOften = (byId.get(nominee)?.asks.length ?? 0) >= mostAsks;
    const nobodyTaps = standing.kind === 'needs-tap' && tappersOf(round, match).length === 0;
    // Whoever said no on the board is not asked again by the same person.
    const saidNo = saidNoTo(content.proposals, asker).has(nominee);
    const isClosed =
      saidNo || isAskedOften || nobodyTaps || lacksHandler(round, [match.memberIds]) || isUncertain(nominee) || isUncertain(asker);
    return isClosed ? notAvailable : standing;
  };
  return { problem, candidates, standingOf };
};

type Asked = { readonly roundId: RoundId; readonly actor: Actor; readonly query: string };

/**
 * Whom somebody may name as a partner of their choice, by the beginning of a name: everybody not yet in a formed pair, with a sentence
 * where it is not possible, as far as it is public or their own (CP-24d, CP-31). Refused to whoever may name nobody now.
 */
export const nomineesOf = async (deps: Deps, words: Words, { roundId, actor, query }: Asked): Promise<Result<Nominees, Refusal>> => {
  const all = await deps.rounds.everything(roundId);
  const me = all?.content.participants.find((one) => one.personId === actor.personId);
  if (all === null || me === undefined || all.round.value.state === 'draft') return err({ code: 'not-found' });
  const { match } = me;
  const own = match.kind === 'open' ? (all.content.proposals.find(({ id }) => id === match.proposalId) ?? null) : null;
  const allowed = mayNominate(all.round.value, me, own);
  if (!allowed.ok) return allowed;
  const { candidates, standingOf } = await choiceFor(deps, all.round.value, all.content, actor.personId);
  const named = namedIn(await organisationOf(deps));
  const nameOf = (id: PersonId): string => (id === actor.personId ? words.t('reason.you') : named(id).name);
  const { people: shown, more } = foundByName(words, candidates.map(named), query);
  const people = shown.map((person) => {
    const standing = standingOf(candidates.find((id) => id === person.id) ?? actor.personId);
    return { person, standing: standing.kind, why: nomineeText(words, standing, nameOf) };
  });
  return ok({ people, more });
};
