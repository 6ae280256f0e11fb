import { randomBytes } from 'node:crypto';
import { type Book, bookOf, books, peopleIn, renamedIn, splitSubject } from '@coaching-pairs/shared/audit/acts';
import { beginningOf, linkText } from '@coaching-pairs/shared/audit/chain';
import { type Instant, instant } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { SealRefusal } from '../../ports/audit.js';
import type { AuditEntry, Versioned } from '../../ports/rounds.js';
import type { Safe, SafeOwner, Sealing } from '../../ports/sealing.js';
import type { Row, Table, Write } from '../../ports/store.js';
import type { AuditNames } from './names.js';
import { entryOf, headKey, headRow, linkKey, linkRow, type StoredHead, type StoredLink, sha256, veilOf, waitingRows } from './rows.js';

export type Parts = { readonly table: Table; readonly sealing: Sealing; readonly names: AuditNames; readonly now: () => Instant };

export const ownerOf = (place: string): SafeOwner => ({ kind: 'audit', id: place });

type Heads = Readonly<Record<Book, Versioned<StoredHead> | null>>;
type Bare = Omit<StoredHead, 'sealed'>;

const aboutOf = (place: string, book: Book): readonly string[] => ['audit', place, book];
const sealText = ({ count, hash, beginning }: Bare): string => JSON.stringify([count, hash, beginning.seq, beginning.previous]);

export const headWith = (safe: Safe, place: string, book: Book, head: Bare): StoredHead => ({
  ...head,
  sealed: safe.seal(aboutOf(place, book), sealText(head)),
});

/** Whether a head says what was sealed, with the key of this place and no other. */
export const isSealed = (safe: Safe, place: string, book: Book, head: StoredHead): boolean => {
  const opened = safe.open(aboutOf(place, book), head.sealed);
  return opened.ok && opened.value === sealText(head);
};

export const headsOf = async (table: Table, place: string): Promise<Heads> => {
  const [open, discreet] = await Promise.all(
    books.map(async (book) => {
      const row = await table.read(place, headKey(book));
      return row === null ? null : headRow.read(row);
    }),
  );
  return { open: open ?? null, discreet: discreet ?? null };
};

/** The key of a place: a new one only where nothing was ever sealed there. Refused where what was sealed is not as it was. */
export const safeOf = async ({ sealing }: Parts, place: string, heads: Heads): Promise<Result<Safe, SealRefusal>> => {
  const isNew = heads.open === null && heads.discreet === null;
  const safe = isNew ? await sealing.safeFor(ownerOf(place)) : await sealing.existingSafe(ownerOf(place));
  if (!safe.ok) return safe;
  const { value } = safe;
  if (value === null) return err({ code: 'seal-broken' });
  const isWhole = books.every((book) => heads[book] === null || isSealed(value, place, book, heads[book].value));
  return isWhole ? ok(value) : err({ code: 'seal-broken' });
};

/** Rows a batch: each act is taken from where it was written and put into its book, with the heads of both books. */
const perStep = 45;
/** Steps at a time, so that what else is due does not wait for long. */
const mostSteps = 20;

type Named = (person: string) => string;

const nextLink = (previous: StoredHead | Bare, row: Row, entry: AuditEntry, named: Named): StoredLink => {
  const { shown, veiled } = splitSubject(renamedIn(entry.subject, named));
  const hidden = Object.keys(veiled).length === 0 ? null : { salt: randomBytes(16).toString('base64url'), subject: veiled };
  const act = {
    ...{ seq: previous.count + 1, at: entry.at, by: entry.by === 'product' ? entry.by : named(entry.by), action: entry.action },
    ...{ subject: shown, veil: veilOf(hidden), result: entry.result },
  };
  return { ...act, hash: sha256(linkText(previous.hash, act)), veiled: hidden, row: sha256(row.key) };
};

const emptyHead = (place: string, book: Book, at: Instant): Bare => {
  const beginning = beginningOf(place, book);
  return { count: 0, hash: beginning.previous, beginning, oldestAt: at, sealedAt: at };
};

type Step = { readonly place: string; readonly rows: readonly Row[]; readonly heads: Heads; readonly safe: Safe };

const writesOf = ({ place, rows, heads, safe }: Step, named: Named, now: Instant): readonly Write[] => {
  const ends: Record<Book, Bare | null> = { open: null, discreet: null };
  const writes: Write[] = [];
  for (const row of rows) {
    const entry = entryOf(row);
    const book = bookOf(entry.action);
    const last = ends[book] ?? heads[book]?.value ?? emptyHead(place, book, instant(entry.at));
    const link = nextLink(last, row, entry, named);
    ends[book] = { count: link.seq, hash: link.hash, beginning: last.beginning, oldestAt: last.oldestAt, sealedAt: now };
    writes.push({ kind: 'delete', key: row.key, etag: row.etag });
    writes.push(linkRow.write(linkKey(book, link.seq), { value: link, etag: null }));
  }
  for (const book of books) {
    const end = ends[book];
    if (end !== null)
      writes.push(headRow.write(headKey(book), { value: headWith(safe, place, book, end), etag: heads[book]?.etag ?? null }));
  }
  return writes;
};

/** One step; null when there is nothing more to do, or somebody else is at it. */
const sealStep = async (parts: Parts, place: string): Promise<Result<number | null, SealRefusal>> => {
  const rows = await waitingRows(parts.table, place, perStep);
  if (rows.length === 0) return ok(null);
  const heads = await headsOf(parts.table, place);
  const safe = await safeOf(parts, place, heads);
  if (!safe.ok) return safe;
  const people = rows.map(entryOf).flatMap(({ by, subject }) => [...(by === 'product' ? [] : [by]), ...peopleIn(subject)]);
  const names = await parts.names.of(new Set(people));
  const writes = writesOf({ place, rows, heads, safe: safe.value }, (person) => names.get(person) ?? person, parts.now());
  const { outcome } = await parts.table.commit({ partition: place, writes });
  return ok(outcome === 'conflict' ? null : rows.length);
};

/** Puts what waits into its books, in steps that are each whole. */
export const sealOn = async (parts: Parts, place: string): Promise<Result<number, SealRefusal>> => {
  let sealed = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    const done = await sealStep(parts, place);
    if (!done.ok) return done;
    if (done.value === null) break;
    sealed += done.value;
  }
  return ok(sealed);
};
