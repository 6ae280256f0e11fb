import { fourOf } from '@coaching-pairs/shared/engagement/engagement';
import { type EngagementId, type PersonId, personId } from '@coaching-pairs/shared/ids';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import { engagementPartition } from '../ports/outbox.js';
import type { Row, Table } from '../ports/store.js';
import { eraseEntriesIn, type Sealer } from './engagement-entries.js';
import { engagementRow } from './rows/engagement-row.js';

const ownKey = keyOf('engagement');

const rowsOf = async (table: Table, id: EngagementId, prefix: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.list(engagementPartition(id), { prefix })) rows.push(row);
  return rows;
};

/** Who has written something down in it that is still there. */
export const authorsIn = async (table: Table, id: EngagementId): Promise<ReadonlySet<PersonId>> =>
  new Set((await rowsOf(table, id, prefixOf('entry'))).map(({ key }) => personId(partsOf(key)[1] ?? '')));

/** Whoever deleted all that they wrote, one by one, still has the key that it was sealed with (C-07). */
const destroyKeys = async (sealer: Sealer, id: EngagementId): Promise<void> => {
  const row = await sealer.table.read(engagementPartition(id), ownKey);
  const four = row === null ? [] : fourOf(engagementRow.read(row).value);
  for (const author of four) await eraseEntriesIn(sealer, id, author);
};

/**
 * Of messages nothing stays; of the rest nothing either, unless somebody still keeps what they wrote down in it. The engagement's own row
 * goes after all others, so that whoever follows a process that died finds what is left.
 */
export const clearEngagement = async (sealer: Sealer, id: EngagementId, indexPartition: string): Promise<void> => {
  const { table } = sealer;
  const isKept = (await authorsIn(table, id)).size > 0;
  if (!isKept) await destroyKeys(sealer, id);
  const prefixes = isKept ? ['out', 'sent', 'dead', 'told'].map((kind) => prefixOf(kind)) : [''];
  for (const prefix of prefixes) {
    const rows = await rowsOf(table, id, prefix);
    const others = rows.filter(({ key }) => key !== ownKey);
    for (const row of [...others, ...rows.filter(({ key }) => key === ownKey)]) await table.remove(row);
  }
  const named = isKept ? null : await table.read(indexPartition, keyOf('engagement', id));
  if (named !== null) await table.remove(named);
};
