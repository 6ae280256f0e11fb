import type { Instant, PlainDate } from '../ids.js';
import { daysAfter, instantOfLocal, localTimeOf, weekdayOf } from '../time.js';

/** When somebody is at work on the clock of their own zone; minutes count from midnight. */
export type WorkingTime = {
  /** 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
  readonly from: number;
  /** Not included. */
  readonly to: number;
};

/** Where nothing else is known. */
export const usualWorkingTime: WorkingTime = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };

/** Nobody is written to between 22:00 and 7:00 of their own day, whatever their working time says. */
const nightEnds = 7 * 60;
const nightBegins = 22 * 60;

/** When something is to be said: the instant, and where and as what it was meant, so that it can be reckoned anew. */
export type Slot = {
  readonly at: Instant;
  readonly zone: string;
  /** What the clock on the wall is to show, e.g. `2026-11-23T09:00`. */
  readonly localIntent: string;
};

/** The hours in which to write, by day; what would be empty is the usual instead. */
const openHours = ({ days, from, to }: WorkingTime): WorkingTime => {
  const open = { days: days.filter((day) => day >= 1 && day <= 7), from: Math.max(from, nightEnds), to: Math.min(to, nightBegins) };
  return open.days.length > 0 && open.from < open.to ? open : usualWorkingTime;
};

/** The working hours of a mailbox where it has any that can be kept, else the usual ones. */
export const workingTimeOf = (person: { readonly workingHours?: WorkingTime | null | undefined } | undefined): WorkingTime =>
  openHours(person?.workingHours ?? usualWorkingTime);

const dayIn = (local: string): PlainDate => local.slice(0, 10) as PlainDate;
const minuteIn = (local: string): number => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
/** A minute of the day as a clock shows it, e.g. `09:00`. */
export const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;

/** Whether it is night where they are, when nobody is written to whatever it is about. */
export const isNight = (at: Instant, zone: string): boolean => {
  const minute = minuteIn(localTimeOf(at, zone));
  return minute < nightEnds || minute >= nightBegins;
};

export const isWorkingDay = (day: PlainDate, hours: WorkingTime): boolean => openHours(hours).days.includes(weekdayOf(day));

export const isWorkingTime = (at: Instant, zone: string, hours: WorkingTime): boolean => {
  const open = openHours(hours);
  const local = localTimeOf(at, zone);
  return isWorkingDay(dayIn(local), hours) && minuteIn(local) >= open.from && minuteIn(local) < open.to;
};

/** The beginning of work on a day. */
export const slotOn = (day: PlainDate, zone: string, hours: WorkingTime): Slot => {
  const localIntent = `${day}T${clockTime(openHours(hours).from)}`;
  return { at: instantOfLocal(localIntent, zone), zone, localIntent };
};

/** The first working day from this one on. */
export const workingDayFrom = (day: PlainDate, hours: WorkingTime): PlainDate =>
  isWorkingDay(day, hours) ? day : workingDayFrom(daysAfter(day, 1), hours);

/** This very instant if it is working time where they are, else the next beginning of work. */
export const nextSlot = (from: Instant, zone: string, hours: WorkingTime): Slot => {
  const local = localTimeOf(from, zone);
  if (isWorkingTime(from, zone, hours)) return { at: from, zone, localIntent: local };
  const today = dayIn(local);
  const early = isWorkingDay(today, hours) && minuteIn(local) < openHours(hours).from;
  return slotOn(early ? today : workingDayFrom(daysAfter(today, 1), hours), zone, hours);
};
