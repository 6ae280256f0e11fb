import { type Instant, instant } from '@coaching-pairs/shared/ids';

/** An instant, however precisely it was written. */
export const exact = (text: string): Instant => instant(new Date(text).toISOString());
