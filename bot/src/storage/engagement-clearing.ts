import { type EngagementId, type PersonId, personId } from '@coaching-pairs/shared/ids';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import { engagementPartition } from '../ports/outbox.js';
import type { Row, Table } from '../ports/store.js';

const rowsOf = async (table: Table, id: EngagementId, prefix: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.list(engagementPartition(id), { prefix })) rows.push(row);
  return rows;
};

/** Who has written something down in it that is still there. */
export const authorsIn = async (table: Table, id: EngagementId): Promise<ReadonlySet<PersonId>> =>
  new Set((await rowsOf(table, id, prefixOf('entry'))).map(({ key }) => personId(partsOf(key)[1] ?? '')));

/** Of messages nothing stays; of the rest nothing either, unless somebody still keeps what they wrote down in it. */
export const clearEngagement = async (table: Table, id: EngagementId, indexPartition: string): Promise<void> => {
  const isKept = (await authorsIn(table, id)).size > 0;
  const prefixes = isKept ? ['out', 'sent', 'dead', 'told'].map((kind) => prefixOf(kind)) : [''];
  for (const prefix of prefixes) for (const row of await rowsOf(table, id, prefix)) await table.remove(row);
  const named = isKept ? null : await table.read(indexPartition, keyOf('engagement', id));
  if (named !== null) await table.remove(named);
};
