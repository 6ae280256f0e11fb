import { type PairId, type PersonId, type ProposalId, proposalId } from '@coaching-pairs/shared/ids';
import { type Problem, problemOf, whyNot, whyThis } from '@coaching-pairs/shared/matching/problem';
import type { PairReason } from '@coaching-pairs/shared/matching/reasons';
import { confirmation } from '@coaching-pairs/shared/organisation/confirmation';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { lacksHandler } from '@coaching-pairs/shared/round/administrators';
import { asideIn } from '@coaching-pairs/shared/round/pausing';
import { type Pair, sortedMembers } from '@coaching-pairs/shared/round/proposal';
import { inState } from '@coaching-pairs/shared/round/round';
import { standingPairs } from '@coaching-pairs/shared/round/standing';
import { askToTakeIn, canTakeIn } from '@coaching-pairs/shared/round/taking-in';
import type { VersionedContent } from '../ports/rounds.js';
import type { AskedWork } from './begin-work.js';
import { boardProblem } from './board-problem.js';
import type { Draft } from './change-round.js';
import type { Deps } from './deps.js';
import { changeBoard } from './edit-board.js';
import { messagesTo } from './messages.js';
import { organisationOf } from './organisation.js';
import { areInPopulation } from './people-in-sight.js';
import type { Refusal } from './refusal.js';
import { notBlocked, twosAmong } from './rules.js';
import { matchable } from './to-be-matched.js';

/** A pair that the rules let take somebody in, with what speaks for it, and for what it stands among others. */
export type TakingPair = { readonly pair: Pair; readonly reasons: readonly PairReason[]; readonly points: number };

type Look = { readonly personId: PersonId; readonly by: PersonId };

/** The rules as the board has them, for those who are free and all who are in a pair. */
const problemFor = async (deps: Deps, all: VersionedContent, by: PersonId): Promise<Problem> => {
  const { participants, rules, options } = await boardProblem(deps, all, by);
  const paired = standingPairs(all.content).flatMap(({ memberIds }) => memberIds);
  return problemOf([...participants, ...paired], rules, options);
};

/** What speaks for the three links of a match of three; what is trusted counts in nothing that an organiser reads (CP-24c). */
const inFavour = (problem: Problem, memberIds: readonly PersonId[]): readonly PairReason[] =>
  twosAmong(memberIds)
    .flatMap(([one, other]) => whyThis(problem, one, other))
    .filter(({ audience }) => audience.kind !== 'nobody');

/** Pairs of two whose people are all here, are asked for nobody else, and none of whom is whoever asks (CP-21). */
const present = async (deps: Deps, { round, content }: VersionedContent, by: PersonId): Promise<readonly Pair[]> => {
  const pairs = standingPairs(content).filter((pair) => canTakeIn(pair, content.proposals) && !pair.memberIds.includes(by));
  const here = new Set(
    await notBlocked(
      deps,
      pairs.flatMap(({ memberIds }) => memberIds),
    ),
  );
  const aside = asideIn(round.value, content.participants, deps.clock.now());
  return pairs.filter(({ memberIds }) => memberIds.every((id) => here.has(id) && !aside.has(id)));
};

/** Every pair that may take somebody in as a third, those for which most speaks first. */
export const pairsFor = async (deps: Deps, all: VersionedContent, { personId, by }: Look): Promise<readonly TakingPair[]> => {
  if (all.round.value.state !== 'active') return [];
  const [problem, pairs] = await Promise.all([problemFor(deps, all, by), present(deps, all, by)]);
  const possible = pairs.filter(({ memberIds }) => memberIds.every((id) => whyNot(problem, personId, id).length === 0));
  return possible
    .map((pair) => ({ pair, reasons: pair.memberIds.flatMap((id) => inFavour(problem, [personId, id])) }))
    .map((one) => ({ ...one, points: one.reasons.reduce((sum, { points }) => sum + points, 0) }))
    .sort((a, b) => b.points - a.points || (a.pair.id < b.pair.id ? -1 : 1));
};

