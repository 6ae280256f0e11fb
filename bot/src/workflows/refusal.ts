import type { PersonId } from '@coaching-pairs/shared/ids';
import type { MatchRefusal } from '@coaching-pairs/shared/matching/outcome';
import type { RuleReason } from '@coaching-pairs/shared/matching/reasons';
import type { ParticipationRefusal } from '@coaching-pairs/shared/round/participation';
import type { ProposalRefusal } from '@coaching-pairs/shared/round/proposal';
import type { RoundRefusal } from '@coaching-pairs/shared/round/round';
import type { DirectoryRefusal } from '../ports/directory.js';
import type { MatchingLost } from '../ports/matching.js';

import type { SessionRefusal } from '@coaching-pairs/shared/sessions/session';
/** Everything a use case may answer instead of doing what was asked. */
export type Refusal =
  /** There is no such thing, or none that this person may know of (S-11). */
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  /** Others kept changing the same rows; asking again will do. */
  | { readonly code: 'too-busy' }
  | { readonly code: 'not-invited' }
  | { readonly code: 'unknown-people'; readonly entries: readonly string[] }
  | { readonly code: 'chains-unconfirmed'; readonly personIds: readonly PersonId[] }
  | { readonly code: 'rule'; readonly members: readonly PersonId[]; readonly reasons: readonly RuleReason[] }
  | { readonly code: 'not-free'; readonly personIds: readonly PersonId[] }
  | { readonly code: 'nothing-to-send' }
  | { readonly code: 'account-blocked'; readonly personId: PersonId }
  | { readonly code: 'work-running' }
  | { readonly code: 'manager-circle'; readonly path: readonly PersonId[] }
  | { readonly code: 'department-twice'; readonly departments: readonly string[] }
  | RoundRefusal
  | ParticipationRefusal
  | ProposalRefusal
  | MatchRefusal
  | MatchingLost
  | DirectoryRefusal;
  | PauseRefusal
  /** There is nobody to meet yet. */
  | { readonly code: 'no-pair' }
  | SessionRefusal
