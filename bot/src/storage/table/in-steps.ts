import type { Table, Write } from '../../ports/store.js';
import { limits } from './limits.js';

/** Writes of any number, in batches of at most a hundred; each batch is whole, all of them together are not. Only upserts, which may be repeated. */
export const upsertInSteps = async (
  table: Table,
  partition: string,
  writes: readonly Extract<Write, { kind: 'upsert' }>[],
): Promise<void> => {
  for (let from = 0; from < writes.length; from += limits.rowsPerBatch) {
    await table.commit({ partition, writes: writes.slice(from, from + limits.rowsPerBatch) });
  }
};

/** Removes every row of the partition whose key starts with the prefix, all of them when it is empty; may be repeated. Answers how many. */
export const removeInSteps = async (table: Table, partition: string, prefix: string): Promise<number> => {
  let removed = 0;
  for (;;) {
    const { rows, continuation } = await table.page(partition, { prefix, max: limits.rowsPerBatch });
    if (rows.length > 0) {
      const { outcome } = await table.commit({ partition, writes: rows.map(({ key, etag }) => ({ kind: 'delete', key, etag })) });
      if (outcome === 'committed') removed += rows.length;
    } else if (continuation === undefined) return removed;
    else await removeOneByOne(table, partition, prefix, continuation);
  }
};

/** An empty page that still has a continuation: rows behind it are walked to, so that the next page from the start is not empty again. */
const removeOneByOne = async (table: Table, partition: string, prefix: string, continuation: string): Promise<void> => {
  for await (const row of table.list(partition, { prefix, continuation })) await table.remove(row);
};
