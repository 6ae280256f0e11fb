import type { Fields, Row } from '../../ports/store.js';

/** Rewrites every row of the table, one at a time, from the form before to this one. */
export type Step = {
  /** The form in which all rows are once it has gone through. */
  readonly to: number;
  /** For the log. */
  readonly name: string;
  /** The row as it is to be, or null where it is so already or is none of its business. Pure, and may be asked of a row again. */
  readonly row: (row: Row) => Fields | null;
};

/**
 * In which forms this build reads and writes stored data; forms are counted from one. What a build writes the build before it reads,
 * so that both serve side by side and there is a way back: a new form is read by one release and written by the next (decision 43).
 */
export type Form = {
  /** Rows of this form and of all from `needs` on are read, and lose nothing when they are written again. */
  readonly reads: number;
  readonly writes: number;
  /** Older rows are not read any more. */
  readonly needs: number;
  /** How rows come from `needs` to `writes`, in this order. */
  readonly steps: readonly Step[];
};

/** What this build reads and writes. There has been one form so far. */
export const form: Form = { reads: 1, writes: 1, needs: 1, steps: [] };
