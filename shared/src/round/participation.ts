import type { Instant, PairId, PersonId, PlainDate, ProposalId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Round, RoundState } from './round.js';

export const answers = ['none', 'joined', 'sitting-out'] as const;
export type Answer = (typeof answers)[number];

/** Which match somebody is before or in; a person is never in two, since this one row would have to say both. */
export type Match =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly proposalId: ProposalId }
  /** An earlier match came to nothing; the same whoever said no (CP-33). */
  | { readonly kind: 'reworking' }
  | { readonly kind: 'paired'; readonly proposalId: ProposalId; readonly pairId: PairId };

/** Somebody of the round's population, and what they said to the invitation (CP-11). */
export type Participant = {
  readonly personId: PersonId;
  readonly answer: Answer;
  readonly invitedAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** Which version of "who sees what" stood before them when they joined (C-01); null unless joined. */
  readonly disclosureVersion: number | null;
  readonly match: Match;
  /** Matches with people who named them, which lie before them besides their own; none of them is a yes (CP-31). */
  readonly asks: readonly ProposalId[];
  /** Pairs of this round that they were in and that have ended. */
  readonly former: readonly PairId[];
  /** Set aside by organisers until this day, the first on which they are back; null where they are not. Why is kept nowhere. */
  readonly pausedUntil: PlainDate | null;
  /** When an administrator asked them for themselves, after everybody else; null for whom that was never done. */
  readonly askedLateAt: Instant | null;
};

/** Whether a match is made for them after the announcement, too: their pair has ended, or they were asked late. */
export const isMatchedAnew = ({ former, askedLateAt }: Pick<Participant, 'former' | 'askedLateAt'>): boolean =>
  former.length > 0 || askedLateAt !== null;

export type ParticipationRefusal =
  | { readonly code: 'wrong-state'; readonly state: RoundState; readonly needed: readonly RoundState[] }
  | { readonly code: 'who-sees-what-changed'; readonly version: number }
  | { readonly code: 'in-a-pair' };

const answerable = ['inviting', 'matching', 'proposed', 'choosing'] as const;

export const isAnswerable = (round: Round): boolean => answerable.some((state) => state === round.state);

/** The same for one person: whoever is asked late can answer after the announcement, too, as long as matches are made. */
export const mayAnswer = (round: Round, { askedLateAt }: Participant): boolean =>
  isAnswerable(round) || (round.state === 'active' && askedLateAt !== null);

/** Somebody of the audience before they were asked. */
export const member = (personId: PersonId): Participant => ({
  personId,
  answer: 'none',
  invitedAt: null,
  answeredAt: null,
  disclosureVersion: null,
  match: { kind: 'none' },
  asks: [],
  former: [],
  pausedUntil: null,
  askedLateAt: null,
});

/** Notes that the invitation was written for them. */
export const invited = (participant: Participant, at: Instant): Participant =>
  participant.invitedAt === null ? { ...participant, invitedAt: at } : participant;

/**
 * "I'm in." Refused outside joining time, and when "who sees what" has changed since it was shown (C-01).
 * Saying it again changes nothing.
 */
export const join = (
  round: Round,
  participant: Participant,
  shown: { readonly disclosureVersion: number; readonly at: Instant },
): Result<Participant, ParticipationRefusal> => {
  if (!mayAnswer(round, participant)) return err({ code: 'wrong-state', state: round.state, needed: answerable });
  if (shown.disclosureVersion !== round.disclosureVersion) return err({ code: 'who-sees-what-changed', version: round.disclosureVersion });
  if (participant.answer === 'joined') return ok(participant);
  return ok({ ...participant, answer: 'joined', answeredAt: shown.at, disclosureVersion: shown.disclosureVersion });
};

/**
 * "Not this time", without a reason and at any moment before a pair is formed (CP-11). Every match that lies before them is
 * to be ended in the same change.
 */
export const sitOut = (round: Round, participant: Participant, at: Instant): Result<Participant, ParticipationRefusal> => {
  if (participant.match.kind === 'paired') return err({ code: 'in-a-pair' });
  if (!mayAnswer(round, participant)) return err({ code: 'wrong-state', state: round.state, needed: answerable });
  if (participant.answer === 'sitting-out') return ok(participant);
  return ok({ ...participant, answer: 'sitting-out', answeredAt: at, disclosureVersion: null, match: { kind: 'none' }, asks: [] });
};
