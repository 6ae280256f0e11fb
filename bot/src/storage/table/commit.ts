import type { TableClient, TransactionAction } from '@azure/data-tables';
import { keyOf } from '../../ports/keys.js';
import type { Batch, CommitResult, Write } from '../../ports/store.js';
import { faultOf, meaningOf } from './faults.js';
import { checkBatch, checkBatchBytes, checkedProperties } from './limits.js';
import { type Patience, patiently } from './patience.js';
import { readMarked } from './read-row.js';
import { withDeleteTags } from './tagged-deletes.js';

/**
 * The row that says that an operation was done. It is inserted in the batch of the change itself, so a repeat always fails on it.
 * It lives as long as its partition: a round's operations vanish with the round.
 */
export const operationKey = (opId: string): string => keyOf('op', opId);

const allWrites = ({ opId, writes, answer }: Batch): readonly Write[] =>
  opId === undefined || writes.length === 0 ? writes : [...writes, { kind: 'insert', key: operationKey(opId), fields: { opId, answer } }];

const actionOf = (partition: string, write: Write, mark: string): TransactionAction => {
  const place = { partitionKey: partition, rowKey: write.key };
  if (write.kind === 'delete') return ['delete', place];
  const entity = { ...place, ...checkedProperties(partition, write, mark) };
  if (write.kind === 'insert') return ['create', entity];
  if (write.kind === 'upsert') return ['upsert', entity, 'Replace'];
  return ['update', entity, 'Replace', { etag: write.etag }];
};

const deleteTags = (writes: readonly Write[]): ReadonlyMap<string, string> =>
  new Map(writes.flatMap((write) => (write.kind === 'delete' ? [[write.key, write.etag] as const] : [])));

/** Looks for the traces of a batch of which the answer was no or never came; undefined when there are none. */
const tracesOf = async (client: TableClient, patience: Patience, batch: Batch, mark: string): Promise<CommitResult | undefined> => {
  const look = (key: string): ReturnType<typeof readMarked> => readMarked(client, patience, batch.partition, key);
  if (batch.opId !== undefined) {
    const done = await look(operationKey(batch.opId));
    if (done === null) return undefined;
    return done.mark === mark ? { outcome: 'committed' } : { outcome: 'alreadyCommitted', answer: done.row.fields['answer'] };
  }
  const marked = batch.writes.find((write) => write.kind !== 'delete');
  if (marked !== undefined) return (await look(marked.key))?.mark === mark ? { outcome: 'committed' } : undefined;
  // Nothing but deletes: rows that are all gone are what was asked for.
  for (const { key } of batch.writes) if ((await look(key)) !== null) return undefined;
  return { outcome: 'committed' };
};

/** Writes a batch once, whatever happens to its acknowledgement. */
export const commitOn = async (client: TableClient, patience: Patience, batch: Batch): Promise<CommitResult> => {
  const writes = allWrites(batch);
  checkBatch(batch.partition, writes);
  const mark = crypto.randomUUID();
  const actions = writes.map((write) => actionOf(batch.partition, write, mark));
  checkBatchBytes(
    batch.partition,
    actions.map(([, entity]) => entity),
  );
  const tags = deleteTags(writes);
  try {
    await patiently(patience, (signal) => client.submitTransaction(actions, { abortSignal: withDeleteTags(signal, tags) }));
    return { outcome: 'committed' };
  } catch (error) {
    const meaning = meaningOf(error);
    if (meaning === 'refused' || meaning === 'unrelated') throw faultOf(error, batch.partition);
    const traces = await tracesOf(client, patience, batch, mark);
    if (traces !== undefined) return traces;
    if (meaning === 'busy') throw faultOf(error, batch.partition);
    return { outcome: 'conflict' };
  }
};
