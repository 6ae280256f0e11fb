import type { AgreementRefusal } from '@coaching-pairs/shared/agreement/agreement';
import type { NamesRefusal } from '@coaching-pairs/shared/awayday/feedback-names';
import type { FeedbackPairsRefusal } from '@coaching-pairs/shared/awayday/feedback-pairs';
import type { FeedbackRefusal } from '@coaching-pairs/shared/awayday/feedback-record';
import type { CoachesRefusal } from '@coaching-pairs/shared/coaches/refusals';
import type { AgainRefusal } from '@coaching-pairs/shared/engagement/again';
import type { EngagementRefusal } from '@coaching-pairs/shared/engagement/engagement';
import type { MeetingRefusal } from '@coaching-pairs/shared/engagement/meetings';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { InsightRefusal } from '@coaching-pairs/shared/insights/insight';
import type { MatchRefusal } from '@coaching-pairs/shared/matching/outcome';
import type { RuleReason } from '@coaching-pairs/shared/matching/reasons';
import type { PulseRefusal } from '@coaching-pairs/shared/pulse/opening';
import type { PauseRefusal } from '@coaching-pairs/shared/reminders/pause';
import type { AskingLateRefusal } from '@coaching-pairs/shared/round/asking-late';
import type { UndoRefusal } from '@coaching-pairs/shared/round/board-edits';
import type { ChoosingRefusal } from '@coaching-pairs/shared/round/choosing';
import type { LockedRefusal } from '@coaching-pairs/shared/round/locked';
import type { NominationRefusal } from '@coaching-pairs/shared/round/nomination';
import type { NomineeStanding } from '@coaching-pairs/shared/round/nominee';
import type { ParticipationRefusal } from '@coaching-pairs/shared/round/participation';
import type { ProposalRefusal } from '@coaching-pairs/shared/round/proposal';
import type { RoundRefusal } from '@coaching-pairs/shared/round/round';
import type { WishRefusal } from '@coaching-pairs/shared/round/wishes';
import type { SessionRefusal } from '@coaching-pairs/shared/sessions/session';
import type { DirectoryRefusal } from '../ports/directory.js';
import type { MatchingLost } from '../ports/matching.js';
import type { SealingTrouble } from '../ports/sealing.js';

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
  /** The last draft did not say that it would help (CP-15). */
  | { readonly code: 'repeat-not-offered' }
  /** They are in a match together: what it leans on is not taken away. */
  | { readonly code: 'repeat-in-use'; readonly personIds: readonly PersonId[] }
  | { readonly code: 'too-many-apart'; readonly most: number }
  /** What was checked is no longer what would be changed. */
  | { readonly code: 'people-moved-on' }
  | { readonly code: 'people-file-faulty' }
  | { readonly code: 'account-blocked'; readonly personId: PersonId }
  | { readonly code: 'work-running' }
  | { readonly code: 'manager-circle'; readonly path: readonly PersonId[] }
  | { readonly code: 'no-time-zone'; readonly name: string }
  | { readonly code: 'department-twice'; readonly departments: readonly string[] }
  | PauseRefusal
  /** There is nobody to meet yet. */
  | { readonly code: 'no-pair' }
  | SessionRefusal
  | MeetingRefusal
  | AgreementRefusal
  /** Notes are written by those who have joined a round (C-01). */
  | { readonly code: 'notes-not-open' }
  /** Another device was quicker; nothing was overwritten. */
  | { readonly code: 'note-changed' }
  | { readonly code: 'too-many-notes'; readonly most: number }
  | { readonly code: 'no-pair-to-share' }
  | SealingTrouble
  | AskingLateRefusal
  | UndoRefusal
  | RoundRefusal
  | LockedRefusal
  | ParticipationRefusal
  | ProposalRefusal
  | NominationRefusal
  | ChoosingRefusal
  | CoachesRefusal
  | WishRefusal
  | NamesRefusal
  | FeedbackRefusal
  | FeedbackPairsRefusal
  /** Everybody has been asked for names already. */
  | { readonly code: 'names-asked' }
  | PulseRefusal
  | InsightRefusal
  | EngagementRefusal
  | AgainRefusal
  /** Whom `asker` names cannot be their partner; only what they may read of why. */
  | { readonly code: 'nominee'; readonly asker: PersonId; readonly standing: NomineeStanding }
  | MatchRefusal
  | MatchingLost
  | DirectoryRefusal;
