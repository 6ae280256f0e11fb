import { Temporal } from 'temporal-polyfill';
import { type Instant, instant, type PlainDate, plainDate } from './ids.js';

const zones = new Map<string, boolean>();
const offsets = new Map<string, number>();
const mostOffsets = 10_000;

const canonical = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (_unknownZone) {
    return false;
  }
};

/** Whether a text is the IANA name of a time zone, e.g. `Europe/London`; a bare offset such as `+01:00` is not. */
export const isTimeZone = (zone: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone) || zone.length > 64) return false;
  const known = zones.get(zone) ?? canonical(zone);
  if (zones.size < mostOffsets) zones.set(zone, known);
  return known;
};

/** Minutes by which the clock of a zone is ahead of UTC at an instant; the zone must have passed `isTimeZone`. */
export const offsetMinutes = (zone: string, at: Instant): number => {
  const key = `${zone} ${at}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  if (offsets.size < mostOffsets) offsets.set(key, offset);
  return offset;
};

/** The calendar day of an instant, in UTC. */
export const dayOf = (at: Instant): PlainDate => plainDate(at.slice(0, 10));

/** The calendar day so many days after another, or before it. */
export const daysAfter = (day: PlainDate, days: number): PlainDate => plainDate(Temporal.PlainDate.from(day).add({ days }).toString());

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: PlainDate): number => Temporal.PlainDate.from(day).dayOfWeek;

/** What the clock on the wall shows at an instant, to the minute, e.g. `2026-11-23T09:00`; the zone must have passed `isTimeZone`. */
export const localTimeOf = (at: Instant, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** The calendar day of an instant in a zone. */
export const localDayOf = (at: Instant, zone: string): PlainDate => plainDate(localTimeOf(at, zone).slice(0, 10));

/**
 * When the clock on the wall shows this, e.g. `2026-11-23T09:00`. A time that is skipped as clocks go forward is meant as much later;
 * of one that happens twice the first is meant.
 */
export const instantOfLocal = (local: string, zone: string): Instant =>
  instant(new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds).toISOString());
