import type { Instant, OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { KeptApart } from '@coaching-pairs/shared/organisation/kept-apart';
import type { Correction, FunctionGroup, OrganisationInput } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import type { DirectoryWarning, SyncToken } from './directory.js';
import type { AuditEntry } from './rounds.js';
import type { CommitOutcome } from './store.js';

/** What the last reading of the directory for one round found. */
export type SyncState = {
  readonly roundId: RoundId;
  readonly at: Instant;
  /** Where the next reading goes on. */
  readonly token: SyncToken;
  /** People kept: the round's audience and those above them. */
  readonly kept: number;
  readonly warnings: readonly DirectoryWarning[];
};

/** Who is kept apart, with the tag that a later change must still find; null before there is anything. */
export type ApartList = { readonly pairs: readonly KeptApart[]; readonly etag: string | null };

/** All that the rules need of the organisation; `version` changes with every write. */
export type OrganisationSnapshot = OrganisationInput & { readonly version: string; readonly apart: ApartList };

/** What is put right at once; the list of those kept apart as it is to be, null where it stays. */
export type OrganisationChange = {
  readonly opId: OperationId;
  readonly corrections: readonly Correction[];
  readonly apart: ApartList | null;
  /** The version it was decided on, where any other is a conflict. */
  readonly from?: string;
  readonly audit: AuditEntry;
};

/** The part of the directory that rounds need, and what HR put right; deleted when no round needs it. */
export type OrganisationStore = {
  /** The same object as long as nothing was written, so that callers may keep what they derived from it. */
  readonly snapshot: () => Promise<OrganisationSnapshot>;
  /** Writes and removes in steps of at most a hundred rows; each step may be repeated. */
  readonly savePeople: (changed: readonly Person[], removed: readonly PersonId[]) => Promise<void>;
  readonly correct: (corrections: readonly Correction[]) => Promise<void>;
  /**
   * Corrections and who is kept apart, with the line that says who did so: all of it in one batch or none. The same operation does so
   * once; `conflict` where somebody else has changed who is kept apart (R-11, R-12, S-20).
   */
  readonly change: (change: OrganisationChange) => Promise<CommitOutcome>;
  /** Overwrites the groups, with the line that says who did so, in one batch; the same operation does so once (R-11, S-20). */
  readonly saveFunctions: (groups: readonly FunctionGroup[], opId: OperationId, entry: AuditEntry) => Promise<void>;
  /** Who changed what belongs to no single round. */
  readonly audit: () => Promise<readonly AuditEntry[]>;
  readonly syncState: (roundId: RoundId) => Promise<SyncState | null>;
  readonly saveSyncState: (state: SyncState) => Promise<void>;
};
