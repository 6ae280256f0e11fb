import * as z from 'zod';
import type { Versioned, Written } from '../../ports/rounds.js';
import { type Fields, type Json, type Row, storeFault, type Write } from '../../ports/store.js';

/** How one kind of domain value becomes a row and comes back. `version` grows when the stored shape changes (decision 43). */
export type Codec<T> = {
  readonly fields: (value: T) => Fields;
  readonly read: (row: Row) => Versioned<T>;
  readonly write: (key: string, written: Written<T>) => Write;
};

const isJson = (value: unknown): value is Json => value !== undefined;

/**
 * A codec from the schema that a stored value must meet; a row that does not meet it is a fault that names the field. `reads`: the
 * newest version that the schema takes in whole. What is newer is a fault too: read and written again, it would lose what is not known.
 */
export const codecOf = <T>(schema: z.ZodType<T>, version: number, reads: number = version): Codec<T> => {
  const fields = (value: T): Fields => {
    const body: unknown = value;
    return isJson(body) ? { version, body } : { version };
  };
  return {
    fields,
    read: (row) => {
      const { version: stored } = row.fields;
      if (typeof stored === 'number' && stored > reads) throw storeFault('row-newer', row.key);
      const parsed = schema.safeParse(row.fields.body);
      if (!parsed.success) throw storeFault('row-unreadable', `${row.key} ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
      return { value: parsed.data, etag: row.etag };
    },
    write: (key, { value, etag }) =>
      etag === null ? { kind: 'insert', key, fields: fields(value) } : { kind: 'replace', key, fields: fields(value), etag },
  };
};

/** An id that was checked when it was first taken in. */
export const idText = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string' && value !== '');
