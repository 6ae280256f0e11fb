import type { FeedbackAsked, FeedbackPairs, FeedbackPairsRefusal } from '@coaching-pairs/shared/awayday/feedback-pairs';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Cost, OtherPartner } from '@coaching-pairs/shared/matching/cost';
import type { MatchRefusal } from '@coaching-pairs/shared/matching/outcome';
import type { Result } from '@coaching-pairs/shared/result';
import type { MatchingAsked, MatchingFound, MatchingProgress, OtherPartnersAsked } from '../ports/matching.js';

/** What a thread is given to do, as plain data: a matching, or a question about one. */
export type Task =
  | { readonly kind: 'match'; readonly asked: MatchingAsked }
  | { readonly kind: 'feedback'; readonly asked: FeedbackAsked }
  | { readonly kind: 'cost'; readonly asked: MatchingAsked; readonly memberIds: readonly PersonId[] }
  | { readonly kind: 'other-partners'; readonly asked: MatchingAsked; readonly about: OtherPartnersAsked };

/** What comes of each task. */
export type Answers = {
  readonly match: Result<MatchingFound, MatchRefusal>;
  readonly feedback: Result<FeedbackPairs, FeedbackPairsRefusal>;
  readonly cost: Cost | null;
  readonly 'other-partners': readonly OtherPartner[] | null;
};

/** What a thread says, as plain data; a fault is its end without `done`. */
export type FromThread<Answer = Answers[Task['kind']]> =
  | { readonly kind: 'progress'; readonly progress: MatchingProgress }
  | { readonly kind: 'done'; readonly answer: Answer };
