import type { Instant, PlainDate } from '../ids.js';
import { daysAfter, localDayOf } from '../time.js';
import { fitsBudget, type Weight } from './budget.js';
import { daysOf, isStaleAfter, type Occasion } from './occasions.js';
import { isPaused } from './pause.js';
import { nextSlot, type Slot, slotOn, type WorkingTime, workingDayFrom } from './working-time.js';

/** A reminder that somebody got, and when; `subject` as in the occasion. */
export type Reminded = { readonly kind: Occasion['kind']; readonly subject: string; readonly at: Instant };

/** What one person was told of the product's own accord. */
export type Told = {
  /** Messages of this round, reminders or not, sent or on their way. */
  readonly messages: number;
  /** Reminders sent, of whatever round. */
  readonly reminders: readonly Reminded[];
  /** One is written and not sent yet. */
  readonly waiting: boolean;
};

export type Reminder = {
  readonly occasion: Occasion;
  /** 1 for the first about this subject. */
  readonly step: number;
  readonly weight: Weight;
  readonly due: Slot;
};

/** Where somebody lives, when they work there, and until which day they want no reminders; null or left out where they do. */
export type Whereabouts = { readonly zone: string; readonly hours: WorkingTime; readonly pausedUntil?: PlainDate | null };

const latest = (days: readonly PlainDate[]): PlainDate | null => [...days].sort().at(-1) ?? null;

const remindedOn = (reminders: readonly Reminded[], zone: string): PlainDate | null =>
  latest(reminders.map(({ at }) => localDayOf(at, zone)));

/** The earliest slot from `now` on for something meant for that day, not in a pause, and not on the day of the last reminder of any kind. */
const slotFor = (day: PlainDate, { zone, hours, pausedUntil = null }: Whereabouts, lastDay: PlainDate | null, now: Instant): Slot => {
  const meant = slotOn(day, zone, hours);
  const soon = meant.at >= now ? meant : nextSlot(now, zone, hours);
  const paused = pausedUntil !== null && isPaused(pausedUntil, localDayOf(soon.at, zone));
  const slot = paused ? slotOn(workingDayFrom(pausedUntil, hours), zone, hours) : soon;
  if (lastDay === null || localDayOf(slot.at, zone) > lastDay) return slot;
  return slotOn(workingDayFrom(daysAfter(lastDay, 1), hours), zone, hours);
};

/** What stands in the tab, too, and nobody else waits for. */
const asNews: readonly Occasion['kind'][] = ['matches-overdue', 'rhythm-nudge', 'left-sessions'];

/** The last of several reminders weighs more than those before it, and a wish for which another waits as much. */
const weightOf = ({ kind }: Occasion, isLast: boolean, isFirst: boolean): Weight => {
  // The first of them is the question; the other only says so again.
  if (kind === 'pulse') return isFirst ? 'last-call' : 'early';
  if (asNews.includes(kind)) return 'news';
  // Nothing else is told in a round that is over, and what is deleted does not come back.
  if (kind === 'pair-texts-end') return 'essential';
  return isLast ? 'last-call' : 'early';
};

const nextOf = (occasion: Occasion, told: Told, where: Whereabouts, now: Instant): Reminder | null => {
  const { zone, hours } = where;
  const about = told.reminders.filter(({ kind, subject }) => kind === occasion.kind && subject === occasion.subject);
  const before = remindedOn(about, zone);
  const days = daysOf(occasion, zone, hours);
  const weigh = (day: PlainDate): Weight => weightOf(occasion, day === days.at(-1), day === days[0]);
  const open = days.filter((day) => (before === null || day > before) && fitsBudget(weigh(day), told.messages));
  const overdue = open.filter((day) => slotOn(day, zone, hours).at <= now);
  // Of several that are overdue the last stands for all.
  const day = overdue.at(-1) ?? open[0];
  if (day === undefined) return null;
  const due = slotFor(day, where, remindedOn(told.reminders, zone), now);
  return isStaleAfter(occasion, localDayOf(due.at, zone)) ? null : { occasion, step: days.indexOf(day) + 1, weight: weigh(day), due };
};

/**
 * The next reminder of one person and when exactly it is due, from now on: in their working time, at most one a day whatever it is
 * about, none in a pause or after the last day for an answer, none that CP-73 has no room for; null when there is none. As long as
 * one is on its way there is no other, so that after an outage all that is overdue becomes one.
 */
export const nextReminder = (occasions: readonly Occasion[], told: Told, where: Whereabouts, now: Instant): Reminder | null => {
  if (told.waiting) return null;
  const found = occasions.map((occasion) => nextOf(occasion, told, where, now)).filter((one) => one !== null);
  return found.sort((one, other) => (one.due.at < other.due.at ? -1 : one.due.at > other.due.at ? 1 : 0))[0] ?? null;
};
