import type { Instant, PersonId } from '../ids.js';
import { type Proposal, partnersOf } from '../round/proposal.js';

export const ownAnswers = ['accepted', 'declined', 'none'] as const;
/** That a match came to nothing is all that anybody reads of why, whoever said no (CP-33). */
export const matchOutcomes = ['open', 'pair', 'pair-ended', 'came-to-nothing'] as const;

/** A match that lay before somebody, as far as they may know of it. */
export type OwnMatch = {
  readonly partnerIds: readonly PersonId[];
  /** Null for a suggestion of theirs that was not passed on. */
  readonly sentAt: Instant | null;
  readonly suggestedByMe: boolean;
  readonly answer: (typeof ownAnswers)[number];
  readonly outcome: (typeof matchOutcomes)[number];
};

const answerOf = (me: PersonId, { acceptedBy, declinedBy }: Proposal): OwnMatch['answer'] => {
  if (declinedBy === me) return 'declined';
  return acceptedBy.includes(me) ? 'accepted' : 'none';
};

const outcomeOf = ({ state, ending }: Proposal): OwnMatch['outcome'] => {
  if (state === 'formed') return 'pair';
  if (state !== 'ended') return 'open';
  return ending === 'pair-ended' ? 'pair-ended' : 'came-to-nothing';
};

/** Whoever was only named, and never asked, knows nothing of it; nor does anybody of a draft. */
const layBefore =
  (me: PersonId) =>
  ({ memberIds, state, sentAt, nominatedBy }: Proposal): boolean =>
    memberIds.includes(me) && state !== 'draft' && (sentAt !== null || nominatedBy === me);

/** The matches of somebody in a round, in the order in which they were sent (C-08). When one ended is not told: it would tell by whom. */
export const ownMatches = (me: PersonId, proposals: readonly Proposal[]): readonly OwnMatch[] =>
  proposals
    .filter(layBefore(me))
    .map((proposal) => ({
      partnerIds: partnersOf(proposal.memberIds, me),
      sentAt: proposal.sentAt,
      suggestedByMe: proposal.nominatedBy === me,
      answer: answerOf(me, proposal),
      outcome: outcomeOf(proposal),
    }))
    .sort((one, other) => (one.sentAt ?? '').localeCompare(other.sentAt ?? ''));
