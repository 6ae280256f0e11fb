import type { PersonId } from '../ids.js';
import type { WorkingTime } from '../reminders/working-time.js';

/** What the rules need to know of somebody in the organisation; read from the directory or a people file. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  /** As the directory spells it; null when the directory has none. */
  readonly department: string | null;
  readonly managerId: PersonId | null;
  /** False for accounts that the directory has blocked. */
  readonly enabled: boolean;
  readonly jobTitle: string | null;
  readonly mail: string | null;
  /** IANA zone, e.g. `Europe/London`; null when unknown. */
  readonly timeZone: string | null;
  /** BCP 47 tag, e.g. `en-GB`; null when unknown. */
  readonly language: string | null;
  readonly location: string | null;
  /** The function named in a people file; overrides the grouping of departments. */
  readonly functionName: string | null;
  /** As their mailbox has them, on the clock of their own zone; null where it has none, left out where it was not asked. */
  readonly workingHours?: WorkingTime | null | undefined;
};
