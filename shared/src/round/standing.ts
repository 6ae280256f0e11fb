import type { PersonId } from '../ids.js';
import type { Participant } from './participation.js';
import type { Pair, Proposal } from './proposal.js';

/** Where somebody stands between the answers and the announced pairs. */
export type MatchStanding =
  | { readonly kind: 'free' }
  | { readonly kind: 'drafted'; readonly proposal: Proposal }
  | { readonly kind: 'asked'; readonly proposal: Proposal }
  | { readonly kind: 'waiting'; readonly proposal: Proposal }
  | { readonly kind: 'being-reworked' }
  | { readonly kind: 'paired'; readonly pair: Pair };

/** Everything of one round that the rules look at together. */
export type RoundContent = {
  readonly participants: readonly Participant[];
  readonly proposals: readonly Proposal[];
  readonly pairs: readonly Pair[];
};

/**
 * Where one person stands. `being-reworked` is the same whether they or somebody else said no (CP-33): only a
 * proposal of theirs that ended and no new one sent.
 */
export const standingOf = (content: RoundContent, personId: PersonId): MatchStanding => {
  const pair = content.pairs.find((candidate) => candidate.memberIds.includes(personId));
  if (pair !== undefined) return { kind: 'paired', pair };
  const mine = content.proposals.filter((proposal) => proposal.memberIds.includes(personId));
  const open = mine.find((proposal) => proposal.state === 'sent');
  if (open !== undefined) return { kind: open.acceptedBy.includes(personId) ? 'waiting' : 'asked', proposal: open };
  if (mine.some((proposal) => proposal.state === 'ended' && proposal.sentAt !== null)) return { kind: 'being-reworked' };
  const drafted = mine.find((proposal) => proposal.state === 'draft');
  return drafted === undefined ? { kind: 'free' } : { kind: 'drafted', proposal: drafted };
};

const membersIn = (proposals: readonly Proposal[], states: readonly Proposal['state'][]): Set<PersonId> =>
  new Set(proposals.filter((proposal) => states.includes(proposal.state)).flatMap((proposal) => proposal.memberIds));

/** Everybody who joined and is neither in a pair nor before an open proposal: whom a draft is made for. */
export const freeToMatch = (content: RoundContent): readonly PersonId[] => {
  const taken = membersIn(content.proposals, ['sent', 'formed']);
  for (const pair of content.pairs) for (const id of pair.memberIds) taken.add(id);
  return content.participants.filter((one) => one.answer === 'joined' && !taken.has(one.personId)).map((one) => one.personId);
};

/** Everybody who joined and is not in a formed pair. */
export const withoutPartner = (content: RoundContent): readonly PersonId[] => {
  const paired = new Set(content.pairs.flatMap((pair) => pair.memberIds));
  return content.participants.filter((one) => one.answer === 'joined' && !paired.has(one.personId)).map((one) => one.personId);
};

/** Sets of people who were proposed to each other in this round and of whom one would rather not: never again. */
export const declinedTogether = (content: RoundContent): readonly (readonly PersonId[])[] =>
  content.proposals.filter((proposal) => proposal.ending === 'declined').map((proposal) => proposal.memberIds);

/** Numbers for the round's overview. */
export const tallyOf = (content: RoundContent) => ({
  population: content.participants.length,
  joined: content.participants.filter((one) => one.answer === 'joined').length,
  sittingOut: content.participants.filter((one) => one.answer === 'sitting-out').length,
  silent: content.participants.filter((one) => one.answer === 'none').length,
  drafts: content.proposals.filter((proposal) => proposal.state === 'draft').length,
  open: content.proposals.filter((proposal) => proposal.state === 'sent').length,
  pairs: content.pairs.length,
  withoutPartner: withoutPartner(content).length,
});
export type Tally = ReturnType<typeof tallyOf>;
