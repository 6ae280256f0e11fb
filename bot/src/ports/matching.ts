import type { FeedbackAsked, FeedbackPairs, FeedbackPairsRefusal } from '@coaching-pairs/shared/awayday/feedback-pairs';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Cost, OtherPartner } from '@coaching-pairs/shared/matching/cost';
import type { MatchOptions, MatchRefusal, MatchResult } from '@coaching-pairs/shared/matching/outcome';
import type { Relaxation } from '@coaching-pairs/shared/matching/relaxations/relaxation';
import type { MatchingRules } from '@coaching-pairs/shared/matching/rules';
import type { Result } from '@coaching-pairs/shared/result';

/** A matching that is asked for: plain data, so that it can be done elsewhere than in the thread that asks. */
export type MatchingAsked = {
  readonly participants: readonly PersonId[];
  readonly rules: MatchingRules;
  readonly options: MatchOptions;
};

export type MatchingProgress = {
  readonly done: number;
  /** Null while the size is not known. */
  readonly total: number | null;
};

/** It ended without a result: it asked for more memory than it may have, or broke off. Nothing came of it. */
export type MatchingLost = { readonly code: 'matching-out-of-memory' } | { readonly code: 'matching-broke-off' };

export type MatchingWatch = {
  /** Ends the matching at once; what was asked for rejects with the signal's reason. */
  readonly ending: AbortSignal;
  readonly onProgress: (progress: MatchingProgress) => void;
};

export type MatchingFound = MatchResult & {
  /** What the matching itself took. */
  readonly seconds: number;
  /** What would help, where not everybody can be paired and something would. */
  readonly relaxations: readonly Relaxation[];
  /** How many people more would have a partner if nothing were locked. */
  readonly unlocking: number;
};

/** Does a matching while cards and pages go on being answered. */
export type Matching = (asked: MatchingAsked, watch: MatchingWatch) => Promise<Result<MatchingFound, MatchRefusal | MatchingLost>>;

/** Whom other partners are looked for, whom they are with now, and how many at most. */
export type OtherPartnersAsked = { readonly personId: PersonId; readonly present: readonly PersonId[]; readonly most: number };

/** Answers what another choice would cost, while cards and pages go on being answered; null where it is not known. */
export type Weighing = {
  readonly costOf: (asked: MatchingAsked, memberIds: readonly PersonId[]) => Promise<Result<Cost | null, MatchingLost>>;
  readonly otherPartners: (
    asked: MatchingAsked,
    about: OtherPartnersAsked,
  ) => Promise<Result<readonly OtherPartner[] | null, MatchingLost>>;
  /** The best feedback pairs of an Awayday, and where they are being looked for, a way to end that. */
  readonly feedbackPairs: (
    asked: FeedbackAsked,
    watch: MatchingWatch,
  ) => Promise<Result<FeedbackPairs, FeedbackPairsRefusal | MatchingLost>>;
};
