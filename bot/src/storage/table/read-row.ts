import type { TableClient, TableEntityResult } from '@azure/data-tables';
import type { Row } from '../../ports/store.js';
import { faultOf, meaningOf } from './faults.js';
import { fieldsOf, markProperty } from './fields.js';
import { checkKey } from './limits.js';
import { type Patience, patiently } from './patience.js';

export type Entity = TableEntityResult<Record<string, unknown>>;

/** A row with the mark of the attempt that wrote it. */
export type MarkedRow = { readonly row: Row; readonly mark: unknown };

export const markedRow = (partition: string, key: string, entity: Entity): MarkedRow => ({
  row: { partition, key, etag: entity.etag, fields: fieldsOf(entity, key) },
  mark: entity[markProperty],
});

/** Reads one row; null when there is none. */
export const readMarked = async (client: TableClient, patience: Patience, partition: string, key: string): Promise<MarkedRow | null> => {
  checkKey(partition);
  checkKey(key);
  try {
    return markedRow(partition, key, await patiently(patience, (abortSignal) => client.getEntity(partition, key, { abortSignal })));
  } catch (error) {
    if (meaningOf(error) === 'missing') return null;
    throw faultOf(error, key);
  }
};
