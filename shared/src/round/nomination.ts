import type { Instant, PersonId, ProposalId } from '../ids.js';
import type { PairReason } from '../matching/reasons.js';
import { err, ok, type Result } from '../result.js';
import { isMatchedAnew, type Participant } from './participation.js';
import { answerDay, draftProposal, isMember, type Proposal, type ProposalRefusal, partnersOf } from './proposal.js';
import { inState, matchStates, type Round, type RoundRefusal } from './round.js';

export type NominationRefusal =
  /** Only whoever has a match before them, or whose match came to nothing, names somebody (CP-31). */
  | { readonly code: 'may-not-suggest' }
  /** One suggestion at a time; it can be taken back. */
  | { readonly code: 'suggestion-open' };

/** Questions of others that may lie before one person at the same time, besides their own match. */
export const mostAsks = 5;

/** A match that one of its people suggested, rather than the organisers. */
export const isNomination = ({ nominatedBy }: Pick<Proposal, 'nominatedBy'>): boolean => nominatedBy !== null;

/** Neither formed nor over, and no draft. */
export const isOpen = ({ state }: Pick<Proposal, 'state'>): boolean => state === 'sent' || state === 'held';

/** With its people, and suggested by the organisers: what everybody who looks after a round may know of. */
export const isPutToPeople = (proposal: Proposal): boolean => proposal.state === 'sent' && !isNomination(proposal);

/** Whom an open match lies before: all of its people; of a suggestion that is held back only whoever made it. */
export const askedOf = ({ state, memberIds, nominatedBy }: Proposal): readonly PersonId[] =>
  state === 'held' && nominatedBy !== null ? [nominatedBy] : memberIds;

/** Every match that lies before somebody: their own, and those with people who named them. */
export const held = ({ match, asks }: Participant): readonly ProposalId[] => [
  ...(match.kind === 'open' ? [match.proposalId] : []),
  ...asks,
];

/** The match before somebody is one that they suggested themselves; `own` is the proposal that their row names. */
export const awaitsNominee = ({ personId, match }: Participant, own: Proposal | null): boolean =>
  match.kind === 'open' && own !== null && own.id === match.proposalId && own.nominatedBy === personId;

/**
 * Whether somebody may name their own choice now (CP-31): whoever holds a match, answered with yes or not at all, and whoever's
 * match came to nothing. Both alike, so that a suggestion does not tell who declined (CP-33).
 */
export const mayNominate = (
  round: Round,
  participant: Participant,
  own: Proposal | null,
): Result<Participant, RoundRefusal | NominationRefusal> => {
  const allowed = inState(round, ...matchStates);
  if (!allowed.ok) return allowed;
  if (awaitsNominee(participant, own)) return err({ code: 'suggestion-open' });
  const { answer, match } = participant;
  const isReworked = match.kind === 'reworking' && (round.state === 'proposed' || isMatchedAnew(participant));
  const may = answer === 'joined' && (match.kind === 'open' || isReworked);
  return may ? ok(participant) : err({ code: 'may-not-suggest' });
};

export type Suggestion = {
  readonly id: ProposalId;
  readonly by: PersonId;
  readonly nominee: PersonId;
  readonly reasons: readonly PairReason[];
  /** Of the same function: the people partner is asked first. */
  readonly held: boolean;
  /** Asked on the board, rather than suggested instead of a match. */
  readonly onBoard?: boolean;
  readonly at: Instant;
};

/** The match that somebody suggests: their yes is in it, the other's is still to be asked for (CP-32). */
export const nominate = ({ id, by, nominee, reasons, held: isHeld, onBoard = false, at }: Suggestion): Proposal => ({
  ...draftProposal(id, [by, nominee], reasons, { locked: false, byHand: false }),
  state: isHeld ? 'held' : 'sent',
  sentAt: isHeld ? null : at,
  answerBy: answerDay(at),
  acceptedBy: [by],
  nominatedBy: by,
  onBoard,
});

/** The people partner's tap: the one who is named is asked, with as many days to answer as anybody. A second tap changes nothing. */
export const passOn = (proposal: Proposal, by: PersonId, at: Instant): Result<Proposal, ProposalRefusal> => {
  if (isMember(proposal, by)) return err({ code: 'own-match' });
  if (proposal.state === 'sent' && isNomination(proposal)) return ok(proposal);
  if (proposal.state !== 'held') return err({ code: 'not-open', state: proposal.state });
  return ok({ ...proposal, state: 'sent', sentAt: at, answerBy: answerDay(at) });
};

/** Whom a suggestion names; null for any other match. */
export const nomineeOf = ({ memberIds, nominatedBy }: Proposal): PersonId | null =>
  nominatedBy === null ? null : (partnersOf(memberIds, nominatedBy)[0] ?? null);
