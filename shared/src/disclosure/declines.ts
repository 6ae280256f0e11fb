import type { PersonId } from '../ids.js';
import type { Proposal } from '../round/proposal.js';
import type { Round } from '../round/round.js';

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
