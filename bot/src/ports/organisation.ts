import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import type { Correction, FunctionGroup } from '@coaching-pairs/shared/organisation/organisation';
import type { Person } from '@coaching-pairs/shared/organisation/person';

/** What the last reading of the directory found. */
export type SyncState = {
  readonly at: Instant;
  readonly by: PersonId;
  /** Where the next reading goes on; opaque. */
  readonly deltaToken: string | null;
  /** People kept: the audiences of rounds and those above them. */
  readonly kept: number;
  /** People the directory named. */
  readonly seen: number;
  /** True when fields came back empty for everybody, which is how a missing permission shows. */
  readonly permissionSuspect: boolean;
};

/** The part of the directory that rounds need, and what HR put right; deleted when no round needs it. */
export type OrganisationStore = {
  readonly people: () => Promise<readonly Person[]>;
  readonly person: (id: PersonId) => Promise<Person | null>;
  /** Writes and removes in steps of at most a hundred rows; each step may be repeated. */
  readonly savePeople: (changed: readonly Person[], removed: readonly PersonId[]) => Promise<void>;
  readonly corrections: () => Promise<readonly Correction[]>;
  readonly correct: (corrections: readonly Correction[]) => Promise<void>;
  readonly functions: () => Promise<readonly FunctionGroup[]>;
  readonly saveFunctions: (groups: readonly FunctionGroup[]) => Promise<void>;
  readonly syncState: () => Promise<SyncState | null>;
  readonly saveSyncState: (state: SyncState) => Promise<void>;
};
