import { type Fields, type Json, storeFault } from '../../ports/store.js';

/** Longest string kept in one property, in UTF-16 units: under the 64 KiB (32 Ki units) that a property may hold. */
const longest = 30_000;
const asJson = /^(.+)_j(\d+)$/;
/** Names Azure or Cosmos keep for themselves; the shape of a name keeps our own suffixes out of reach. */
const forbidden = new Set(['partitionkey', 'rowkey', 'timestamp', 'etag', 'id', 'rid', 'resourceid', 'odata']);
const shape = /^[A-Za-z][A-Za-z0-9]{0,60}$/;

/** The property that tells which attempt wrote a row, so that a lost acknowledgement can be told from a conflict. */
export const markProperty = 'x_mark';

export type Property = string | number | boolean;
export type Properties = { readonly [name: string]: Property };

const isSmallInteger = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0);

const chunked = (text: string): readonly string[] => {
  const chunks: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + longest, text.length);
    const last = text.charCodeAt(to - 1);
    // A pair of surrogates that is cut in two does not survive UTF-8.
    if (to < text.length && last >= 0xd800 && last <= 0xdbff) to -= 1;
    chunks.push(text.slice(from, to));
    from = to;
  }
  return chunks;
};

const propertiesOfField = (name: string, value: Json): readonly (readonly [string, Property])[] => {
  if (typeof value === 'boolean') return [[name, value]];
  if (typeof value === 'number' && isSmallInteger(value)) return [[name, value]];
  if (typeof value === 'string' && value.length <= longest && wellFormed(value)) return [[name, value]];
  return chunked(JSON.stringify(value)).map((chunk, index) => [`${name}_j${index}`, chunk] as const);
};

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const wellFormed = (text: string): boolean => !loneSurrogate.test(text);

/** Fields as a table's properties: plain values as they are, everything else as JSON in pieces that fit. Throws on a forbidden name. */
export const propertiesOf = (fields: Fields): Properties => {
  const properties: Record<string, Property> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!shape.test(name) || forbidden.has(name.toLowerCase())) throw storeFault('field-name-forbidden', name);
    if (value !== undefined) for (const [property, kept] of propertiesOfField(name, value)) properties[property] = kept;
  }
  return properties;
};

const isPlain = (value: unknown): value is Property => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** The way back; `key` is named when a row cannot be read. */
export const fieldsOf = (entity: { readonly [name: string]: unknown }, key: string): Fields => {
  const fields: Record<string, Json> = {};
  const pieces = new Map<string, string[]>();
  for (const [name, value] of Object.entries(entity)) {
    const [, field, index] = asJson.exec(name) ?? [];
    if (field !== undefined && typeof value === 'string') {
      const chunks = pieces.get(field) ?? [];
      chunks[Number(index)] = value;
      pieces.set(field, chunks);
    } else if (shape.test(name) && !forbidden.has(name.toLowerCase()) && isPlain(value)) fields[name] = value;
  }
  for (const [field, chunks] of pieces) fields[field] = parseJson(chunks.join(''), key);
  return fields;
};

const parseJson = (text: string, key: string): Json => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw storeFault('row-unreadable', key, cause);
  }
};
