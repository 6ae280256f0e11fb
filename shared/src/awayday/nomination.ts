import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';

/** The two colleagues whom somebody would like to hear from at the Awayday (CP-81). */
export type FeedbackNomination = { readonly by: PersonId; readonly first: PersonId; readonly second: PersonId };

export type NominationRefusal =
  | { readonly code: 'nominates-self' }
  | { readonly code: 'nominates-one-twice' }
  | { readonly code: 'nominates-coaching-partner'; readonly personId: PersonId }
  | { readonly code: 'not-at-awayday'; readonly personId: PersonId };

/** Who is at the Awayday, and who has been whose coaching partner in this round: pairs, and where numbers were odd a trio. */
export type AwaydayPeople = {
  readonly participants: readonly PersonId[];
  readonly coachingPairs: readonly (readonly PersonId[])[];
};

export const areCoachingPartners = (coachingPairs: AwaydayPeople['coachingPairs'], one: PersonId, other: PersonId): boolean =>
  coachingPairs.some((members) => members.includes(one) && members.includes(other));

/** Two different colleagues who take part, neither oneself nor one's coaching partner (CP-81); refused otherwise. */
export const checkNomination = (
  { participants, coachingPairs }: AwaydayPeople,
  nomination: FeedbackNomination,
): Result<FeedbackNomination, NominationRefusal> => {
  const { by, first, second } = nomination;
  const named = [first, second];
  if (named.includes(by)) return err({ code: 'nominates-self' });
  if (first === second) return err({ code: 'nominates-one-twice' });
  const partner = named.find((id) => areCoachingPartners(coachingPairs, by, id));
  if (partner !== undefined) return err({ code: 'nominates-coaching-partner', personId: partner });
  const absent = [by, ...named].find((id) => !participants.includes(id));
  return absent === undefined ? ok(nomination) : err({ code: 'not-at-awayday', personId: absent });
};
