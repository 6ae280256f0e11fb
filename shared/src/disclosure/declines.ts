import type { PersonId } from '../ids.js';
import type { Proposal } from '../round/proposal.js';
import type { Round } from '../round/round.js';
import type { RoundContent } from '../round/standing.js';

/**
 * Who may learn which of the members declined (CP-33): the people partner; for a match of the people partner's own,
 * the other administrators who are not in it. The same may know of a yes before the
 * pair is formed, since it points to the no. The round leader never does, nor does a member of the proposal.
 */
export const maySeeDecline = (round: Round, proposal: Proposal, viewer: PersonId): boolean => {
  if (viewer === round.leaderId || proposal.memberIds.includes(viewer)) return false;
  if (proposal.memberIds.includes(round.peoplePartnerId)) return round.administratorIds.includes(viewer);
  return viewer === round.peoplePartnerId;
};

/**
 * Sets of people whom this administrator may not put together by hand. One would rather not: never again. Withdrawn: whoever may
 * know of a decline may; to everybody else it looks like a decline, so that trying does not tell the two apart (CP-33).
 */
export const keptFromByHand = (round: Round, { proposals }: RoundContent, by: PersonId): readonly (readonly PersonId[])[] =>
  proposals
    .filter((one) => one.ending === 'declined' || (one.ending === 'withdrawn' && !maySeeDecline(round, one, by)))
    .map((one) => one.memberIds);
