import type { Instant, OperationId, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type MeetingDone, type RoundMeeting, wantMeeting, withMade, withSeen } from '../round/meeting.js';
import { inState, type Round, type RoundRefusal, type RoundState } from '../round/round.js';
import type { Seen } from '../sessions/session.js';
import { isTimeZone, localDayOf, localTimeOf } from '../time.js';
import { type AgendaItem, defaultAgenda, isSameAgenda } from './agenda.js';
import { type AwaydayPlan, beginOfDay } from './plan.js';

/** From when on people know of the round, until it is over. */
const plannable = [
  ...(['kick-off', 'inviting', 'matching', 'proposed'] as const),
  ...(['choosing', 'active', 'awayday'] as const),
] as const satisfies readonly RoundState[];

/** Whether the Awayday can be planned, or its plan changed. */
export const canPlan = (round: Round): Result<Round, RoundRefusal> => inState(round, ...plannable);

/** Whether there is to be time for choosing partners in the open. */
export const choosesThere = ({ mode }: Pick<Round, 'mode'>): boolean => mode === 'open-choice';

export type AwaydayWish = Omit<AwaydayPlan, 'agenda' | 'meeting'>;

type Planned = { readonly round: Round; readonly plan: AwaydayPlan };

const planned = (round: Round): Result<Planned, RoundRefusal> => {
  const may = canPlan(round);
  if (!may.ok) return may;
  return round.awayday === null ? err({ code: 'awayday-missing' }) : ok({ round, plan: round.awayday });
};

const put = (round: Round, plan: AwaydayPlan): Round => ({ ...round, awayday: plan });

/** An agenda that nobody has touched follows the form of the day. */
const agendaFor = (round: Round, wish: AwaydayWish): readonly AgendaItem[] => {
  const before = round.awayday;
  const fresh = defaultAgenda(wish.form, choosesThere(round));
  if (before === null) return fresh;
  return isSameAgenda(before.agenda, defaultAgenda(before.form, choosesThere(round))) ? fresh : before.agenda;
};

const wished = ['form', 'day', 'time', 'zone', 'minutes', 'location'] as const;
const isWished = (plan: AwaydayPlan, wish: AwaydayWish): boolean => wished.every((field) => plan[field] === wish[field]);

/** What becomes of a meeting that stands in somebody's Outlook: its time and place are changed by them alone. */
const moved = (before: AwaydayPlan | null, wish: AwaydayWish, start: Instant, by: PersonId): Result<RoundMeeting | null, RoundRefusal> => {
  const meeting = before?.meeting ?? null;
  if (meeting === null) return ok(null);
  const { minutes, location } = wish;
  if (meeting.start === start && meeting.minutes === minutes && meeting.location === location) return ok(meeting);
  const next = wantMeeting(meeting, { ...meeting, start, minutes, location }, by);
  return next === null ? err({ code: 'awayday-of-another', personId: meeting.organiserId }) : ok(next);
};

/**
 * Fixes the day, the place and the form of the Awayday, or changes them (CP-80). Refused for a time that has passed, for a plan that
 * somebody else has changed meanwhile, and for another time or place of what stands in somebody else's Outlook. Asked for again it changes nothing.
 */
export const planAwayday = (round: Round, wish: AwaydayWish, by: PersonId, now: Instant): Result<Round, RoundRefusal> => {
  const may = canPlan(round);
  if (!may.ok) return may;
  if (!isTimeZone(wish.zone)) return err({ code: 'awayday-zone-unknown', zone: wish.zone });
  const before = round.awayday;
  if (before !== null && isWished(before, wish)) return ok(round);
  if (wish.revision !== (before?.revision ?? 0)) return err({ code: 'awayday-changed' });
  const start = beginOfDay(wish);
  if (start <= now) return err({ code: 'awayday-in-past' });
  const kept = moved(before, wish, start, by);
  if (!kept.ok) return kept;
  return ok(put(round, { ...wish, meeting: kept.value, agenda: agendaFor(round, wish), revision: wish.revision + 1 }));
};

/** Writes the agenda anew. Refused where somebody else has changed the plan meanwhile; asked for again it changes nothing. */
export const writeAgenda = (round: Round, revision: number, items: readonly AgendaItem[]): Result<Round, RoundRefusal> => {
  const found = planned(round);
  if (!found.ok) return found;
  const { plan } = found.value;
  if (isSameAgenda(plan.agenda, items)) return ok(round);
  if (revision !== plan.revision) return err({ code: 'awayday-changed' });
  return ok(put(round, { ...plan, agenda: items, revision: revision + 1 }));
};

/** Wants the Awayday in the calendars of all whom it is for, from the Outlook of whoever asks. */
export const callAwayday = (round: Round, by: PersonId, key: OperationId, now: Instant): Result<Round, RoundRefusal> => {
  const found = planned(round);
  if (!found.ok) return found;
  const { plan } = found.value;
  const start = beginOfDay(plan);
  if (start <= now) return err({ code: 'awayday-in-past' });
  const { meeting, minutes, location } = plan;
  if (meeting !== null && meeting.organiserId !== by) return err({ code: 'awayday-of-another', personId: meeting.organiserId });
  return meeting === null ? ok(put(round, { ...plan, meeting: wantMeeting(null, { start, minutes, location, key }, by) })) : ok(round);
};

const withMeeting = (round: Round, key: OperationId, next: (meeting: RoundMeeting) => RoundMeeting | null): Round => {
  const found = planned(round);
  const meeting = found.ok ? found.value.plan.meeting : null;
  if (!found.ok || meeting?.key !== key) return round;
  const changed = next(meeting);
  return changed === meeting ? round : put(round, { ...found.value.plan, meeting: changed });
};

/** Notes what Outlook holds now; kept only for the very meeting that it was done for. */
export const awaydayMade = (round: Round, done: MeetingDone, whole: boolean): Round =>
  withMeeting(round, done.key, (meeting) => withMade(meeting, done, whole));

/** It stands in no calendar any more; the day stays. */
export const awaydayGone = (round: Round, key: OperationId): Round => withMeeting(round, key, () => null);

/** What was changed in Outlook itself is followed: the day, the time, the length and the place of the plan with it. */
export const awaydayFollowed = (round: Round, key: OperationId, seen: Seen): Round => {
  const next = withMeeting(round, key, (meeting) => withSeen(meeting, seen));
  const plan = next.awayday;
  if (next === round || plan === null || plan.meeting === null) return next;
  const { start, minutes, location } = plan.meeting;
  const time = localTimeOf(start, plan.zone).slice(-5);
  return put(next, { ...plan, day: localDayOf(start, plan.zone), time, minutes, location, revision: plan.revision + 1 });
};
