import type { Instant, PlainDate } from '../ids.js';
import { usualWorkingTime } from '../reminders/working-time.js';
import type { RoundMeeting } from '../round/meeting.js';
import { daysAfter, instantOfLocal, localDayOf, weekdayOf } from '../time.js';
import type { AgendaItem, AwaydayForm } from './agenda.js';

/** When and where the whole team meets at the end of a round, and what is on when (CP-80). */
export type AwaydayPlan = {
  readonly form: AwaydayForm;
  readonly day: PlainDate;
  /** What the clock shows at the place as it begins, e.g. `09:00`. */
  readonly time: string;
  /** IANA zone of the place. */
  readonly zone: string;
  /** From the beginning to the end. */
  readonly minutes: number;
  /** Where, in the organisers' words; null: in Teams. */
  readonly location: string | null;
  readonly agenda: readonly AgendaItem[];
  /** Counts the changes, so that nobody writes over what somebody else has changed meanwhile. */
  readonly revision: number;
  /** Null while it stands in no calendar. */
  readonly meeting: RoundMeeting | null;
};

/** When it begins. */
export const beginOfDay = ({ day, time, zone }: Pick<AwaydayPlan, 'day' | 'time' | 'zone'>): Instant =>
  instantOfLocal(`${day}T${time}`, zone);

/** On which day it is where nobody has said so: the last of the round, or the last before it that people usually work on (CP-13, CP-80). */
export const usualDay = (endsOn: PlainDate): PlainDate =>
  usualWorkingTime.days.includes(weekdayOf(endsOn)) ? endsOn : usualDay(daysAfter(endsOn, -1));

export const awaydayTimes = ['ahead', 'today', 'past'] as const;
export type AwaydayTime = (typeof awaydayTimes)[number];

/** Whether its day is still to come, is today or is over, by the clock of the place. */
export const timeOf = ({ day, zone }: Pick<AwaydayPlan, 'day' | 'zone'>, now: Instant): AwaydayTime => {
  const today = localDayOf(now, zone);
  return day === today ? 'today' : day > today ? 'ahead' : 'past';
};
