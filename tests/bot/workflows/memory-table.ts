import { keyOf } from '@coaching-pairs/bot/ports/keys';
import type { Batch, CommitResult, Range, Row, Table, Write } from '@coaching-pairs/bot/ports/store';

export type MemoryTable = Table & { readonly fork: () => Table; readonly everyRow: () => readonly Row[] };

const copy = <T>(value: T): T => structuredClone(value);

/**
 * The port of a table without a server, for thousands of small stories: batches are whole, tags are checked, an operation
 * happens once, as storage/contract.test.ts asks of it and of a real store alike. The limits of a real one are proven there alone.
 */
export const memoryTable = (before: ReadonlyMap<string, Row> = new Map(), lastTag = 0): MemoryTable => {
  const rows = new Map(before);
  let tags = lastTag;
  const place = (partition: string, key: string): string => `${partition} ${key}`;
  const at = (partition: string, key: string): Row | undefined => rows.get(place(partition, key));
  const put = (partition: string, key: string, fields: Row['fields']): Row => {
    tags += 1;
    const row = { partition, key, etag: `tag-${tags}`, fields: JSON.parse(JSON.stringify(fields)) };
    rows.set(place(partition, key), row);
    return row;
  };
  const fits = (partition: string, write: Write): boolean => {
    const row = at(partition, write.key);
    if (write.kind === 'insert') return row === undefined;
    return write.kind === 'upsert' || row?.etag === write.etag;
  };
  const commit = ({ partition, opId, writes, answer }: Batch): CommitResult => {
    const done = opId === undefined ? undefined : at(partition, keyOf('op', opId));
    if (done !== undefined) return { outcome: 'alreadyCommitted', answer: done.fields['answer'] };
    if (writes.length + (opId === undefined ? 0 : 1) > 100 || new Set(writes.map(({ key }) => key)).size < writes.length)
      throw new Error('too many rows, or one twice');
    if (!writes.every((write) => fits(partition, write))) return { outcome: 'conflict' };
    for (const write of writes) {
      if (write.kind === 'delete') rows.delete(place(partition, write.key));
      else put(partition, write.key, write.fields);
    }
    if (opId !== undefined) put(partition, keyOf('op', opId), { opId, answer });
    return { outcome: 'committed' };
  };
  const found = (partition: string, { prefix, upTo, max }: Range): Row[] =>
    [...rows.values()]
      .filter((row) => row.partition === partition && row.key.startsWith(prefix) && (upTo === undefined || row.key <= upTo))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .slice(0, max);
  return {
    read: async (partition, key) => copy(at(partition, key) ?? null),
    list: async function* (partition, range) {
      yield* copy(found(partition, range));
    },
    page: async (partition, range) => ({ rows: copy(found(partition, range)), continuation: undefined }),
    commit: async (batch) => commit(batch),
    swap: async (row, fields) => (at(row.partition, row.key)?.etag === row.etag ? copy(put(row.partition, row.key, fields)) : null),
    remove: async ({ partition, key, etag }) => {
      const row = at(partition, key);
      return row === undefined || (row.etag === etag && rows.delete(place(partition, key)));
    },
    ping: async () => undefined,
    everyRow: () => copy([...rows.values()]),
    /** Another table that holds the same, and from then on goes its own way. */
    fork: () => memoryTable(rows, tags),
  };
};
