import { keyOf } from '@coaching-pairs/bot/ports/keys';
import type { Batch, CommitResult, Range, Row, Table, Write } from '@coaching-pairs/bot/ports/store';

export type MemoryTable = Table & { readonly fork: () => Table; readonly everyRow: () => readonly Row[] };

type Rows = ReadonlyMap<string, Row>;

/** Whoever reads may hand it on as it is: nobody can change it. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
};

/**
 * The port of a table without a server, for thousands of small stories: batches are whole, tags are checked, an operation
 * happens once, as storage/contract.test.ts asks of it and of a real store alike. The limits of a real one are proven there alone.
 */
export const memoryTable = (before: ReadonlyMap<string, Rows> = new Map(), lastTag = 0): MemoryTable => {
  const partitions = new Map([...before].map(([partition, rows]) => [partition, new Map(rows)]));
  let tags = lastTag;
  const at = (partition: string, key: string): Row | undefined => partitions.get(partition)?.get(key);
  const put = (partition: string, key: string, fields: Row['fields']): Row => {
    tags += 1;
    const row = frozen({ partition, key, etag: `tag-${tags}`, fields: JSON.parse(JSON.stringify(fields)) });
    const rows = partitions.get(partition) ?? new Map<string, Row>();
    partitions.set(partition, rows.set(key, row));
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
      if (write.kind === 'delete') partitions.get(partition)?.delete(write.key);
      else put(partition, write.key, write.fields);
    }
    if (opId !== undefined) put(partition, keyOf('op', opId), { opId, answer });
    return { outcome: 'committed' };
  };
  const found = (partition: string, { prefix, upTo, max }: Range): Row[] =>
    [...(partitions.get(partition)?.values() ?? [])]
      .filter((row) => row.key.startsWith(prefix) && (upTo === undefined || row.key <= upTo))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .slice(0, max);
  const places = (): readonly Row[] => [...partitions.keys()].sort().flatMap((partition) => found(partition, { prefix: '' }));
  const after = (place: string): readonly Row[] => places().filter(({ partition, key }) => `${partition} ${key}` >= place);
  const everything: Table['everything'] = async ({ max = 1000, continuation = '' }) => {
    const [next, ...rows] = after(continuation)
      .slice(0, max + 1)
      .reverse();
    if (next === undefined || rows.length < max) return { rows: after(continuation), continuation: undefined };
    return { rows: rows.reverse(), continuation: `${next.partition} ${next.key}` };
  };
  return {
    everything,
    read: async (partition, key) => at(partition, key) ?? null,
    list: async function* (partition, range) {
      yield* found(partition, range);
    },
    page: async (partition, range) => ({ rows: found(partition, range), continuation: undefined }),
    commit: async (batch) => commit(batch),
    swap: async (row, fields) => (at(row.partition, row.key)?.etag === row.etag ? put(row.partition, row.key, fields) : null),
    // As in Azure, a star is any tag.
    remove: async ({ partition, key, etag }) => {
      const row = at(partition, key);
      return row === undefined || (['*', row.etag].includes(etag) && partitions.get(partition)?.delete(key) === true);
    },
    ping: async () => undefined,
    everyRow: () => [...partitions.values()].flatMap((rows) => [...rows.values()]),
    /** Another table that holds the same, and from then on goes its own way. */
    fork: () => memoryTable(partitions, tags),
  };
};
