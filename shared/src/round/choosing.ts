import type { Instant, PersonId, ProposalId } from '../ids.js';
import type { PairReason } from '../matching/reasons.js';
import { err, ok, type Result } from '../result.js';
import { awaitsNominee, isNomination, isOpen, mostAsks } from './nomination.js';
import type { Participant, ParticipationRefusal } from './participation.js';
import { draftProposal, type Proposal } from './proposal.js';
import { inState, type Round, type RoundRefusal } from './round.js';

/** Mode *Open choice* (tensions 1 and 3): partners ask each other, two yeses make a pair, and pairs show at once to all who take part. */

export type ChoosingRefusal =
  /** In a pair already, not in the round, asked by many just now, or ruled out for a cause that is nobody's business: all in the same words. */
  | { readonly code: 'cannot-be-asked' }
  /** Whoever did not join asks nobody. */
  | { readonly code: 'not-choosing' }
  /** One ask at a time; it can be taken back. */
  | { readonly code: 'ask-open' }
  /** It was taken back, or one of the two has found a partner, or a rule has come between them: nobody who answers it reads which. */
  | { readonly code: 'ask-over' }
  /** The other one has said yes at that very moment. */
  | { readonly code: 'ask-granted' };

/** Opens the board. Only in a round whose partners are chosen in the open; refused while fewer than two have joined. Late answers stay possible. */
export const openChoosing = (round: Round, joined: number): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'inviting');
  if (!allowed.ok) return allowed;
  if (round.mode !== 'open-choice') return err({ code: 'other-mode', mode: round.mode });
  return joined < 2 ? err({ code: 'nobody-joined' }) : ok({ ...round, state: 'choosing' });
};

/** Freezes the board: what has formed are the pairs, and the six months begin. Asks that are open come to nothing. */
export const freezeChoosing = (round: Round): Result<Round, RoundRefusal> => {
  const allowed = inState(round, 'choosing');
  return allowed.ok ? ok({ ...round, state: 'active', announced: true }) : allowed;
};

/** Whether somebody may ask another now: one ask at a time, which can be taken back. `own` is the proposal that their row names. */
export const mayAsk = (
  round: Round,
  participant: Participant,
  own: Proposal | null,
): Result<Participant, RoundRefusal | ParticipationRefusal | ChoosingRefusal> => {
  const allowed = inState(round, 'choosing');
  if (!allowed.ok) return allowed;
  if (participant.match.kind === 'paired') return err({ code: 'in-a-pair' });
  if (participant.answer !== 'joined') return err({ code: 'not-choosing' });
  return awaitsNominee(participant, own) ? err({ code: 'ask-open' }) : ok(participant);
};

/** Everybody who has joined and is in no pair, whatever lies before them: asking and being asked shows to nobody. */
export const isUnpaired = ({ answer, match }: Pick<Participant, 'answer' | 'match'>): boolean =>
  answer === 'joined' && match.kind !== 'paired';

/** As many wait for their answer as may: they are asked no more until they have answered one. */
export const isAskedByMany = ({ asks }: Pick<Participant, 'asks'>): boolean => asks.length >= mostAsks;

const isOwnAsk = ({ onBoard, nominatedBy }: Proposal, asker: PersonId): boolean => onBoard && nominatedBy === asker;
const wasOwnPair = ({ ending, memberIds }: Proposal, personId: PersonId): boolean =>
  ending === 'pair-ended' && memberIds.includes(personId);

/**
 * Who has said no to this person: they are not asked again by them, but may ask them. From where the asker stands it is as if
 * they had found another.
 */
export const saidNoTo = (proposals: readonly Proposal[], asker: PersonId): ReadonlySet<PersonId> =>
  new Set(
    proposals.flatMap(({ nominatedBy, declinedBy }) =>
      nominatedBy === asker && declinedBy !== null && declinedBy !== asker ? [declinedBy] : [],
    ),
  );

/** Whom this person asks no more on the board: who has said no to them, and with whom their pair has ended, which is so for both alike. */
export const askedNoMore = (proposals: readonly Proposal[], asker: PersonId): ReadonlySet<PersonId> =>
  new Set([...saidNoTo(proposals, asker), ...proposals.filter((one) => wasOwnPair(one, asker)).flatMap(({ memberIds }) => memberIds)]);

/** The ask by which the other one has asked already: to ask back is to say yes. */
export const askedAlready = (proposals: readonly Proposal[], { asks }: Pick<Participant, 'asks'>, by: PersonId): Proposal | null =>
  proposals.find((one) => asks.includes(one.id) && isNomination(one) && isOpen(one) && one.nominatedBy === by) ?? null;

export type InPerson = {
  readonly id: ProposalId;
  readonly memberIds: readonly [PersonId, PersonId];
  readonly reasons: readonly PairReason[];
  readonly at: Instant;
};

/** A pair that two have made in the room, face to face, and that an administrator enters with both yeses. */
export const pairedInPerson = ({ id, memberIds, reasons, at }: InPerson): Proposal => ({
  ...draftProposal(id, memberIds, reasons, { locked: false, byHand: true }),
  state: 'formed',
  sentAt: at,
  acceptedBy: memberIds,
});

/** An ask that was sent while the board froze: nobody is left who could answer it. */
export const isStrayAsk = ({ state }: Pick<Round, 'state'>, proposal: Proposal): boolean =>
  state !== 'choosing' && proposal.onBoard && isOpen(proposal);

/**
 * What somebody in no pair and with no ask of their own has behind them: `again` where their last ask came to nothing, whatever the cause;
 * `ended` where the last was a pair, for both alike. Whoever took an ask back is simply free (CP-33).
 */
export const standingAfter = (proposals: readonly Proposal[], personId: PersonId): 'free' | 'again' | 'ended' => {
  const over = proposals.filter((one) => one.endedAt !== null && (isOwnAsk(one, personId) || wasOwnPair(one, personId)));
  const [last] = over.sort((one, other) => ((one.endedAt ?? '') < (other.endedAt ?? '') ? 1 : -1));
  if (last === undefined || last.declinedBy === personId) return 'free';
  return wasOwnPair(last, personId) ? 'ended' : 'again';
};

/** How many are without a partner: for the round leader alone, who helps them in person. */
export const leftCount = (people: readonly Participant[]): number => people.filter(isUnpaired).length;
