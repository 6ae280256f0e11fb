import { createHash } from 'node:crypto';
import { type Instant, type PersonId, personId } from '@coaching-pairs/shared/ids';
import { erasureNotedDays } from '@coaching-pairs/shared/retention/spans';
import { keyOf, partsOf, prefixOf } from '../../ports/keys.js';
import type { Json, Row, Table } from '../../ports/store.js';
import { everyRow } from './every-row.js';

/** What was erased, so that a backup from before does not bring it back: ids of keys that were destroyed, who erased what is theirs, and who was erased whole. */
export const erasuresPartition = 'erasures';
const destroyed = 'destroyed';
const erased = 'erased';
const left = 'left';

const day = 24 * 3_600_000;
/** In milliseconds. No backup is to be kept longer than a month, and then nobody has to know any more; the id of a key names nobody. */
const keptFor = { [erased]: erasureNotedDays * day, [left]: erasureNotedDays * day, [destroyed]: 400 * day } as const;

const note = async (table: Table, kind: keyof typeof keptFor, id: string, at: Instant): Promise<void> => {
  const write = { kind: 'upsert', key: keyOf(kind, id), fields: { version: 1, at } } as const;
  await table.commit({ partition: erasuresPartition, writes: [write] });
};

/** Before the key itself goes: whatever happens then, no backup brings it back. */
export const noteDestroyed = (table: Table, keyId: string, at: Instant): Promise<void> => note(table, destroyed, keyId, at);

/** What stands for somebody here: whoever comes back with a backup is known by it, and it tells nobody who they are (C-09). */
const markOf = (person: string): string => createHash('sha256').update(`erased/${person}`).digest('base64url');

/** Somebody has erased what is theirs, also of what is sealed with others' keys or not at all. */
export const noteErased = (table: Table, person: string, at: Instant): Promise<void> => note(table, erased, markOf(person), at);

/** Somebody has left and is erased whole; what they were called instead is not told, so that nothing leads back from there. */
export const noteLeft = (table: Table, person: string, at: Instant): Promise<void> => note(table, left, markOf(person), at);

const rowsOf = async (table: Table, kind: keyof typeof keptFor): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.list(erasuresPartition, { prefix: prefixOf(kind) })) rows.push(row);
  return rows;
};

const idOf = ({ key }: Pick<Row, 'key'>): string => partsOf(key)[1] ?? '';

/** The key whose end a row of this partition tells, or null where it tells of a person. */
export const destroyedIn = (row: Pick<Row, 'partition' | 'key'>): string | null =>
  row.partition === erasuresPartition && row.key.startsWith(prefixOf(destroyed)) ? idOf(row) : null;

export const destroyedKeys = async (table: Table): Promise<ReadonlySet<string>> => new Set((await rowsOf(table, destroyed)).map(idOf));

const entraId = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/giu;

/** Whatever may be somebody's id in a row: in its keys, and in its values and their names, however deep. */
function* idsIn(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield* [value, ...(value.match(entraId) ?? [])];
  else if (Array.isArray(value)) for (const one of value) yield* idsIn(one);
  else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) yield* [name, ...idsIn(one)];
}

/** `whole`: they have left, and are to stand nowhere. */
export type ErasedPerson = { readonly personId: PersonId; readonly whole: boolean };

/**
 * Who of those that stand in the table has erased what is theirs, or was erased whole, at that moment or after it. Reads all of it; asked
 * after a restore alone.
 */
export const erasedSince = async (table: Table, since: Instant): Promise<readonly ErasedPerson[]> => {
  const marksOf = async (kind: typeof erased | typeof left): Promise<ReadonlySet<string>> =>
    new Set((await rowsOf(table, kind)).filter(({ fields }) => String(fields['at']) >= since).map(idOf));
  const [mine, whole] = [await marksOf(erased), await marksOf(left)];
  if (mine.size + whole.size === 0) return [];
  const looked = new Set<string>();
  const found: ErasedPerson[] = [];
  for await (const { partition, key, fields } of everyRow(table))
    for (const id of [...partsOf(partition), ...partsOf(key), ...idsIn(fields)]) {
      if (looked.has(id)) continue;
      looked.add(id);
      const mark = markOf(id);
      if (mine.has(mark) || whole.has(mark)) found.push({ personId: personId(id), whole: whole.has(mark) });
    }
  return found;
};

/** Forgets what concerns no backup any more. */
export const forgetErasures = async (table: Table, now: Instant): Promise<void> => {
  for (const kind of [erased, left, destroyed] as const)
    for (const row of await rowsOf(table, kind))
      if (Date.parse(now) - Date.parse(String(row.fields['at'])) > keptFor[kind]) await table.remove(row);
};
