import { words } from './words.js';

const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** The time of day, on the reader's own clock or in a zone. */
export const timeIn = (at: string, zone?: string): string =>
  words.moment(new Date(at), { ...clock, ...(zone === undefined ? {} : { timeZone: zone }) });

/** A day and a month in figures. */
export const shortDay = (at: Date): string => words.moment(at, { day: '2-digit', month: '2-digit' });

/** Day and time in the least room. */
export const shortMoment = (at: Date): string => words.moment(at, { weekday: 'short', day: 'numeric', month: 'short', ...clock });

/** A whole date with its weekday. */
export const longDay = (at: Date): string => words.moment(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** A day key such as `2026-11-20` with its weekday, without the year. */
export const dayName = (key: string): string =>
  words.moment(new Date(`${key}T00:00Z`), { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
