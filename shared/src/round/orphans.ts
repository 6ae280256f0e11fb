import type { PersonId, ProposalId } from '../ids.js';
import type { Participant } from './participation.js';
import type { Proposal } from './proposal.js';
import type { RoundContent } from './standing.js';

/** Whether this match is the one that lies before somebody. */
export const isBefore = (participant: Participant | undefined, { id }: Pick<Proposal, 'id'>): boolean =>
  participant?.match.kind === 'open' && participant.match.proposalId === id;

/** What a step that was never ended may leave behind in a round. */
export type Orphans = {
  /** Sent matches that do not lie before everybody in them, so that they can never form. */
  readonly matches: readonly ProposalId[];
  /** People before a match that is over or not there, so that none can be made for them. */
  readonly people: readonly PersonId[];
};

/** Takes the content of one round and gives what hangs in the air there; empty lists where all is well. */
export const orphansOf = ({ participants, proposals }: Pick<RoundContent, 'participants' | 'proposals'>): Orphans => {
  const byId = new Map(participants.map((one) => [one.personId, one]));
  const sent = new Map(proposals.filter(({ state }) => state === 'sent').map((one) => [one.id, one]));
  const matches = [...sent.values()].filter((proposal) => !proposal.memberIds.every((id) => isBefore(byId.get(id), proposal)));
  const people = participants.filter(({ match }) => match.kind === 'open' && !sent.has(match.proposalId));
  return { matches: matches.map(({ id }) => id), people: people.map(({ personId }) => personId) };
};
