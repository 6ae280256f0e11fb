import type { PersonId } from '../ids.js';
import type { Proposal } from '../round/proposal.js';
import type { Round } from '../round/round.js';
import { type RoundContent, triedTogether } from '../round/standing.js';

/**
 * Who looks after a match: the people partner; after the people partner's own, the other administrators who are not in it. Never the
 * round leader, nor a member of the match (CP-33).
 */
export const looksAfter = (round: Round, proposal: Pick<Proposal, 'memberIds'>, viewer: PersonId): boolean => {
  if (viewer === round.leaderId || proposal.memberIds.includes(viewer)) return false;
  if (proposal.memberIds.includes(round.peoplePartnerId)) return round.administratorIds.includes(viewer);
  return viewer === round.peoplePartnerId;
};

/**
 * Who may learn which of the members declined, and of a yes before the pair is formed, since it points to the no: whoever looks after
 * the match (CP-33). Where partners are chosen in the open nobody does: what is asked and refused stays between the two (tension 3).
 */
export const maySeeDecline = (round: Round, proposal: Pick<Proposal, 'memberIds'>, viewer: PersonId): boolean =>
  round.mode === 'proposed' && looksAfter(round, proposal, viewer);

/** Whether a match is kept from this viewer though they look after the round: a suggestion is known as a decline is (CP-31, CP-33). */
export const isHidden = (round: Round, proposal: Proposal, viewer: PersonId): boolean =>
  proposal.nominatedBy !== null && proposal.state !== 'formed' && !maySeeDecline(round, proposal, viewer);

/** Who is asked for the tap when two of one function would be partners: those who may know of a decline in that match (CP-31). */
export const tappersOf = (round: Round, proposal: Pick<Proposal, 'memberIds'>): readonly PersonId[] =>
  round.administratorIds.filter((id) => maySeeDecline(round, proposal, id));

/**
 * Sets of people whom this administrator may not put together by hand. One would rather not: never again. For another cause: whoever
 * may know of a decline may; to everybody else it looks like a decline, so that trying does not tell the two apart (CP-33).
 */
export const keptFromByHand = (round: Round, { proposals }: RoundContent, by: PersonId): readonly (readonly PersonId[])[] =>
  triedTogether({ proposals: proposals.filter((one) => one.ending === 'declined' || !maySeeDecline(round, one, by)) });
