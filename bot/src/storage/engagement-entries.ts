import type { Entry } from '@coaching-pairs/shared/engagement/entry';
import { type EngagementId, entryId, type PersonId, personId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type * as z from 'zod';
import type { EngagementChange, EntryName } from '../ports/engagements.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import type { Versioned } from '../ports/rounds.js';
import type { Safe, SafeOwner, Sealing, SealingTrouble } from '../ports/sealing.js';
import { type Row, storeFault, type Table, type Write } from '../ports/store.js';
import { entryInside, entryRow } from './rows/engagement-row.js';

export type Sealer = { readonly table: Table; readonly sealing: Sealing };

/** Everything of one engagement stands in one partition. */
export const partitionOf = (id: EngagementId): string => keyOf('engagement', id);
const entryKey = ({ authorId, id }: EntryName): string => keyOf('entry', authorId, id);

/** What somebody writes down has a key of theirs for this engagement alone (C-07). */
const own = (id: EngagementId, author: PersonId): SafeOwner => ({ kind: 'engagement-entries', id: keyOf(id, author) });
/** To what a sealed text belongs: in any other place it does not open. */
const aboutEntry = (id: EngagementId, { authorId, id: entry }: EntryName): readonly string[] => ['engagement-entry', id, authorId, entry];

/** What was sealed, as it is to be; anything else is a fault of the row. */
export const parsed = <T>(schema: z.ZodType<T>, text: string, key: string): T => {
  const inside = schema.safeParse(JSON.parse(text));
  if (!inside.success) throw storeFault('row-unreadable', `${key} ${inside.error.issues[0]?.path.join('.') ?? ''}`);
  return inside.data;
};

const nameOf = ({ key }: Row): EntryName => {
  const [, author = '', id = ''] = partsOf(key);
  return { authorId: personId(author), id: entryId(id) };
};

const openEntry = (safe: Safe, id: EngagementId, row: Row): readonly Versioned<Entry>[] => {
  const name = nameOf(row);
  const { sealed, opId } = entryRow.read(row).value;
  const opened = safe.open(aboutEntry(id, name), sealed);
  return opened.ok ? [{ value: { ...name, ...parsed(entryInside, opened.value, row.key), opId }, etag: row.etag }] : [];
};

const readOf = async (
  { table, sealing }: Sealer,
  id: EngagementId,
  author: PersonId,
): Promise<Result<readonly Versioned<Entry>[], SealingTrouble>> => {
  const rows: Row[] = [];
  for await (const row of table.list(partitionOf(id), { prefix: prefixOf('entry', author) })) rows.push(row);
  if (rows.length === 0) return ok([]);
  const safe = await sealing.existingSafe(own(id, author));
  if (!safe.ok) return safe;
  const { value } = safe;
  return ok(value === null ? [] : rows.flatMap((row) => openEntry(value, id, row)));
};

/** Those of these authors; nobody else's are opened. */
export const readEntries = async (
  sealer: Sealer,
  id: EngagementId,
  authors: readonly PersonId[],
): Promise<Result<readonly Versioned<Entry>[], SealingTrouble>> => {
  const found: Versioned<Entry>[] = [];
  for (const author of authors) {
    const entries = await readOf(sealer, id, author);
    if (!entries.ok) return entries;
    found.push(...entries.value);
  }
  return ok(found);
};

/** What of a change is an entry, sealed with its author's key. */
export const entryWrites = async ({ sealing }: Sealer, change: EngagementChange): Promise<Result<readonly Write[], SealingTrouble>> => {
  const { engagementId: id, entry, removedEntry } = change;
  const removed: readonly Write[] =
    removedEntry === undefined ? [] : [{ kind: 'delete', key: entryKey(removedEntry.value), etag: removedEntry.etag }];
  if (entry === undefined) return ok(removed);
  const { value, etag } = entry;
  const safe = await sealing.safeFor(own(id, value.authorId));
  if (!safe.ok) return safe;
  const { audience, text, changedAt, opId } = value;
  const sealed = safe.value.seal(aboutEntry(id, value), JSON.stringify({ audience, text, changedAt }));
  return ok([...removed, entryRow.write(entryKey(value), { value: { sealed, opId }, etag })]);
};

/** Destroys the key of what somebody wrote down in one engagement, then its rows. */
export const eraseEntriesIn = async ({ table, sealing }: Sealer, id: EngagementId, author: PersonId): Promise<void> => {
  await sealing.destroy(own(id, author));
  for await (const row of table.list(partitionOf(id), { prefix: prefixOf('entry', author) })) await table.remove(row);
};
