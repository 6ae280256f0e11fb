import type { Instant, PairId, PersonId, PlainDate, ProposalId } from '../ids.js';
import type { PairReason } from '../matching/reasons.js';
import { err, ok, type Result } from '../result.js';
import { dayOf, daysAfter, weekdayOf } from '../time.js';

/** `held`: somebody's own suggestion that waits for the people partner's tap, before the one who is named is asked (CP-31). */
export const proposalStates = ['draft', 'held', 'sent', 'formed', 'ended'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const endings = [
  'declined',
  'stepped-back',
  'withdrawn',
  'in-one-line',
  'redrafted',
  /** Somebody in it chose another, or said yes to another. */
  'chosen-otherwise',
  /** A suggestion whose last day passed without an answer: silence is never consent. */
  'expired',
  /** A suggestion that the people partner did not pass on. */
  'not-passed-on',
  /** It became a pair, and the pair has ended; nobody is named as having ended it. */
  'pair-ended',
] as const;
/** Why a proposal came to nothing; who declined is kept beside it and shown to the people partner only (CP-33). */
export type Ending = (typeof endings)[number];

/** Two people, three where numbers are odd, suggested to each other and not yet agreed by all. */
export type Proposal = {
  readonly id: ProposalId;
  /** Sorted by id, so that nobody comes first. */
  readonly memberIds: readonly PersonId[];
  readonly reasons: readonly PairReason[];
  readonly state: ProposalState;
  /** Kept together when the draft is made again. */
  readonly locked: boolean;
  /** Made or swapped by hand rather than by the matching. */
  readonly byHand: boolean;
  /** 1 for the first sending; null while a draft. */
  readonly wave: number | null;
  readonly sentAt: Instant | null;
  /** The day until which its people are asked to answer. Nothing follows from silence but that organisers are told; null while a draft. */
  readonly answerBy: PlainDate | null;
  readonly acceptedBy: readonly PersonId[];
  readonly declinedBy: PersonId | null;
  /** Who named the other one, where that is how it came about (CP-31); null for what organisers suggest. */
  readonly nominatedBy: PersonId | null;
  /** Asked by that one on the board, where partners are chosen in the open (tension 3). */
  readonly onBoard: boolean;
  readonly ending: Ending | null;
  readonly endedAt: Instant | null;
};

/** A proposal to which all have said yes. */
export type Pair = {
  readonly id: PairId;
  readonly memberIds: readonly PersonId[];
  readonly proposalId: ProposalId;
  readonly formedAt: Instant;
  /** When one of them ended it; who did is kept nowhere. */
  readonly endedAt: Instant | null;
};

export type ProposalRefusal =
  | { readonly code: 'not-a-member' }
  /** Somebody else looks after a match one is in oneself (CP-33). */
  | { readonly code: 'own-match' }
  /** The card is older than the proposal: it changes nothing and is brought up to date (S-07). */
  | { readonly code: 'not-open'; readonly state: ProposalState }
  | { readonly code: 'already-formed' };

export const sortedMembers = (ids: readonly PersonId[]): readonly PersonId[] => [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Reasons that nobody is ever to read are not kept with it (CP-24c). */
export const draftProposal = (
  id: ProposalId,
  memberIds: readonly PersonId[],
  reasons: readonly PairReason[],
  made: { readonly locked: boolean; readonly byHand: boolean },
): Proposal => ({
  id,
  memberIds: sortedMembers(memberIds),
  reasons: reasons.filter(({ audience }) => audience.kind !== 'nobody'),
  state: 'draft',
  locked: made.locked,
  byHand: made.byHand,
  wave: null,
  sentAt: null,
  answerBy: null,
  acceptedBy: [],
  declinedBy: null,
  nominatedBy: null,
  onBoard: false,
  ending: null,
  endedAt: null,
});

export const isMember = (proposal: Proposal, personId: PersonId): boolean => proposal.memberIds.includes(personId);

export const partnersOf = (memberIds: readonly PersonId[], personId: PersonId): readonly PersonId[] =>
  memberIds.filter((id) => id !== personId);

/** Days in which a match is to be answered; after a weekend at the latest on its Monday. */
export const daysToAnswer = 10;

/** The last day on which an answer to a match put to its people at that instant is asked for. */
export const answerDay = (at: Instant): PlainDate => {
  const day = daysAfter(dayOf(at), daysToAnswer);
  const weekday = weekdayOf(day);
  return weekday > 5 ? daysAfter(day, 8 - weekday) : day;
};

/** Whether the time to answer a match that is with its people is over on that day; a yes is still taken. A suggestion expires instead. */
export const isOverdue = (proposal: Proposal, today: PlainDate): boolean =>
  proposal.state === 'sent' && proposal.nominatedBy === null && proposal.answerBy !== null && proposal.answerBy < today;

/** Puts a draft before its members as part of a wave. Sending again what is already sent changes nothing. */
export const sendProposal = (proposal: Proposal, wave: number, at: Instant): Result<Proposal, ProposalRefusal> => {
  if (proposal.state === 'sent') return ok(proposal);
  if (proposal.state !== 'draft') return err({ code: 'not-open', state: proposal.state });
  return ok({ ...proposal, state: 'sent', wave, sentAt: at, answerBy: answerDay(at) });
};

/** One member's yes; the proposal is formed with the last one (CP-30, CP-32). Saying it again changes nothing. */
export const acceptProposal = (proposal: Proposal, personId: PersonId): Result<Proposal, ProposalRefusal> => {
  if (!isMember(proposal, personId)) return err({ code: 'not-a-member' });
  if (proposal.acceptedBy.includes(personId) && (proposal.state === 'sent' || proposal.state === 'formed')) return ok(proposal);
  if (proposal.state !== 'sent') return err({ code: 'not-open', state: proposal.state });
  const acceptedBy = [...proposal.acceptedBy, personId];
  const formed = proposal.memberIds.every((id) => acceptedBy.includes(id));
  return ok({ ...proposal, acceptedBy, state: formed ? 'formed' : 'sent' });
};

/** One member's "I'd rather not": no reason is asked or kept (CP-30, C-02). Also after a yes, until all have said it. */
export const declineProposal = (proposal: Proposal, personId: PersonId, at: Instant): Result<Proposal, ProposalRefusal> => {
  if (!isMember(proposal, personId)) return err({ code: 'not-a-member' });
  if (proposal.declinedBy === personId) return ok(proposal);
  if (proposal.state === 'formed') return err({ code: 'already-formed' });
  if (proposal.state !== 'sent' && proposal.state !== 'held') return err({ code: 'not-open', state: proposal.state });
  return ok({ ...proposal, state: 'ended', declinedBy: personId, ending: 'declined', endedAt: at });
};

/**
 * Takes back a sent proposal that waits for answers, whatever has been answered so far. Refused to its own members, of a draft, and
 * once all have said yes. What is over stays as it is, whoever ended it: asking tells nobody whether there was a decline (CP-33).
 */
export const withdrawProposal = (proposal: Proposal, by: PersonId, at: Instant): Result<Proposal, ProposalRefusal> => {
  if (isMember(proposal, by)) return err({ code: 'own-match' });
  if (proposal.state === 'formed') return err({ code: 'already-formed' });
  if (proposal.state === 'draft') return err({ code: 'not-open', state: proposal.state });
  return ok(endProposal(proposal, 'withdrawn', at));
};

/** Ends a draft or an open proposal for another cause than a decline; what is over stays as it is. */
export const endProposal = (proposal: Proposal, ending: Exclude<Ending, 'declined' | 'pair-ended'>, at: Instant): Proposal =>
  proposal.state === 'draft' || proposal.state === 'held' || proposal.state === 'sent'
    ? { ...proposal, state: 'ended', ending, endedAt: at }
    : proposal;

export const pairOf = (proposal: Proposal, id: PairId, at: Instant): Pair => ({
  id,
  memberIds: proposal.memberIds,
  proposalId: proposal.id,
  formedAt: at,
  endedAt: null,
});
