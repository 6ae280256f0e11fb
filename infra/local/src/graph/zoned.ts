import { ianaZoneOf } from '../people/offices.js';
import { isRecord } from './call.js';

/** A moment as Graph writes it: local time without offset, and the zone it is meant in (Windows or IANA name). */
export type ZonedTime = { readonly dateTime: string; readonly timeZone: string };

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = '2-digit';
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
    weekday: 'short',
  });
  formats.set(zone, format);
  return format;
};

/** Local time at an instant (milliseconds), `2026-12-01T09:00:00`, with the weekday (`Mon` to `Sun`). */
export const localOf = (at: number, zone: string): { readonly text: string; readonly weekday: string } => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { text: `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`, weekday: of('weekday') };
};

/** The instant (milliseconds) of a local time; a time skipped in spring is taken an hour later, one that comes twice as the first. */
export const instantOf = (local: string, zone: string): number => {
  const asUtc = Date.parse(`${local.replace(/(\.\d{1,3})\d*$/u, '$1')}Z`);
  const offsetAt = (at: number): number => Date.parse(`${localOf(at, zone).text}Z`) - Math.floor(at / 1000) * 1000;
  const day = 86_400_000;
  const candidates = [offsetAt(asUtc - day), offsetAt(asUtc + day)].map((offset) => asUtc - offset).sort((one, other) => one - other);
  return candidates.find((at) => at + offsetAt(at) === asUtc) ?? candidates.at(-1) ?? asUtc;
};

/** Reads `{dateTime, timeZone}` of an unchecked body; undefined where a part is missing or not understood. */
export const parseZoned = (value: unknown): { readonly at: number; readonly zone: string } | undefined => {
  if (!isRecord(value) || typeof value.dateTime !== 'string') return undefined;
  const zone = ianaZoneOf(typeof value.timeZone === 'string' ? value.timeZone : 'UTC');
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z)?$/u.exec(value.dateTime);
  if (zone === undefined || local === null) return undefined;
  const at = local[3] === undefined ? instantOf(value.dateTime, zone) : Date.parse(value.dateTime);
  return Number.isNaN(at) ? undefined : { at, zone };
};

/** A moment for an answer: in UTC, or in the zone of the header `Prefer: outlook.timezone="…"`. */
export const zonedOf = (at: number, prefer: string | undefined): ZonedTime => {
  const wanted = /outlook\.timezone="([^"]+)"/u.exec(prefer ?? '')?.[1];
  const zone = wanted === undefined ? undefined : ianaZoneOf(wanted);
  return zone === undefined || wanted === undefined
    ? { dateTime: `${localOf(at, 'UTC').text}.0000000`, timeZone: 'UTC' }
    : { dateTime: `${localOf(at, zone).text}.0000000`, timeZone: wanted };
};
