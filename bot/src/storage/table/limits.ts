import { storeFault, type Write } from '../../ports/store.js';
import { markProperty, type Properties, type Property, propertiesOf } from './fields.js';

/** Azure Tables, "Understanding the Table service data model" and "Performing entity group transactions"; the key length is Cosmos DB's. */
export const limits = {
  rowsPerBatch: 100,
  bytesPerBatch: 4 * 1024 * 1024,
  bytesPerRow: 1024 * 1024,
  fieldsPerRow: 252,
  bytesPerKey: 255,
} as const;

/** Multipart headers and the url of one write inside a batch, generously. */
const envelope = 1024;
/** Keys are built by keyOf; anything else would need escaping somewhere. */
const keyShape = /^[A-Za-z0-9._=~-]+$/;

export const checkKey = (key: string): void => {
  if (!keyShape.test(key)) throw storeFault('key-forbidden', JSON.stringify(key.slice(0, 40)));
  if (key.length > limits.bytesPerKey) throw storeFault('key-too-long', `${key.slice(0, 40)}…`);
};

const bytesOf = (value: Property): number => (typeof value === 'string' ? value.length * 2 + 4 : typeof value === 'number' ? 8 : 1);

/** Size as Azure counts it: UTF-16, eight bytes for each property and four for the row. */
const rowBytes = (partition: string, key: string, properties: Properties): number =>
  Object.entries(properties).reduce(
    (sum, [name, value]) => sum + 8 + name.length * 2 + bytesOf(value),
    4 + (partition.length + key.length) * 2,
  );

/** The properties of a row that is within the limits, with the mark of the attempt; throws a coded fault otherwise. */
export const checkedProperties = (partition: string, write: Exclude<Write, { kind: 'delete' }>, mark: string): Properties => {
  const properties = { ...propertiesOf(write.fields), [markProperty]: mark };
  if (Object.keys(properties).length > limits.fieldsPerRow) throw storeFault('too-many-fields', write.key);
  if (rowBytes(partition, write.key, properties) > limits.bytesPerRow) throw storeFault('row-too-large', write.key);
  return properties;
};

/** Refuses what Azure would refuse, and the embedded store would not, before anything is sent. */
export const checkBatch = (partition: string, writes: readonly Write[]): void => {
  checkKey(partition);
  if (writes.length === 0) throw storeFault('nothing-to-write', partition);
  if (writes.length > limits.rowsPerBatch) throw storeFault('too-many-rows', String(writes.length));
  const seen = new Set<string>();
  for (const { key } of writes) {
    checkKey(key);
    if (seen.has(key)) throw storeFault('row-twice', key);
    seen.add(key);
  }
};

export const checkBatchBytes = (partition: string, sent: readonly object[]): void => {
  const bytes = sent.reduce((sum, entity) => sum + envelope + Buffer.byteLength(JSON.stringify(entity)), 0);
  if (bytes > limits.bytesPerBatch) throw storeFault('batch-too-large', partition);
};
