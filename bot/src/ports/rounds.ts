import type { FeedbackNames } from '@coaching-pairs/shared/awayday/feedback-names';
import type { Feedback } from '@coaching-pairs/shared/awayday/feedback-record';
import type { Instant, OperationId, PairId, PersonId, ProposalId, RoundId } from '@coaching-pairs/shared/ids';
import type { RhythmSheet } from '@coaching-pairs/shared/progress/rhythm-share';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Pair, Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import type { Wishes } from '@coaching-pairs/shared/round/wishes';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import type { OutboxMessage } from './outbox.js';
import type { AgreementName, SealedAgreement } from './sealed-agreement.js';

/** A value as it was read, with the tag that a later change must still find (optimistic concurrency). */
export type Versioned<T> = { readonly value: T; readonly etag: string };

/** A value to be written: with the tag it was read under, or null when it must not exist yet. */
export type Written<T> = { readonly value: T; readonly etag: string | null };

/** Who did what to what; codes and ids only, never free text (S-20). */
export type AuditEntry = {
  readonly at: Instant;
  /** The person who acted, or the product itself. */
  readonly by: PersonId | 'product';
  readonly action: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly result: 'done' | 'refused';
};

/** Everything that one decision changes in one round; written as one batch or not at all, at most 90 rows. */
export type RoundChange = {
  readonly roundId: RoundId;
  readonly opId: OperationId;
  readonly round?: Written<Round>;
  readonly participants?: readonly Written<Participant>[];
  readonly removedParticipants?: readonly Versioned<Participant>[];
  readonly proposals?: readonly Written<Proposal>[];
  /** Drafts that were never sent may vanish. */
  readonly removedProposals?: readonly Versioned<Proposal>[];
  readonly pairs?: readonly Written<Pair>[];
  readonly sessions?: readonly Written<Session>[];
  readonly wishes?: readonly Written<Wishes>[];
  readonly removedWishes?: readonly Versioned<Wishes>[];
  /** The feedback pairs of the Awayday, and what each has named for them in private. */
  readonly feedback?: Written<Feedback>;
  readonly feedbackNames?: readonly Written<FeedbackNames>[];
  readonly removedFeedbackNames?: readonly Versioned<FeedbackNames>[];
  readonly agreements?: readonly Written<SealedAgreement>[];
  /** With the pair that has ended, or when their time is over (C-10). */
  readonly removedAgreements?: readonly Versioned<AgreementName>[];
  /** When their time is over (C-10). */
  readonly removedSessions?: readonly Versioned<Session>[];
  /** What the next figure of the round's rhythm needs of the last; removed once there is none to come. */
  readonly rhythm?: Written<RhythmSheet>;
  readonly removedRhythm?: Versioned<RhythmSheet>;
  readonly outbox?: readonly OutboxMessage[];
  /** Who has something new to see while partners are chosen in the open: everybody, or those alone whose rows change. */
  readonly board?: 'everybody' | 'theirs';
  readonly audit: readonly AuditEntry[];
};

/** `conflict`: somebody else changed one of the rows since they were read; read again and decide anew. */
export type CommitOutcome = 'committed' | 'alreadyCommitted' | 'conflict';

export type VersionedContent = {
  readonly round: Versioned<Round>;
  readonly participants: readonly Versioned<Participant>[];
  readonly proposals: readonly Versioned<Proposal>[];
  readonly pairs: readonly Versioned<Pair>[];
  /** The same without tags, as the domain takes it. */
  readonly content: RoundContent;
};

/** Somebody a message could not reach for good, and the code of why. */
export type Unreachable = { readonly personId: PersonId; readonly reason: string };

export type RoundStore = {
  /** Every round, newest first; closed ones too. */
  readonly list: () => Promise<readonly Round[]>;
  readonly round: (id: RoundId) => Promise<Versioned<Round> | null>;
  readonly participant: (id: RoundId, personId: PersonId) => Promise<Versioned<Participant> | null>;
  readonly proposal: (id: RoundId, proposal: ProposalId) => Promise<Versioned<Proposal> | null>;
  /** The formed pairs alone, also those that have ended; a fraction of the whole. */
  readonly pairs: (id: RoundId) => Promise<readonly Pair[]>;
  readonly pair: (id: RoundId, pair: PairId) => Promise<Versioned<Pair> | null>;
  /** Those of one pair, cancelled ones too; nothing else in the product reads them. */
  /** Of all pairs of a round. */
  readonly allSessions: (id: RoundId) => Promise<readonly Session[]>;
  readonly sessions: (id: RoundId, pair: PairId) => Promise<readonly Versioned<Session>[]>;
  /** What everybody has named in private. Read by the matching, and by nothing that answers anybody. */
  readonly wishes: (id: RoundId) => Promise<readonly Versioned<Wishes>[]>;
  readonly wishesOf: (id: RoundId, person: PersonId) => Promise<Versioned<Wishes> | null>;
  /** Null before anybody was asked for names. */
  readonly feedback: (id: RoundId) => Promise<Versioned<Feedback> | null>;
  /** Whom everybody named for the Awayday (CP-81). Read by the pairing, and by nothing that answers anybody. */
  readonly feedbackNames: (id: RoundId) => Promise<readonly Versioned<FeedbackNames>[]>;
  readonly feedbackNamesOf: (id: RoundId, person: PersonId) => Promise<Versioned<FeedbackNames> | null>;
  /** Read by what makes the next figure, and by nothing that answers anybody. Null before the first and after the last. */
  readonly rhythm: (id: RoundId) => Promise<Versioned<RhythmSheet> | null>;
  /** The whole round in one partition scan; null when there is none of that id. */
  readonly everything: (id: RoundId) => Promise<VersionedContent | null>;
  /**
   * The same for a question that changes nothing: the same object for as long as nothing of it was written by anybody, so that callers may
   * keep what they derived from it.
   */
  readonly snapshot: (id: RoundId) => Promise<VersionedContent | null>;
  readonly audit: (id: RoundId) => Promise<readonly AuditEntry[]>;
  readonly commit: (change: RoundChange) => Promise<CommitOutcome>;
  /** Whom a message of this round could not reach for good. */
  readonly unreachable: (id: RoundId) => Promise<readonly Unreachable[]>;
  readonly noteUnreachable: (id: RoundId, person: PersonId, reason: string) => Promise<void>;
  /** They were heard from again. */
  readonly noteReached: (id: RoundId, person: PersonId) => Promise<void>;
  /** How many messages of the round have reached this person, or may have (CP-73). */
  readonly told: (id: RoundId, person: PersonId) => Promise<number>;
  /** Everything that anybody was told in the round or is to be: waiting, sent and dead. */
  readonly messages: (id: RoundId) => Promise<readonly OutboxMessage[]>;
  /** Outbox rows of the round that are not yet sent, for the overview. */
  readonly unsent: (id: RoundId) => Promise<readonly OutboxMessage[]>;
};
