import type { Instant, PersonId } from '../ids.js';
import type { Round } from '../round/round.js';
import { dayOf, daysAfter } from '../time.js';
import { goneAfterDays } from './spans.js';

/** Whether an account that was missed at that instant is gone for good by now. */
export const isGoneForGood = (noticedAt: Instant, now: Instant): boolean => dayOf(now) > daysAfter(dayOf(noticedAt), goneAfterDays);

/**
 * Whether so many missing accounts can be true. A directory that answers with half of what is there, for want of a permission or in the
 * middle of a move, must never be taken for people who have left.
 */
export const canBeTrue = (missing: number, asked: number): boolean => missing <= 5 || missing * 10 <= asked;

/** Whoever is in charge of a round that is not over has to be followed by somebody first. */
export const isInCharge = ({ state, leaderId, peoplePartnerId, administratorIds }: Round, person: PersonId): boolean =>
  state !== 'closed' && [leaderId, peoplePartnerId, ...administratorIds].includes(person);
