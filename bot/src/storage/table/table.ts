import { odata, type TableClient } from '@azure/data-tables';
import { endOf } from '../../ports/keys.js';
import type { Page, Range, Row, Table } from '../../ports/store.js';
import { commitOn } from './commit.js';
import { faultOf, meaningOf } from './faults.js';
import { checkedProperties } from './limits.js';
import { type Patience, patiently } from './patience.js';
import { type Entity, markedRow, readMarked } from './read-row.js';

const pageSize = 1000;

/** Values enter the filter through `odata` alone (S-14). */
const filterOf = (partition: string, { prefix, upTo }: Range): string => {
  const within = odata`PartitionKey eq ${partition}`;
  if (prefix === '') return within;
  const end = endOf(prefix);
  return within + odata` and RowKey ge ${prefix} and RowKey lt ${upTo !== undefined && upTo < end ? upTo : end}`;
};

/** Of one partition, or of all where none is named. */
const pageOn = async (client: TableClient, patience: Patience, partition: string | null, range: Range): Promise<Page> => {
  const { continuation, max = pageSize } = range;
  const settings = { maxPageSize: Math.min(max, pageSize), ...(continuation === undefined ? {} : { continuationToken: continuation }) };
  const queryOptions = partition === null ? {} : { filter: filterOf(partition, range) };
  try {
    return await patiently(patience, async (abortSignal) => {
      const pages = client.listEntities({ queryOptions, abortSignal }).byPage(settings);
      const { value } = await pages.next();
      const rows = [...(value ?? [])].map(
        (entity: Entity) => markedRow(partition ?? entity.partitionKey ?? '', entity.rowKey ?? '', entity).row,
      );
      return { rows, continuation: value?.continuationToken };
    });
  } catch (error) {
    throw faultOf(error, range.prefix);
  }
};

async function* listOn(page: Table['page'], partition: string, range: Range): AsyncGenerator<Row> {
  let left = range.max ?? Number.POSITIVE_INFINITY;
  let continuation = range.continuation;
  do {
    const read = await page(partition, {
      ...range,
      max: Math.min(left, pageSize),
      ...(continuation === undefined ? {} : { continuation }),
    });
    for (const row of read.rows.slice(0, left)) yield row;
    left -= read.rows.length;
    continuation = read.continuation;
  } while (continuation !== undefined && left > 0);
}

const swapOn = async (
  client: TableClient,
  patience: Patience,
  { partition, key, etag }: Row,
  fields: Row['fields'],
): Promise<Row | null> => {
  const mark = crypto.randomUUID();
  const properties = checkedProperties(partition, { kind: 'replace', key, etag, fields }, mark);
  try {
    const entity = { partitionKey: partition, rowKey: key, ...properties };
    const answer = await patiently(patience, (abortSignal) => client.updateEntity(entity, 'Replace', { etag, abortSignal }));
    return { partition, key, etag: answer.etag ?? '', fields };
  } catch (error) {
    const meaning = meaningOf(error);
    if (meaning !== 'changed' && meaning !== 'missing' && meaning !== 'busy') throw faultOf(error, key);
    // The answer to an earlier attempt may have been lost: then the row carries our mark.
    const now = await readMarked(client, patience, partition, key);
    if (now?.mark === mark) return now.row;
    if (meaning === 'busy') throw faultOf(error, key);
    return null;
  }
};

const removeOn = async (
  client: TableClient,
  patience: Patience,
  { partition, key, etag }: Pick<Row, 'partition' | 'key' | 'etag'>,
): Promise<boolean> => {
  try {
    await patiently(patience, (abortSignal) => client.deleteEntity(partition, key, { etag, abortSignal }));
    return true;
  } catch (error) {
    const meaning = meaningOf(error);
    if (meaning === 'missing') return true;
    if (meaning === 'changed') return false;
    throw faultOf(error, key);
  }
};

/** The port over an opened client. */
export const tableOf = (client: TableClient, patience: Patience): Table => {
  const page: Table['page'] = (partition, range) => pageOn(client, patience, partition, range);
  return {
    page,
    everything: (range) => pageOn(client, patience, null, { ...range, prefix: '' }),
    list: (partition, range) => listOn(page, partition, range),
    read: async (partition, key) => (await readMarked(client, patience, partition, key))?.row ?? null,
    commit: (batch) => commitOn(client, patience, batch),
    swap: (row, fields) => swapOn(client, patience, row, fields),
    remove: (row) => removeOn(client, patience, row),
    ping: async () => {
      await pageOn(client, { ...patience, attempts: 1, attemptTimeout: 2_000 }, 'ping', { prefix: '', max: 1 });
    },
  };
};
