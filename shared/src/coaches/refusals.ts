import type { PersonId } from '../ids.js';
import type { CoachRefusal, whyNotFree } from './coach.js';
import type { ConflictCode } from './conflicts.js';

/** What is refused in the register, and of two coaches for two clients. */
export type CoachesRefusal =
  | CoachRefusal
  /** Nobody is a guest of the tenant by the address in the entry. */
  | { readonly code: 'coach-no-guest' }
  /** The address is that of somebody of the organisation. */
  | { readonly code: 'coach-inside' }
  /** They are in an engagement that is open. */
  | { readonly code: 'coach-engaged' }
  | { readonly code: 'coach-unknown'; readonly personId: PersonId }
  /** They have paused, have as many engagements as they take on, or have not accepted the code of ethics yet (TT-30). */
  | { readonly code: 'coach-not-free'; readonly personId: PersonId; readonly why: NonNullable<ReturnType<typeof whyNotFree>> }
  | { readonly code: 'coach-near'; readonly personId: PersonId; readonly clientId: PersonId; readonly why: ConflictCode };
