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
  /** The same in short, for one of many: "Tue 12 January, 14:05". */
  readonly slot: (instant: Instant, zone: string) => string;
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** "Anna, Ben and Chen", or with "or". */
  readonly list: (items: readonly string[], joined?: 'and' | 'or') => string;
  /** Orders texts as the reader's dictionary would. */
  readonly compare: (left: string, right: string) => number;
};

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
const slot = { weekday: 'short', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
const styles = { day, clock, slot, both: { weekday: 'long', ...day, ...clock } } as const;

/** The formats of one locale; a pseudo-locale writes as English does and puts its texts in brackets. */
export const formatsFor = (locale: string, isPseudo: boolean): Formats => {
  const tag = isPseudo ? sourceLanguage : locale;
  const shown = (text: string): string => (isPseudo ? bracket(text) : text);
  const made = new Map<string, Intl.DateTimeFormat>();
  // Making a formatter costs far more than using it, and a table of sessions uses the same one in every row.
  const at = (style: keyof typeof styles, zone: string): Intl.DateTimeFormat => {
    const key = `${style} ${zone}`;
    const format = made.get(key) ?? new Intl.DateTimeFormat(tag, { ...styles[style], timeZone: knownZone(zone) });
    made.set(key, format);
    return format;
  };
  const collator = new Intl.Collator(tag);
  return {
    date: (date) => shown(at('day', 'UTC').format(new Date(`${date}T00:00:00Z`))),
    dateAt: (instant, zone) => shown(at('day', zone).format(new Date(instant))),
    time: (instant, zone) => shown(at('clock', zone).format(new Date(instant))),
    dateTime: (instant, zone) => shown(at('both', zone).format(new Date(instant))),
    slot: (instant, zone) => shown(at('slot', zone).format(new Date(instant))),
    number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
    list: (items, joined = 'and') => {
      const type = joined === 'and' ? 'conjunction' : 'disjunction';
      return shown(new Intl.ListFormat(tag, { style: 'long', type }).format(items));
    },
    compare: (left, right) => collator.compare(left, right),
  };
};
