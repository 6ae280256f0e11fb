import type { Instant, PersonId } from '../ids.js';

/** What may be put right of a person's place in the organisation. */
export const correctedFields = ['managerId', 'functionName', 'dottedManagerId'] as const;
export type CorrectedField = (typeof correctedFields)[number];

/** Where the directory's word comes back into force; a second manager is taken back by null, as the directory knows none. */
export const takenBackFields = ['managerId', 'functionName'] as const satisfies readonly CorrectedField[];

/** What HR has put right by hand; kept over every directory sync and shown as corrected. */
export type Correction = {
  readonly personId: PersonId;
  /** A manager's id; null confirms that the person has none (CP-24b); absent leaves the directory's word. */
  readonly managerId?: PersonId | null;
  readonly functionName?: string;
  /** A second manager, whose line excludes like the first one's; null takes an earlier one back. */
  readonly dottedManagerId?: PersonId | null;
  /** Earlier corrections that no longer count. */
  readonly takesBack?: readonly (typeof takenBackFields)[number][];
  /** IANA name of the zone in which they live; null takes an earlier correction back. */
  readonly timeZone?: string | null;
  readonly by: PersonId;
  readonly at: Instant;
};

/** Departments that count as one function; a department in no group is a function of its own. */
export type FunctionGroup = { readonly name: string; readonly departments: readonly string[] };
