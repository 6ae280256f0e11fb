import { Temporal } from 'temporal-polyfill';
import { type Instant, type PlainDate, plainDate } from './ids.js';

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
