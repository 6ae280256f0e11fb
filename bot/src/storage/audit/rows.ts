import { createHash } from 'node:crypto';
import type { Book } from '@coaching-pairs/shared/audit/acts';
import type { Beginning, Link } from '@coaching-pairs/shared/audit/chain';
import type { Instant } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { keyOf, prefixOf } from '../../ports/keys.js';
import type { AuditEntry } from '../../ports/rounds.js';
import type { Sealed } from '../../ports/sealing.js';
import type { Row, Table } from '../../ports/store.js';
import { codecOf, idText } from '../rows/codec.js';
import { auditRow } from '../rows/round-rows.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An act in its book, with what is sealed beside it and shown to nobody. */
export type StoredLink = Link & {
  readonly veiled: { readonly salt: string; readonly subject: Readonly<Record<string, string>> } | null;
  /** A digest of the row in which the act was written, so that nobody reads it twice while it moves. */
  readonly row: string;
};

/** Where a book begins and ends, and the seal over both. */
export type StoredHead = {
  readonly count: number;
  readonly hash: string;
  readonly beginning: Beginning;
  /** When the first act that is kept was done. */
  readonly oldestAt: Instant;
  readonly sealedAt: Instant;
  readonly sealed: Sealed;
};

const texts = z.record(z.string(), z.string());

export const linkRow = codecOf<StoredLink>(
  z.object({
    ...{ seq: z.int(), at: z.string(), by: z.string(), action: z.string(), subject: texts, veil: z.string().nullable() },
    ...{ result: z.string(), hash: z.string(), veiled: z.object({ salt: z.string(), subject: texts }).nullable(), row: z.string() },
  }),
  1,
);

export const headRow = codecOf<StoredHead>(
  z.object({
    ...{ count: z.int(), hash: z.string(), beginning: z.object({ seq: z.int(), previous: z.string() }) },
    ...{ oldestAt: idText<Instant>(), sealedAt: idText<Instant>(), sealed: z.object({ keyId: z.string(), text: z.string() }) },
  }),
  1,
);

export const headKey = (book: Book): string => keyOf('trail-head', book);
export const linkPrefix = (book: Book): string => prefixOf('trail', book);
/** Sorts as the number does. */
export const linkKey = (book: Book, seq: number): string => keyOf('trail', book, String(seq).padStart(12, '0'));
export const waitingPrefix = prefixOf('audit');

export const veilOf = (veiled: StoredLink['veiled']): string | null =>
  veiled === null ? null : sha256(JSON.stringify([veiled.salt, Object.entries(veiled.subject).sort()]));

/** Acts that are written and not yet chained, in the order of their rows; at most so many. */
export const waitingRows = async (table: Table, place: string, most = Number.POSITIVE_INFINITY): Promise<readonly Row[]> => {
  const found: Row[] = [];
  for await (const row of table.list(place, { prefix: waitingPrefix })) {
    if (found.length >= most) break;
    found.push(row);
  }
  return found.sort((one, other) => (one.key < other.key ? -1 : 1));
};

export const entryOf = (row: Row): AuditEntry => auditRow.read(row).value;

export const linksOf = async (table: Table, place: string, book: Book): Promise<readonly StoredLink[]> => {
  const found: StoredLink[] = [];
  for await (const row of table.list(place, { prefix: linkPrefix(book) })) found.push(linkRow.read(row).value);
  return found.sort((one, other) => one.seq - other.seq);
};
