import type { Instant, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Correction, FunctionGroup, OrganisationInput } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import type { DirectoryWarning, SyncToken } from './directory.js';

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

/** All that the rules need of the organisation; `version` changes with every write. */
export type OrganisationSnapshot = OrganisationInput & { readonly version: string };

/** The part of the directory that rounds need, and what HR put right; deleted when no round needs it. */
export type OrganisationStore = {
  /** The same object as long as nothing was written, so that callers may keep what they derived from it. */
  readonly snapshot: () => Promise<OrganisationSnapshot>;
  /** Writes and removes in steps of at most a hundred rows; each step may be repeated. */
  readonly savePeople: (changed: readonly Person[], removed: readonly PersonId[]) => Promise<void>;
  readonly correct: (corrections: readonly Correction[]) => Promise<void>;
  readonly saveFunctions: (groups: readonly FunctionGroup[]) => Promise<void>;
  readonly syncState: (roundId: RoundId) => Promise<SyncState | null>;
  readonly saveSyncState: (state: SyncState) => Promise<void>;
};
