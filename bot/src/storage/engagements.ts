import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import type { Entry } from '@coaching-pairs/shared/engagement/entry';
import { type EngagementId, engagementId, entryId, type PersonId, personId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type * as z from 'zod';
import type { EngagementChange, EngagementStore, EntryName } from '../ports/engagements.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import type { Versioned, Written } from '../ports/rounds.js';
import type { Safe, SafeOwner, Sealing, SealingTrouble } from '../ports/sealing.js';
import { type Row, storeFault, type Table, type Write } from '../ports/store.js';
import { engagementRow, entryInside, entryRow, sealedRow, summaryInside, termsInside, workInside } from './rows/engagement-row.js';

/** The partition that names every engagement; a row here without one is a beginning that never finished. */
const indexPartition = 'engagements';
const partitionOf = (id: EngagementId): string => keyOf('engagement', id);
const rowKey = keyOf('engagement');

/** `work`, `summary`, or `terms` with the number of a version, which is never written over. */
type Part = readonly [string, ...string[]];
const work: Part = ['work'];
const summary: Part = ['summary'];
const termsPart = (version: number): Part => ['terms', String(version).padStart(4, '0')];
const partKey = (part: Part): string => keyOf('part', ...part);
const entryKey = ({ authorId, id }: EntryName): string => keyOf('entry', authorId, id);

const shared = (id: EngagementId): SafeOwner => ({ kind: 'engagement', id });
const own = (id: EngagementId, author: PersonId): SafeOwner => ({ kind: 'engagement-entries', id: keyOf(id, author) });

/** To what a sealed text belongs: in any other place it does not open. */
const aboutPart = (id: EngagementId, part: Part): readonly string[] => ['engagement', id, ...part];
const aboutEntry = (id: EngagementId, { authorId, id: entry }: EntryName): readonly string[] => ['engagement-entry', id, authorId, entry];

const parsed = <T>(schema: z.ZodType<T>, text: string, key: string): T => {
  const inside = schema.safeParse(JSON.parse(text));
  if (!inside.success) throw storeFault('row-unreadable', `${key} ${inside.error.issues[0]?.path.join('.') ?? ''}`);
  return inside.data;
};

type Sealer = { readonly table: Table; readonly sealing: Sealing };

const readParts = async <T>(
  { table, sealing }: Sealer,
  id: EngagementId,
  part: Part,
  schema: z.ZodType<T>,
): Promise<Result<readonly Versioned<T>[], SealingTrouble>> => {
  const rows: Row[] = [];
  for await (const row of table.list(partitionOf(id), { prefix: partKey(part) })) rows.push(row);
  const safe = rows.length === 0 ? ok(null) : await sealing.existingSafe(shared(id));
  if (!safe.ok) return safe;
  const found: Versioned<T>[] = [];
  for (const row of rows) {
    const [, name = '', ...version] = partsOf(row.key);
    const opened = safe.value?.open(aboutPart(id, [name, ...version]), sealedRow.read(row).value.sealed);
    // Its key was destroyed: it is gone, wherever its row came from.
    if (opened === undefined || (!opened.ok && opened.error === 'erased')) continue;
    if (!opened.ok) throw storeFault('row-unreadable', row.key);
    found.push({ value: parsed(schema, opened.value, row.key), etag: row.etag });
  }
  return ok(found);
};

const readPart = async <T>(sealer: Sealer, id: EngagementId, part: Part, schema: z.ZodType<T>) => {
  const found = await readParts(sealer, id, part, schema);
  return found.ok ? ok(found.value[0] ?? null) : found;
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

const readEntries = async (
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

const sealPart =
  (safe: Safe, id: EngagementId) =>
  (part: Part, written: Written<unknown> | undefined): readonly Write[] =>
    written === undefined
      ? []
      : [
          sealedRow.write(partKey(part), {
            value: { sealed: safe.seal(aboutPart(id, part), JSON.stringify(written.value)) },
            etag: written.etag,
          }),
        ];

/** What of a change is shared by the four, sealed; the vault is asked for nothing where there is none. */
const sharedWrites = async ({ sealing }: Sealer, change: EngagementChange): Promise<Result<readonly Write[], SealingTrouble>> => {
  const { engagementId: id, terms } = change;
  if (terms === undefined && change.work === undefined && change.summary === undefined) return ok([]);
  const safe = await sealing.safeFor(shared(id));
  if (!safe.ok) return safe;
  const seal = sealPart(safe.value, id);
  const written = terms === undefined ? [] : seal(termsPart(terms.version), { value: terms, etag: null });
  return ok([...written, ...seal(work, change.work), ...seal(summary, change.summary)]);
};

const entryWrites = async ({ sealing }: Sealer, change: EngagementChange): Promise<Result<readonly Write[], SealingTrouble>> => {
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

const idsIn = async (table: Table): Promise<readonly EngagementId[]> => {
  const ids: EngagementId[] = [];
  for await (const row of table.list(indexPartition, { prefix: prefixOf('engagement') })) ids.push(engagementId(partsOf(row.key)[1] ?? ''));
  return ids;
};

const readAll = async (table: Table): Promise<readonly Engagement[]> => {
  const ids = await idsIn(table);
  const rows = await Promise.all(ids.map((id) => table.read(partitionOf(id), rowKey)));
  const found = rows.filter((row) => row !== null).map((row) => engagementRow.read(row).value);
  const place = ({ enquiry, id }: Engagement): string => `${enquiry.at} ${id}`;
  return found.sort((one, other) => (place(one) < place(other) ? 1 : -1));
};

const commit = async (sealer: Sealer, change: EngagementChange) => {
  const { engagementId: id, engagement, opId } = change;
  const [parts, entries] = [await sharedWrites(sealer, change), await entryWrites(sealer, change)];
  if (!parts.ok) return parts;
  if (!entries.ok) return entries;
  const { table } = sealer;
  if (engagement.etag === null)
    await table.commit({ partition: indexPartition, writes: [{ kind: 'upsert', key: keyOf('engagement', id), fields: { version: 1 } }] });
  const writes = [engagementRow.write(rowKey, engagement), ...parts.value, ...entries.value];
  return ok((await table.commit({ partition: partitionOf(id), opId, writes })).outcome);
};

const forget = async ({ table, sealing }: Sealer, id: EngagementId): Promise<void> => {
  await sealing.destroy(shared(id));
  for await (const row of table.list(partitionOf(id), { prefix: prefixOf('part') })) await table.remove(row);
};

/** The partitions of all engagements, for whoever has to find somebody in them. */
export const engagementPlaces = async (table: Table): Promise<readonly string[]> => (await idsIn(table)).map(partitionOf);

const eraseEntries = async ({ table, sealing }: Sealer, author: PersonId): Promise<void> => {
  for (const id of await idsIn(table)) {
    await sealing.destroy(own(id, author));
    for await (const row of table.list(partitionOf(id), { prefix: prefixOf('entry', author) })) await table.remove(row);
  }
};

/** Everything of one engagement in one partition, so that a change is one batch. */
export const engagementStore = (table: Table, sealing: Sealing): EngagementStore => {
  const sealer: Sealer = { table, sealing };
  return {
    list: () => readAll(table),
    one: async (id) => {
      const row = await table.read(partitionOf(id), rowKey);
      return row === null ? null : engagementRow.read(row);
    },
    terms: async (id) => {
      const versions = await readParts(sealer, id, ['terms'], termsInside);
      return versions.ok ? ok(versions.value.map(({ value }) => value).sort((one, other) => other.version - one.version)) : versions;
    },
    work: (id) => readPart(sealer, id, work, workInside),
    summary: (id) => readPart(sealer, id, summary, summaryInside),
    entries: async (id, authors) => {
      const found: Versioned<Entry>[] = [];
      for (const author of authors) {
        const entries = await readEntries(sealer, id, author);
        if (!entries.ok) return entries;
        found.push(...entries.value);
      }
      return ok(found);
    },
    commit: (change) => commit(sealer, change),
    forget: (id) => forget(sealer, id),
    eraseEntries: (author) => eraseEntries(sealer, author),
    withKey: async () => (await sealing.owners('engagement')).map(engagementId),
  };
};
