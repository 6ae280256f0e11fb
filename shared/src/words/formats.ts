import type { Instant, PlainDate } from '../ids.js';
import { knownZone, sourceLanguage } from './locale.js';
import { bracket } from './pseudo.js';

/** Dates, numbers and lists as a reader writes them. Zones are IANA names; one that is not known counts as UTC. */
export type Formats = {
  /** A calendar date, e.g. "20 November 2026". */
  readonly date: (date: PlainDate) => string;
  /** The date on the clock of a zone at an instant. */
  readonly dateAt: (instant: Instant, zone: string) => string;
  /** The time of day in a zone, with its name, e.g. "14:05 CET". */
  readonly time: (instant: Instant, zone: string) => string;
  /** Date and time in a zone, with weekday and the zone's name. */
  readonly dateTime: (instant: Instant, zone: string) => string;
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** "Anna, Ben and Chen", or with "or". */
  readonly list: (items: readonly string[], joined?: 'and' | 'or') => string;
  /** Orders texts as the reader's dictionary would. */
  readonly compare: (left: string, right: string) => number;
};

const clock = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** The formats of one locale; a pseudo-locale writes as English does and puts its texts in brackets. */
export const formatsFor = (locale: string, isPseudo: boolean): Formats => {
  const tag = isPseudo ? sourceLanguage : locale;
  const shown = (text: string): string => (isPseudo ? bracket(text) : text);
  const at = (options: Intl.DateTimeFormatOptions, zone: string) => new Intl.DateTimeFormat(tag, { ...options, timeZone: knownZone(zone) });
  const collator = new Intl.Collator(tag);
  return {
    date: (date) => shown(at(day, 'UTC').format(new Date(`${date}T00:00:00Z`))),
    dateAt: (instant, zone) => shown(at(day, zone).format(new Date(instant))),
    time: (instant, zone) => shown(at(clock, zone).format(new Date(instant))),
    dateTime: (instant, zone) => shown(at({ weekday: 'long', ...day, ...clock }, zone).format(new Date(instant))),
    number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
    list: (items, joined = 'and') => {
      const type = joined === 'and' ? 'conjunction' : 'disjunction';
      return shown(new Intl.ListFormat(tag, { style: 'long', type }).format(items));
    },
    compare: (left, right) => collator.compare(left, right),
  };
};
