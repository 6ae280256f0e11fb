import { type Book, books, isOpenAct, renamedIn } from '@coaching-pairs/shared/audit/acts';
import { beginningOf, checkChain } from '@coaching-pairs/shared/audit/chain';
import { type Instant, instant, type PersonId, personId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { AuditTrail, BookCheck, OpenBook, PlaceCheck, SealRefusal } from '../../ports/audit.js';
import type { Clock } from '../../ports/clock.js';
import { keyOf } from '../../ports/keys.js';
import type { AuditEntry, Versioned } from '../../ports/rounds.js';
import type { Safe, Sealing, SealingTrouble } from '../../ports/sealing.js';
import type { Table, Write } from '../../ports/store.js';
import { auditRow } from '../rows/round-rows.js';
import { auditNames } from './names.js';
import {
  entryOf,
  headKey,
  headRow,
  linkKey,
  linkPrefix,
  linkRow,
  linksOf,
  type StoredHead,
  type StoredLink,
  sha256,
  veilOf,
  waitingRows,
} from './rows.js';
import { headsOf, headWith, isSealed, ownerOf, type Parts, safeOf, sealOn } from './seal.js';

const readOpen = async (table: Table, place: string): Promise<OpenBook> => {
  // What waits is read first: an act that is chained meanwhile is then found twice, and shown once, but never missed.
  const waiting = await waitingRows(table, place);
  const heads = await headsOf(table, place);
  const stored = await linksOf(table, place, 'open');
  const moved = new Set(stored.map(({ row }) => row));
  const still = waiting.filter(({ key }) => !moved.has(sha256(key))).map(entryOf);
  const head = heads.open?.value ?? null;
  return {
    beginning: head?.beginning ?? beginningOf(place, 'open'),
    // What somebody chains at this very moment is shown the next time.
    links: stored.filter(({ seq }) => head !== null && seq <= head.count).map(({ veiled: _veiled, row: _row, ...link }) => link),
    head: head === null ? null : { count: head.count, hash: head.hash },
    sealedAt: head?.sealedAt ?? null,
    waiting: still.filter(({ action }) => isOpenAct(action)),
  };
};

const checkBook = async (table: Table, place: string, book: Book, head: StoredHead | null, safe: Safe | null): Promise<BookCheck> => {
  const links = (await linksOf(table, place, book)).filter(({ seq }) => head === null || seq <= head.count);
  const end = head ?? { count: 0, hash: beginningOf(place, book).previous, beginning: beginningOf(place, book) };
  if (head !== null && (safe === null || !isSealed(safe, place, book, head)))
    return { book, fault: { code: 'seal-broken', seq: end.count } };
  const unveiled = links.find(({ veil, veiled }) => veilOf(veiled) !== veil);
  if (unveiled !== undefined) return { book, fault: { code: 'altered', seq: unveiled.seq } };
  const checked = checkChain(end.beginning, links, end, sha256);
  return { book, fault: checked.ok ? null : checked.error };
};

/** Sealing has stopped once an act has waited for so long, in milliseconds. */
const stoppedAfter = 3_600_000;
const hourOf = (at: Instant): Instant => instant(`${at.slice(0, 13)}:00:00.000Z`);

/**
 * Since when acts wait, as far as administrators may read it: the minute at which something discreet was done would tell of a decline or
 * a meeting (CP-33), so that such an act counts only once sealing has stopped, and by its hour.
 */
const waitingSince = (waiting: readonly AuditEntry[], now: Instant): Instant | null => {
  const since = waiting.flatMap(({ action, at }) => {
    if (isOpenAct(action)) return [at];
    return Date.parse(now) - Date.parse(at) >= stoppedAfter ? [hourOf(at)] : [];
  });
  return since.sort()[0] ?? null;
};

const checkOn = async ({ table, sealing, now }: Parts, place: string): Promise<Result<PlaceCheck, SealingTrouble>> => {
  const safe = await sealing.existingSafe(ownerOf(place));
  if (!safe.ok) return safe;
  const waiting = (await waitingRows(table, place)).map(entryOf);
  const heads = await headsOf(table, place);
  const found: BookCheck[] = [];
  for (const book of books) found.push(await checkBook(table, place, book, heads[book]?.value ?? null, safe.value));
  return ok({ books: found, waitingSince: waitingSince(waiting, now()) });
};

/** Rows a batch, beside the head. */
const perStep = 90;

/** The first acts of a book that are kept, one more than a batch takes. */
const firstLinks = async (table: Table, place: string, book: Book, seq: number): Promise<readonly Versioned<StoredLink>[]> => {
  const found: Versioned<StoredLink>[] = [];
  for await (const row of table.list(place, { prefix: linkPrefix(book), upTo: linkKey(book, seq + perStep) }))
    found.push(linkRow.read(row));
  return found.sort((one, other) => one.value.seq - other.value.seq);
};

const pruneStep = async (parts: Parts, place: string, book: Book, before: Instant): Promise<Result<number, SealRefusal>> => {
  const heads = await headsOf(parts.table, place);
  const head = heads[book];
  if (head === null || head.value.oldestAt >= before) return ok(0);
  const safe = await safeOf(parts, place, heads);
  if (!safe.ok) return safe;
  const first = await firstLinks(parts.table, place, book, head.value.beginning.seq);
  const kept = first.findIndex(({ value }) => value.at >= before);
  const old = first.slice(0, kept < 0 ? perStep : Math.min(kept, perStep));
  const last = old.at(-1)?.value;
  if (last === undefined) return ok(0);
  const beginning = { seq: last.seq + 1, previous: last.hash };
  const oldestAt = instant((first[old.length]?.value ?? last).at);
  const next = headWith(safe.value, place, book, { ...head.value, beginning, oldestAt });
  const gone = old.map(({ value, etag }): Write => ({ kind: 'delete', key: linkKey(book, value.seq), etag }));
  const ended = headRow.write(headKey(book), { value: next, etag: head.etag });
  const { outcome } = await parts.table.commit({ partition: place, writes: [...gone, ended] });
  return ok(outcome === 'conflict' ? 0 : old.length);
};

const pruneOn = async (parts: Parts, place: string, before: Instant): Promise<Result<number, SealRefusal>> => {
  let gone = 0;
  for (const book of books) {
    for (let done = 1; done > 0; ) {
      const step = await pruneStep(parts, place, book, before);
      if (!step.ok) return step;
      done = step.value;
      gone += done;
    }
  }
  return ok(gone);
};

/** All acts of a place, of both books and those that wait, by whom they truly were; for their own authors and for tests. */
export const entriesIn = async (table: Table, place: string, about: Readonly<Record<string, string>>): Promise<readonly AuditEntry[]> => {
  const waiting = await waitingRows(table, place);
  const stored = (await Promise.all(books.map((book) => linksOf(table, place, book)))).flat();
  const names = stored.length === 0 ? new Map<string, PersonId>() : await auditNames(table).all();
  const moved = new Set(stored.map(({ row }) => row));
  const nameOf = (name: string): string => names.get(name) ?? name;
  const chained = stored.map(({ at, by, action, subject, veiled, result }): AuditEntry => {
    const who = by === 'product' ? by : (names.get(by) ?? personId(by));
    return {
      at: instant(at),
      by: who,
      action,
      subject: { ...about, ...renamedIn({ ...subject, ...veiled?.subject }, nameOf) },
      result: result === 'refused' ? 'refused' : 'done',
    };
  });
  const still = waiting.filter(({ key }) => !moved.has(sha256(key))).map(entryOf);
  return [...chained, ...still].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

/** The chain of acts in the product's own table: each place has its books, in the partition in which the acts are written. */
export const auditTrail = (table: Table, sealing: Sealing, clock: Clock): AuditTrail => {
  const parts: Parts = { table, sealing, names: auditNames(table), now: clock.now };
  return {
    note: async (place, opId, entry) => {
      const key = keyOf('audit', entry.at.replace(/[-:.]/g, ''), opId, '0');
      await table.commit({ partition: place, opId, writes: [{ kind: 'insert', key, fields: auditRow.fields(entry) }] });
    },
    open: (place) => readOpen(table, place),
    seal: (place) => sealOn(parts, place),
    check: (place) => checkOn(parts, place),
    prune: (place, before) => pruneOn(parts, place, before),
    people: parts.names.all,
    forget: parts.names.forget,
  };
};
