import { type Instant, instant } from '../ids.js';
import type { Span } from '../sessions/spans.js';

/** Hours before a session until which it is cancelled or moved without more ado (TT-31, TT-40). */
export const noticeHours = 24;
/** Minutes that are kept free before a session and after it (TT-41). */
export const bufferMinutes = 10;

/**
 * Whether a session is cancelled or moved in time: 24 hours before, to the millisecond, still is. Later is allowed too; it asks to
 * confirm, and the four are told, who alone see it marked (TT-40). A session that has begun is neither.
 */
export const noticeOf = (start: Instant, now: Instant): 'in-time' | 'short' | 'begun' => {
  const left = Date.parse(start) - Date.parse(now);
  if (left <= 0) return 'begun';
  return left >= noticeHours * 3_600_000 ? 'in-time' : 'short';
};

const spanBetween = (from: number, to: number): Span => ({ from, to });

/** A session of so many minutes, and what is proposed around it in the calendars of all four (TT-41). */
export const withBuffers = (start: Instant, minutes: number): { readonly before: Span; readonly session: Span; readonly after: Span } => {
  const from = Date.parse(start);
  const to = from + minutes * 60_000;
  const around = bufferMinutes * 60_000;
  return { before: spanBetween(from - around, from), session: spanBetween(from, to), after: spanBetween(to, to + around) };
};

/** Which of both buffers meets something that is in a calendar already: a warning, which keeps nobody from booking (TT-41). */
export const bufferClashes = (start: Instant, minutes: number, busy: readonly Span[]): readonly ('before' | 'after')[] => {
  const around = withBuffers(start, minutes);
  const meets = (span: Span): boolean => busy.some(({ from, to }) => from < span.to && span.from < to);
  return (['before', 'after'] as const).filter((side) => meets(around[side]));
};

/** When a buffer begins, as an instant. */
export const beginsAt = ({ from }: Span): Instant => instant(new Date(from).toISOString());
