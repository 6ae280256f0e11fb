import { type Instant, instant } from '@coaching-pairs/shared/ids';
import { keyOf } from '../../ports/keys.js';
import type { Table, Write } from '../../ports/store.js';
import { storedPartition } from '../migrations/stored-form.js';

const key = keyOf('restored');

/** Of which moment the table is since it was restored. Unfinished, nobody may serve it; finished, what was erased since is erased again first. */
export type RestoredMark = { readonly from: Instant; readonly finished: boolean };

/** The write that says so: the first and the last of a restore. */
export const restoredWrite = ({ from, finished }: RestoredMark): Extract<Write, { kind: 'upsert' }> => ({
  kind: 'upsert',
  key,
  fields: { version: 1, from, finished },
});

/** Null where the table was not restored, or all that follows from it was done. */
export const readRestored = async (table: Table): Promise<RestoredMark | null> => {
  const fields = (await table.read(storedPartition, key))?.fields;
  return typeof fields?.['from'] === 'string' ? { from: instant(fields['from']), finished: fields['finished'] === true } : null;
};

export const forgetRestored = async (table: Table): Promise<void> => {
  const row = await table.read(storedPartition, key);
  if (row !== null) await table.remove(row);
};
