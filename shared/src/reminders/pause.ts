import type { PlainDate } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { daysAfter } from '../time.js';

/** Nobody is forgotten by a slip of the finger: half a year, the length of a round. */
const longestPause = 183;

export type PauseRefusal = { readonly code: 'pause-out-of-range'; readonly from: PlainDate; readonly to: PlainDate };

/**
 * Somebody wants no reminders before a day: the first on which they come again. Refused for a day that is not to come, and for one
 * more than half a year away.
 */
export const pauseUntil = (until: PlainDate, today: PlainDate): Result<PlainDate, PauseRefusal> => {
  const [from, to] = [daysAfter(today, 1), daysAfter(today, longestPause)];
  return until < from || until > to ? err({ code: 'pause-out-of-range', from, to }) : ok(until);
};

/** Of two pauses of one person that which ends last. */
export const laterOf = (one: PlainDate | null, other: PlainDate | null): PlainDate | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Whether reminders are silent on this day of the person's own. */
export const isPaused = (until: PlainDate | null, today: PlainDate): boolean => until !== null && today < until;
