import type { PersonId } from '../ids.js';
import type { CoachRefusal } from './coach.js';
import type { ConflictCode } from './conflicts.js';

/** What is refused in the register, and of two coaches for two clients. */
export type CoachesRefusal =
  | CoachRefusal
  /** They are in an engagement that is open. */
  | { readonly code: 'coach-engaged' }
  | { readonly code: 'coach-unknown'; readonly personId: PersonId }
  | { readonly code: 'coach-near'; readonly personId: PersonId; readonly clientId: PersonId; readonly why: ConflictCode };
