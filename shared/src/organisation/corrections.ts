import type { Instant, PersonId } from '../ids.js';

/** What HR has put right by hand; kept over every directory sync and shown as corrected. */
export type Correction = {
  readonly personId: PersonId;
  /** A manager's id; null confirms that the person has none (CP-24b); absent leaves the directory's word. */
  readonly managerId?: PersonId | null;
  readonly functionName?: string;
  /** IANA name of the zone in which they live; null takes an earlier correction back. */
  readonly timeZone?: string | null;
  readonly by: PersonId;
  readonly at: Instant;
};

/** Departments that count as one function; a department in no group is a function of its own. */
export type FunctionGroup = { readonly name: string; readonly departments: readonly string[] };
