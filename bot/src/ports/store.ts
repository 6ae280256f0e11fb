import type { OperationId } from '@coaching-pairs/shared/ids';

/** What a field may hold. Nested values are kept as JSON; null is kept, undefined is left out. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
export type Fields = { readonly [name: string]: Json | undefined };

/** A row as it was read. `etag` is the tag that a later change must still find. */
export type Row = { readonly partition: string; readonly key: string; readonly etag: string; readonly fields: Fields };

export type Write =
  | { readonly kind: 'insert'; readonly key: string; readonly fields: Fields }
  | { readonly kind: 'replace'; readonly key: string; readonly fields: Fields; readonly etag: string }
  | { readonly kind: 'delete'; readonly key: string; readonly etag: string }
  /** Overwrites whatever is there: only for rows of which the last writer may win. */
  | { readonly kind: 'upsert'; readonly key: string; readonly fields: Fields };

/**
 * Writes of one partition that happen together or not at all; at most 99, because the operation itself is the hundredth row.
 * `opId` names the intended change: whoever repeats it, even from another process, has no second effect.
 * Without `opId` the batch is housekeeping that is safe to decide anew; it needs at least one insert or replace.
 * `answer` is kept with the operation and handed to whoever repeats it.
 */
export type Batch = {
  readonly partition: string;
  readonly opId?: OperationId;
  readonly writes: readonly Write[];
  readonly answer?: Json;
};

export type CommitOutcome = 'committed' | 'alreadyCommitted' | 'conflict';

/** `alreadyCommitted`: an earlier call with the same opId did it, with the answer it kept. `conflict`: read again and decide anew. */
export type CommitResult =
  | { readonly outcome: 'committed' }
  | { readonly outcome: 'alreadyCommitted'; readonly answer: Json | undefined }
  | { readonly outcome: 'conflict' };

/** Rows of one partition whose key starts with `prefix` (all of them when it is empty); `upTo` leaves out keys after it. */
export type Range = { readonly prefix: string; readonly upTo?: string; readonly max?: number; readonly continuation?: string };
export type Page = { readonly rows: readonly Row[]; readonly continuation: string | undefined };

/** One table. Calls wait out a busy store; they throw a coded StoreFault when it stays out of reach or a limit would be broken. */
export type Table = {
  readonly read: (partition: string, key: string) => Promise<Row | null>;
  /** Follows continuations by itself, through empty pages too. No order is promised. */
  readonly list: (partition: string, range: Range) => AsyncIterable<Row>;
  /** One page; it may be empty and still have a continuation. */
  readonly page: (partition: string, range: Range) => Promise<Page>;
  /** One page of the whole table, partition after partition: for whoever copies or moves all that is stored. */
  readonly everything: (range: Pick<Range, 'max' | 'continuation'>) => Promise<Page>;
  readonly commit: (batch: Batch) => Promise<CommitResult>;
  /** Replaces one row if nobody changed it meanwhile; answers it with its new tag, or null when somebody did. */
  readonly swap: (row: Row, fields: Fields) => Promise<Row | null>;
  /** Removes one row if nobody changed it; true too when it is gone already. */
  readonly remove: (row: Pick<Row, 'partition' | 'key' | 'etag'>) => Promise<boolean>;
  /** Answers when the store answers; for the readiness probe. */
  readonly ping: () => Promise<void>;
};

export type StoreFaultCode =
  /** The store did not answer, or went on being busy; what was asked may or may not have happened. */
  | 'store-unavailable'
  /** The store understood and refused: permission, wrong address, wrong name. */
  | 'store-refused'
  | 'row-unreadable'
  /** A newer build has written it, in a shape of which this one could lose something. */
  | 'row-newer'
  | 'too-many-rows'
  | 'row-twice'
  | 'batch-too-large'
  | 'row-too-large'
  | 'too-many-fields'
  | 'field-name-forbidden'
  | 'key-forbidden'
  | 'key-too-long'
  | 'nothing-to-write'
  | 'credential-refused';

/** Something unexpected about the store; `detail` names a key, a field or a status, never a content. */
export type StoreFault = Error & { readonly name: 'StoreFault'; readonly code: StoreFaultCode; readonly detail: string };

export const storeFault = (code: StoreFaultCode, detail: string, cause?: unknown): StoreFault =>
  Object.assign(new Error(`${code}: ${detail}`, { cause }), { name: 'StoreFault' as const, code, detail });

export const isStoreFault = (error: unknown): error is StoreFault => error instanceof Error && error.name === 'StoreFault';
