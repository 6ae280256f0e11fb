import type { CoachesNote } from '@coaching-pairs/shared/engagement/coaches-note';
import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import type { Entry } from '@coaching-pairs/shared/engagement/entry';
import type { Meeting } from '@coaching-pairs/shared/engagement/meetings';
import type { NearWords } from '@coaching-pairs/shared/engagement/near';
import type { Summary } from '@coaching-pairs/shared/engagement/summary';
import type { WrittenTerms } from '@coaching-pairs/shared/engagement/terms';
import type { Work } from '@coaching-pairs/shared/engagement/work';
import type { EngagementId, EntryId, Instant, OperationId, PersonId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import type { DueMessage, EngagementMessage } from './outbox.js';
import type { AuditEntry, Versioned, Written } from './rounds.js';
import type { SealingTrouble } from './sealing.js';
import type { CommitOutcome } from './store.js';

type Opened<T> = Promise<Result<T, SealingTrouble>>;

export type EntryName = { readonly authorId: PersonId; readonly id: EntryId };

/** What one decision changes in one engagement; written as one batch or not at all. */
export type EngagementChange = {
  readonly engagementId: EngagementId;
  readonly opId: OperationId;
  /** Its own row is always among them, as it is where nothing of it changes: nothing is written into one that ends meanwhile. */
  readonly engagement: Written<Engagement>;
  /** For a new one: the tag of what was begun last, as it was before others were looked at; where another has begun since, it is a conflict. */
  readonly begunLast?: string | null;
  readonly terms?: WrittenTerms;
  readonly work?: Written<Work>;
  readonly summary?: Written<Summary>;
  readonly coachesNote?: Written<CoachesNote>;
  /** Why nobody but coaches near to a client is possible; empty once they are before nobody any more. */
  readonly nearWords?: Written<NearWords>;
  readonly meetings?: readonly Written<Meeting>[];
  readonly entry?: Written<Entry>;
  readonly removedEntry?: Versioned<EntryName>;
  /** What a coordinator did by it; it waits here until it stands in their book (S-20). */
  readonly act?: AuditEntry;
  /** What people are told of it. */
  readonly outbox?: readonly EngagementMessage[];
};

/**
 * Engagements of 2:2 Coaching, each in a partition of its own. Every word of what it is about is sealed: what the four share with a key of
 * the engagement, and what each writes down with a key of theirs for this engagement alone (C-07).
 */
export type EngagementStore = {
  /** Every one of them, the newest first. */
  readonly list: () => Promise<readonly Engagement[]>;
  readonly one: (id: EngagementId) => Promise<Versioned<Engagement> | null>;
  /** Which was begun last, whether it stands written yet or not; null before the first. */
  readonly begunLast: () => Promise<Versioned<{ readonly id: EngagementId; readonly at: Instant }> | null>;
  /** What the four wrote into their agreement, every version of it, the newest first. */
  readonly terms: (id: EngagementId) => Opened<readonly WrittenTerms[]>;
  readonly work: (id: EngagementId) => Opened<Versioned<Work> | null>;
  readonly summary: (id: EngagementId) => Opened<Versioned<Summary> | null>;
  /** All that were ever booked, cancelled ones too, in no order. */
  readonly meetings: (id: EngagementId) => Promise<readonly Versioned<Meeting>[]>;
  /** Another one after each change of what is booked, and after each end; '' before the first. One row, however many engagements there are. */
  readonly meetingsMark: () => Promise<string>;
  /** What the two coaches have settled between them. */
  readonly coachesNote: (id: EngagementId) => Opened<Versioned<CoachesNote> | null>;
  /** Why nobody but coaches near to a client is possible, for both clients. */
  readonly nearWords: (id: EngagementId) => Opened<Versioned<NearWords> | null>;
  /** Those of these authors; nobody else's are opened. */
  readonly entries: (id: EngagementId, authors: readonly PersonId[]) => Opened<readonly Versioned<Entry>[]>;
  /** Whether an operation was carried out here before. */
  readonly isDone: (id: EngagementId, opId: OperationId) => Promise<boolean>;
  /** How many messages of it somebody got (CP-73). */
  readonly told: (id: EngagementId, person: PersonId) => Promise<number>;
  /** What somebody was sent or could not be sent, and not what waits. */
  readonly messagesTo: (id: EngagementId, person: PersonId) => Promise<readonly DueMessage[]>;
  readonly commit: (change: EngagementChange) => Opened<CommitOutcome>;
  /** Hands on each act that waits here, and takes it out once that is done; whoever is asked may be asked for the same again. */
  readonly handOnActs: (id: EngagementId, note: (opId: OperationId, act: AuditEntry) => Promise<void>) => Promise<void>;
  /**
   * Destroys the key of what the four share, and deletes it with the meetings they had, but those that are said to stay; what somebody
   * wrote for themselves stays theirs (C-10).
   */
  readonly forget: (id: EngagementId, stays?: (meeting: Meeting) => boolean) => Promise<void>;
  /** Deletes what is past keeping: every message, and the whole of it once nobody keeps anything that they wrote down in it (C-10). */
  readonly clear: (id: EngagementId) => Promise<void>;
  /** Who still keeps something that they wrote down in it. */
  readonly authors: (id: EngagementId) => Promise<ReadonlySet<PersonId>>;
  /** Destroys the keys of what somebody wrote down in engagements, then their rows (C-07); it works while the vault is out of reach. */
  readonly eraseEntries: (author: PersonId) => Promise<void>;
  /** Engagements that have a key for what is shared. */
  readonly withKey: () => Promise<readonly EngagementId[]>;
};
