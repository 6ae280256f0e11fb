import { randomBytes } from 'node:crypto';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Rewrapped, SealingKeys, SealingTrouble, WrappedKey } from '../../ports/sealing.js';
import type { Row, Table } from '../../ports/store.js';
import { dataKeyRow, dataKeysPartition } from './data-key-row.js';
import { dataKeyBytes } from './safe.js';

/** Under the current version; `locked` where the older one no longer opens it. */
const anew = async (keys: SealingKeys, old: WrappedKey, version: string): Promise<Result<WrappedKey | 'locked', SealingTrouble>> => {
  const key = await keys.unwrap(old);
  if (!key.ok) return key.error.code === 'vault-locked' ? ok('locked') : key;
  return keys.wrap(key.value, version);
};

const everyKey = async (table: Table): Promise<readonly Row[]> => {
  const found: Row[] = [];
  for await (const row of table.list(dataKeysPartition, { prefix: '' })) found.push(row);
  return found;
};

/** Wraps at most so many data keys by the vault's current key that an older version of it had wrapped. A row that changes meanwhile waits for the next time. */
export const rewrapOn = async (table: Table, keys: SealingKeys, most: number): Promise<Result<Rewrapped, SealingTrouble>> => {
  const all = await everyKey(table);
  // Nothing was sealed yet: the vault need not be asked.
  if (all.length === 0) return ok({ done: 0, left: 0, locked: 0 });
  const version = await keys.current();
  if (!version.ok) return version;
  const rows = all.filter((row) => dataKeyRow.read(row).value.wrapped.version !== version.value);
  // Whether the key can be used is found out here, too, so that it is known before somebody would write.
  const tried = rows.length === 0 ? await keys.wrap(randomBytes(dataKeyBytes), version.value) : null;
  if (tried?.ok === false) return tried;
  let [done, locked] = [0, 0];
  for (const row of rows) {
    if (done >= most) break;
    const { value } = dataKeyRow.read(row);
    const wrapped = await anew(keys, value.wrapped, version.value);
    if (!wrapped.ok) return wrapped;
    if (wrapped.value === 'locked') locked += 1;
    else if ((await table.swap(row, dataKeyRow.fields({ ...value, wrapped: wrapped.value }))) !== null) done += 1;
  }
  return ok({ done, left: rows.length - done, locked });
};
