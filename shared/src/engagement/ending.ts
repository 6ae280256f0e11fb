import { type Instant, instant, type PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Engagement, type EngagementRefusal, fourOf, isAt } from './engagement.js';

/** What was shared stays readable to the four for so many days after the end, and is then deleted (C-10). */
export const daysKept = 30;

const ofTheFour = (engagement: Engagement, by: PersonId): boolean => fourOf(engagement).includes(by);

/** One of the four says that the closing session comes next. */
export const beginClosing = (engagement: Engagement, by: PersonId): Result<Engagement, EngagementRefusal> => {
  if (!ofTheFour(engagement, by)) return err({ code: 'two-two-not-yours' });
  return engagement.state === 'active' ? ok({ ...engagement, state: 'closing' }) : err({ code: 'two-two-wrong-state' });
};

/** It has come to its end as agreed. */
export const complete = (engagement: Engagement, by: PersonId, at: Instant): Result<Engagement, EngagementRefusal> => {
  if (!ofTheFour(engagement, by)) return err({ code: 'two-two-not-yours' });
  if (engagement.state !== 'closing') return err({ code: 'two-two-wrong-state' });
  return ok({ ...engagement, state: 'closed', closed: { at, how: 'completed' } });
};

/**
 * Either client or either coach ends it at any time after coaches were found, without a reason; who it was is kept nowhere (TT-64).
 * Before that a client says no to the enquiry.
 */
export const endAt = (engagement: Engagement, by: PersonId, at: Instant): Result<Engagement, EngagementRefusal> => {
  if (!ofTheFour(engagement, by)) return err({ code: 'two-two-not-yours' });
  if (isAt(engagement, 'enquiry', 'closed')) return err({ code: 'two-two-wrong-state' });
  return ok({ ...engagement, state: 'closed', closed: { at, how: 'ended' } });
};

/** The sponsor has left the organisation: it goes on without one, since it is the four who work on it (C-09, TT-64). */
export const withoutSponsor = (engagement: Engagement): Engagement => ({
  ...engagement,
  sponsorId: null,
  acceptances: engagement.acceptances.filter(({ party }) => party !== 'sponsor'),
});

/** Until when what was shared can be read; null while it goes on. */
export const keptUntil = ({ closed }: Pick<Engagement, 'closed'>): Instant | null =>
  closed === null ? null : instant(new Date(Date.parse(closed.at) + daysKept * 86_400_000).toISOString());

/** Whether what was shared is to be deleted, and is shown to nobody any more. */
export const isPastKeeping = (engagement: Pick<Engagement, 'closed'>, now: Instant): boolean => {
  const until = keptUntil(engagement);
  return until !== null && now >= until;
};
