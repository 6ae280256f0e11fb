import type { Instant, PairId, PersonId, ProposalId } from '../ids.js';
import { held, isOpen } from './nomination.js';
import type { Participant } from './participation.js';
import { type Ending, endProposal, type Pair, type Proposal, pairOf } from './proposal.js';

/** What an answer may touch: people, and every match that lies before one of them. Whatever is missing here stays as it is. */
export type Scene = { readonly people: readonly Participant[]; readonly proposals: readonly Proposal[] };

/** What is to be written, all of it at once. */
export type Settled = {
  readonly people: readonly Participant[];
  readonly proposals: readonly Proposal[];
  readonly pair: Pair | null;
  /** Whose own match came to nothing by it. */
  readonly freed: readonly PersonId[];
};

/** A match that has come to nothing, as far as those before whom it lay are concerned. */
export type Gone = { readonly id: ProposalId; readonly onBoard?: boolean };

/** Whose ask on the board came to nothing is as free as before they asked: no row tells afterwards who has asked (tension 3). */
const freedFrom = ({ onBoard = false }: Gone): Participant['match'] => (onBoard ? { kind: 'none' } : { kind: 'reworking' });

const withoutMatches = (participant: Participant, gone: ReadonlyMap<ProposalId, Gone>): Participant => {
  const { match, asks } = participant;
  const own = match.kind === 'open' ? gone.get(match.proposalId) : undefined;
  if (own === undefined && !asks.some((id) => gone.has(id))) return participant;
  return { ...participant, match: own === undefined ? match : freedFrom(own), asks: asks.filter((id) => !gone.has(id)) };
};

/** Takes matches that have ended from everybody before whom they lay: whose own it was is being matched again, a mere question goes. */
export const letGo = (people: readonly Participant[], ended: readonly Gone[]): Pick<Settled, 'people' | 'freed'> => {
  const gone = new Map(ended.map((one) => [one.id, one]));
  const changed = people.map((before) => ({ before, after: withoutMatches(before, gone) })).filter(({ before, after }) => before !== after);
  const freed = changed.filter(({ before, after }) => before.match !== after.match);
  return { people: changed.map(({ after }) => after), freed: freed.map(({ after }) => after.personId) };
};

/** What else lies before these people and is still open, but for one match. */
const beside = ({ people, proposals }: Scene, ids: readonly PersonId[], kept: ProposalId): readonly Proposal[] => {
  const before = new Set(people.filter(({ personId }) => ids.includes(personId)).flatMap(held));
  return proposals.filter((one) => one.id !== kept && isOpen(one) && before.has(one.id));
};

const otherwise = (proposals: readonly Proposal[], at: Instant): readonly Proposal[] =>
  proposals.map((one) => endProposal(one, 'chosen-otherwise', at));

/** One match ends, declined or for another cause. */
export const settleEnd = ({ people }: Scene, ended: Proposal): Settled => ({ ...letGo(people, [ended]), proposals: [ended], pair: null });

/** The same for a cause of the product's or an organiser's. */
export const settleEnding = (scene: Scene, proposal: Proposal, ending: Exclude<Ending, 'declined' | 'pair-ended'>, at: Instant): Settled =>
  settleEnd(scene, endProposal(proposal, ending, at));

/** Somebody steps back: every match that lies before them comes to nothing. Their own row is not among what is written. */
export const settleLeaving = (scene: Scene, personId: PersonId, at: Instant): Settled => {
  const own = scene.people.find((one) => one.personId === personId);
  const ids = new Set(own === undefined ? [] : held(own));
  const ended = scene.proposals.filter((one) => ids.has(one.id) && isOpen(one)).map((one) => endProposal(one, 'stepped-back', at));
  const others = scene.people.filter((one) => one.personId !== personId);
  return { ...letGo(others, ended), proposals: ended, pair: null };
};

/** A yes that does not form a pair yet: who said it has chosen, and what else lay before them comes to nothing (CP-31). */
export const settleYes = (scene: Scene, accepted: Proposal, by: PersonId, at: Instant): Settled => {
  const ended = otherwise(beside(scene, [by], accepted.id), at);
  return { ...letGo(scene.people, ended), proposals: [accepted, ...ended], pair: null };
};

/**
 * The last yes: all members are in the pair, and everything else that lay before one of them comes to nothing, each in the words
 * of any match that is being reworked (CP-31, CP-33). Nobody is ever in two pairs.
 */
export const settlePair = (scene: Scene, formed: Proposal, id: PairId, at: Instant): Settled => {
  const ended = otherwise(beside(scene, formed.memberIds, formed.id), at);
  const others = letGo(
    scene.people.filter(({ personId }) => !formed.memberIds.includes(personId)),
    ended,
  );
  const members = scene.people
    .filter(({ personId }) => formed.memberIds.includes(personId))
    .map((one): Participant => ({ ...one, match: { kind: 'paired', proposalId: formed.id, pairId: id }, asks: [] }));
  return { people: [...members, ...others.people], proposals: [formed, ...ended], pair: pairOf(formed, id, at), freed: others.freed };
};

/**
 * Somebody names another (CP-31): the match before them, where there is one, ends as declined by them, and the suggestion lies
 * before both; before whoever made it alone, as long as it is held back.
 */
export const settleSuggestion = (scene: Scene, declined: Proposal | null, suggestion: Proposal): Settled => {
  const by = suggestion.nominatedBy;
  const released = letGo(scene.people, declined === null ? [] : [declined]);
  const now = new Map([...scene.people, ...released.people].map((one) => [one.personId, one]));
  const people = [...now.values()].map((one): Participant => {
    if (one.personId === by) return { ...one, match: { kind: 'open', proposalId: suggestion.id } };
    return suggestion.state === 'sent' && suggestion.memberIds.includes(one.personId)
      ? { ...one, asks: [...one.asks, suggestion.id] }
      : one;
  });
  return {
    people: people.filter((one) => !scene.people.includes(one)),
    proposals: [...(declined === null ? [] : [declined]), suggestion],
    pair: null,
    freed: released.freed.filter((id) => id !== by),
  };
};

/** The people partner's tap: the suggestion now lies before the one it names, too. */
export const settlePassedOn = ({ people }: Scene, passed: Proposal): Settled => ({
  people: people
    .filter(({ personId, asks }) => personId !== passed.nominatedBy && passed.memberIds.includes(personId) && !asks.includes(passed.id))
    .map((one) => ({ ...one, asks: [...one.asks, passed.id] })),
  proposals: [passed],
  pair: null,
  freed: [],
});
