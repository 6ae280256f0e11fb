import type { PersonId, ProposalId } from '../ids.js';
import { askedOf, held, isOpen } from './nomination.js';
import type { Participant } from './participation.js';
import type { Proposal } from './proposal.js';
import type { RoundContent } from './standing.js';

/** Whether this match lies before somebody, as their own or because somebody named them. */
export const isBefore = (participant: Participant | undefined, { id }: Pick<Proposal, 'id'>): boolean =>
  participant !== undefined &&
  ((participant.match.kind === 'open' && participant.match.proposalId === id) || participant.asks.includes(id));

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
  const open = new Map(proposals.filter(isOpen).map((one) => [one.id, one]));
  const matches = [...open.values()].filter((proposal) => !askedOf(proposal).every((id) => isBefore(byId.get(id), proposal)));
  const people = participants.filter((one) => held(one).some((id) => !open.has(id)));
  return { matches: matches.map(({ id }) => id), people: people.map(({ personId }) => personId) };
};
