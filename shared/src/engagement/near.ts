import { type Instant, instant, type OperationId, type PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import type { Engagement, EngagementRefusal, PutForward } from './engagement.js';

/** For how long two coaches who were put forward wait for both answers, in days. */
export const daysToAgree = 14;
/** Of the words that say why nobody else is possible, in characters. */
export const longestNearWords = 600;

/** Why nobody else is possible, as whoever coordinates says it to both clients. */
export type NearWords = { readonly id: OperationId; readonly why: string };

const daysLater = (at: Instant, days: number): Instant => instant(new Date(Date.parse(at) + days * 86_400_000).toISOString());

const nearOnesIn = ({ near }: PutForward): readonly PersonId[] => [...new Set(near.map(({ coachId }) => coachId))];

/**
 * Puts two coaches before both clients, at least one of whom is near to a client (TT-01). Refused while others are before them, for
 * whoever was put forward before and was not agreed to, and where nobody is near. Whether they are two and two is asked where they are
 * assigned.
 */
export const putForward = (
  engagement: Engagement,
  given: Pick<PutForward, 'id' | 'holdings' | 'near'> & { readonly at: Instant },
): Result<Engagement, EngagementRefusal> => {
  const { at, ...two } = given;
  if (engagement.putForward !== null) return err({ code: 'two-two-moved-on' });
  if (two.near.length === 0) return err({ code: 'two-two-nobody-near' });
  if (two.holdings.some(({ coachId }) => engagement.notThese.includes(coachId))) return err({ code: 'two-two-not-these-again' });
  return ok({ ...engagement, putForward: { ...two, answersBy: daysLater(at, daysToAgree), agreedBy: [] } });
};

/** They are before the clients no longer, without anything that follows for anybody: it is as if nobody had been put forward. */
export const takenBack = (engagement: Engagement): Engagement => ({ ...engagement, putForward: null });

/**
 * Others are needed: a client said so, did not answer in time, or the two cannot be given any more. All of it leaves the same behind, and
 * neither who nor why; whoever was near is not put forward for these two again.
 */
export const othersNeeded = (engagement: Engagement): Engagement => {
  const { putForward: two, notThese } = engagement;
  return two === null ? engagement : { ...takenBack(engagement), notThese: [...new Set([...notThese, ...nearOnesIn(two)])] };
};

type Answer = { readonly by: PersonId; readonly id: string };

const answerable = (engagement: Engagement, { by, id }: Answer): Result<PutForward, EngagementRefusal> => {
  if (!engagement.clientIds.includes(by)) return err({ code: 'two-two-not-yours' });
  const { putForward: two } = engagement;
  return two === null || two.id !== id ? err({ code: 'two-two-moved-on' }) : ok(two);
};

/** One client's own yes to exactly these two; saying it again changes nothing. */
export const contentWith = (engagement: Engagement, answer: Answer): Result<Engagement, EngagementRefusal> => {
  const two = answerable(engagement, answer);
  if (!two.ok) return two;
  const { agreedBy } = two.value;
  if (agreedBy.includes(answer.by)) return ok(engagement);
  return ok({ ...engagement, putForward: { ...two.value, agreedBy: [...agreedBy, answer.by] } });
};

/** One client would rather have others, also after their yes; no reason is asked. */
export const ratherOthers = (engagement: Engagement, answer: Answer): Result<Engagement, EngagementRefusal> => {
  const two = answerable(engagement, answer);
  return two.ok ? ok(othersNeeded(engagement)) : two;
};

/** Whether both clients have said yes to them: one yes gives nobody to anybody. */
export const bothAreContent = ({ clientIds, putForward: two }: Engagement): boolean =>
  two !== null && clientIds.every((client) => two.agreedBy.includes(client));

/** As it stands at an instant: two to whom not both said yes in time are before nobody any more, just as if somebody had said no. */
export const nearAsOf = (engagement: Engagement, now: Instant): Engagement =>
  engagement.putForward !== null && now >= engagement.putForward.answersBy ? othersNeeded(engagement) : engagement;

/** Everybody who is before both clients, or was and is not again. */
export const nearIn = ({ putForward: two, notThese }: Pick<Engagement, 'putForward' | 'notThese'>): readonly PersonId[] => [
  ...(two === null ? [] : two.holdings.map(({ coachId }) => coachId)),
  ...notThese,
];

/** The same without somebody who has left the organisation (C-09). */
export const withoutNear = (engagement: Engagement, gone: PersonId): Engagement => {
  const { putForward: two, notThese } = engagement;
  const isPutForward = two?.holdings.some(({ coachId }) => coachId === gone) ?? false;
  if (!isPutForward && !notThese.includes(gone)) return engagement;
  const next = isPutForward ? othersNeeded(engagement) : engagement;
  return { ...next, notThese: next.notThese.filter((one) => one !== gone) };
};