type TakeIn = AskedWork & { readonly personId: PersonId; readonly pairId: PairId };

/** What stands against asking these three: lines that are not confirmed (CP-24b), and a match nobody could look after (CP-33). */
const standsAgainst = async (deps: Deps, { round }: VersionedContent, memberIds: readonly PersonId[]): Promise<Refusal | null> => {
  if (lacksHandler(round.value, [memberIds])) return { code: 'second-administrator-missing' };
  const organisation = await organisationOf(deps);
  const doubtful = memberIds.filter((id) => confirmation(organisation, id, round.value.topId).status === 'unconfirmed');
  return doubtful.length > 0 ? { code: 'chains-unconfirmed', personIds: doubtful } : null;
};

const asking = async (deps: Deps, asked: TakeIn, all: VersionedContent, id: ProposalId): Promise<Result<Draft, Refusal>> => {
  const { personId, actor, roundId, opId } = asked;
  const open = inState(all.round.value, 'active');
  if (!open.ok) return open;
  const pair = standingPairs(all.content).find((one) => one.id === asked.pairId);
  if (pair === undefined || !areInPopulation(all, [personId])) return err({ code: 'not-found' });
  const memberIds = [personId, ...pair.memberIds];
  if (memberIds.includes(actor.personId)) return err({ code: 'own-match' });
  if (!(await matchable(deps, all)).includes(personId)) return err({ code: 'not-free', personIds: [personId] });
  if (!(await present(deps, all, actor.personId)).includes(pair)) return err({ code: 'not-free', personIds: pair.memberIds });
  const problem = await problemFor(deps, all, actor.personId);
  const reasons = pair.memberIds.flatMap((one) => whyNot(problem, personId, one));
  if (reasons.length > 0) return err({ code: 'rule', members: memberIds, reasons });
  const against = await standsAgainst(deps, all, memberIds);
  if (against !== null) return err(against);
  const rowOf = new Map(all.participants.map((row) => [row.value.personId, row]));
  const [newcomer, ...people] = memberIds.flatMap((one) => rowOf.get(one) ?? []);
  const proposal = all.proposals.find(({ value }) => value.id === pair.proposalId);
  if (newcomer === undefined || proposal === undefined) return err({ code: 'not-found' });
  const at = deps.clock.now();
  const scene = { pair, proposal: proposal.value, people: people.map(({ value }) => value) };
  const put = askToTakeIn(all.round.value, {
    id,
    newcomer: newcomer.value,
    pair: scene,
    reasons: inFavour(problem, sortedMembers(memberIds)),
    at,
  });
  if (!put.ok) return put;
  // A draft that held the newcomer meanwhile is overtaken by it: nobody has seen it.
  const overtaken = all.proposals.filter(({ value }) => value.state === 'draft' && value.memberIds.includes(personId));
  return ok({
    action: 'proposals.third',
    subject: { personId },
    proposals: [{ value: put.value.proposal, etag: null }],
    removedProposals: overtaken,
    participants: put.value.people.map((value) => ({ value, etag: rowOf.get(value.personId)?.etag ?? null })),
    outbox: messagesTo(put.value.proposal.memberIds, 'proposal', { roundId, opId, at, subject: { proposalId: id } }),
  });
};

/**
 * An administrator asks a pair, and somebody without a partner, whether they would be three: the human approval that comes before anybody
 * sees a match (CP-25). Each of the three says yes or no for themselves (CP-30); until all have said yes the pair goes on as it is.
 * Refused against a rule, in one's own match, and where one of them is not free for it.
 */
export const askPairToTakeIn = (deps: Deps, asked: TakeIn): Promise<Result<null, Refusal>> => {
  const id = proposalId(`third-${deps.newId()}`);
  return changeBoard(deps, asked, (all) => asking(deps, asked, all, id));
};
