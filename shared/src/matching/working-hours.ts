import type { Instant } from '../ids.js';
import { isTimeZone, offsetMinutes } from '../time.js';

/** A working day where nothing else is known: from 9:00 to 17:00 on the local clock. */
const startsAtMinute = 9 * 60;
const lastsMinutes = 8 * 60;
const dayMinutes = 24 * 60;

/** Minutes a day in which both are at work, on the day of the instant; null when a zone is unknown. Zones are IANA names. */
export const sharedMinutes = (one: string | null, other: string | null, on: Instant): number | null => {
  if (one === null || other === null || !isTimeZone(one) || !isTimeZone(other)) return null;
  const start = (zone: string): number => startsAtMinute - offsetMinutes(zone, on);
  const apart = (((start(one) - start(other)) % dayMinutes) + dayMinutes) % dayMinutes;
  return Math.max(0, lastsMinutes - Math.min(apart, dayMinutes - apart));
};
