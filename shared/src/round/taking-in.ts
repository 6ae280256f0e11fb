import type { Instant, PairId, PersonId, ProposalId } from '../ids.js';
import type { PairReason } from '../matching/reasons.js';
import { err, ok, type Result } from '../result.js';
import { endPair, type PairScene } from './ending.js';
import { isOpen } from './nomination.js';
import type { Participant } from './participation.js';
import { draftProposal, type Pair, type Proposal, sendProposal } from './proposal.js';
import { inState, type Round, type RoundRefusal } from './round.js';
import { type Scene, type Settled, settlePair } from './settling.js';

export type TakingInRefusal = { readonly code: 'not-free'; readonly personIds: readonly PersonId[] };

/** Who can be asked: pairs of two that meet, and that are not asked for somebody else at this moment. */
export const canTakeIn = (pair: Pair, proposals: readonly Proposal[]): boolean =>
  pair.endedAt === null &&
  pair.memberIds.length === 2 &&
  !proposals.some((one) => isOpen(one) && pair.memberIds.some((id) => one.memberIds.includes(id)));

/** The pair of which two members of a match are, where they are asked to take the third in; null for any other match. */
export const takingPair = ({ memberIds }: Pick<Proposal, 'memberIds'>, people: readonly Participant[]): PairId | null => {
  const pairs = people.flatMap(({ personId, match }) => (memberIds.includes(personId) && match.kind === 'paired' ? [match.pairId] : []));
  const [first] = pairs;
  return first !== undefined && pairs.length === 2 && pairs.every((id) => id === first) ? first : null;
};

type Asked = {
  readonly id: ProposalId;
  readonly newcomer: Participant;
  readonly pair: PairScene;
  readonly reasons: readonly PairReason[];
  readonly at: Instant;
};

/**
 * Puts a match of three before a pair and somebody who has no partner, once the pairs are announced. The pair stays as it is until all
 * three have said yes, and if one of them would rather not. Refused where one of them is not free for it.
 */
export const askToTakeIn = (
  round: Round,
  { id, newcomer, pair, reasons, at }: Asked,
): Result<{ readonly proposal: Proposal; readonly people: readonly Participant[] }, RoundRefusal | TakingInRefusal> => {
  const allowed = inState(round, 'active');
  if (!allowed.ok) return allowed;
  const { personId, answer, match } = newcomer;
  if (answer !== 'joined' || (match.kind !== 'none' && match.kind !== 'reworking')) return err({ code: 'not-free', personIds: [personId] });
  const busy = pair.people.filter((one) => one.match.kind !== 'paired' || one.match.pairId !== pair.pair.id || one.asks.length > 0);
  if (busy.length > 0 || pair.people.length !== 2) return err({ code: 'not-free', personIds: busy.map((one) => one.personId) });
  const draft = draftProposal(id, [personId, ...pair.pair.memberIds], reasons, { locked: false, byHand: true });
  const sent = sendProposal(draft, round.waves, at);
  if (!sent.ok) return err({ code: 'not-free', personIds: draft.memberIds });
  return ok({
    proposal: sent.value,
    people: [{ ...newcomer, match: { kind: 'open', proposalId: id } }, ...pair.people.map((one) => ({ ...one, asks: [...one.asks, id] }))],
  });
};

/** The last yes of three: the pair ends and the three begin anew, with an agreement and sessions of their own. */
export const settleTakingIn = (
  round: Round,
  scene: Scene,
  about: { readonly formed: Proposal; readonly taking: Omit<PairScene, 'people'>; readonly id: PairId; readonly at: Instant },
): Result<Settled & { readonly ended: Pair }, RoundRefusal> => {
  const { formed, taking, id, at } = about;
  const people = scene.people.filter(({ personId }) => taking.pair.memberIds.includes(personId));
  const ended = endPair(round, { ...taking, people }, at);
  if (!ended.ok) return ended;
  const now = new Map(ended.value.people.map((one) => [one.personId, one]));
  const settled = settlePair({ ...scene, people: scene.people.map((one) => now.get(one.personId) ?? one) }, formed, id, at);
  return ok({ ...settled, proposals: [...settled.proposals, ended.value.proposal], ended: ended.value.pair });
};
