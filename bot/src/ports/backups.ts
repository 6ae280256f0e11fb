import type { Instant } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';

export type BackedUp = {
  readonly folder: string;
  readonly rows: number;
  readonly partitions: number;
  /** Partitions that were written to all the time while they were read. */
  readonly moving: number;
};

export type RestoreRefused =
  | { readonly code: 'no-backup' }
  | { readonly code: 'damaged'; readonly file: string }
  | { readonly code: 'too-new'; readonly form: number; readonly reads: number }
  | { readonly code: 'running'; readonly count: number }
  | { readonly code: 'not-empty' };

export type Restored = {
  readonly rows: number;
  /** Data keys; those that were destroyed since the backup stay destroyed. */
  readonly keys: number;
  /** Messages that were due: nobody knows which of them went after the backup, so they count as perhaps delivered. */
  readonly heldBack: number;
};

/** What can be done with a table as a whole. Folders are absolute paths. */
export type Backups = {
  readonly backUp: (folder: string, now: Instant) => Promise<BackedUp>;
  /** Data keys and erasures alone, in place of those that lay there; answers how many rows. */
  readonly backUpKeys: (folder: string, now: Instant) => Promise<number>;
  readonly restore: (folder: string, over: boolean) => Promise<Result<Restored, RestoreRefused>>;
};
