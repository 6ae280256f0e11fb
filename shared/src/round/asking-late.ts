import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { member, type Participant } from './participation.js';
import { inState, type Round, type RoundRefusal } from './round.js';

export type AskingLateRefusal =
  /** They are asked already and can answer by themselves, or have joined: nobody is pressed (CP-11). */
  { readonly code: 'asked-already'; readonly personId: PersonId };

/** From the invitations until the Awayday: as long as matches can be made. */
export const lateStates = ['inviting', 'matching', 'proposed', 'choosing', 'active'] as const;

/**
 * Asks one more person to join a round under way: somebody new, whose row is `null` so far, or, once the pairs are announced, somebody of
 * the audience who did not join and wants to now. What they have answered stays as it is until they answer again. Refused before the
 * invitations and after the Awayday has begun, and for whoever can answer by themselves already.
 */
export const askLate = (
  round: Round,
  asked: { readonly personId: PersonId; readonly row: Participant | null; readonly at: Instant },
): Result<Participant, RoundRefusal | AskingLateRefusal> => {
  const allowed = inState(round, ...lateStates);
  if (!allowed.ok) return allowed;
  const { personId, row, at } = asked;
  const canAnswer = row !== null && (round.state !== 'active' || row.askedLateAt !== null);
  if (row !== null && (canAnswer || row.answer === 'joined')) return err({ code: 'asked-already', personId });
  return ok({ ...(row ?? member(personId)), invitedAt: at, askedLateAt: at });
};

/** Whether they have not said anything since they were asked late. */
export const awaitsLateAnswer = ({ answer, answeredAt, askedLateAt }: Participant): boolean =>
  askedLateAt !== null && answer !== 'joined' && (answeredAt === null || answeredAt <= askedLateAt);
