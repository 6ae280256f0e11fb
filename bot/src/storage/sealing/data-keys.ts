import { randomBytes } from 'node:crypto';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Clock } from '../../ports/clock.js';
import { keyOf, partsOf, prefixOf } from '../../ports/keys.js';
import type { Safe, SafeOwner, Sealing, SealingKeys, SealingTrouble, WrappedKey } from '../../ports/sealing.js';
import { type Row, storeFault, type Table } from '../../ports/store.js';
import { noteDestroyed, noteErased } from '../backup/erasures.js';
import { dataKeyRow, dataKeysPartition } from './data-key-row.js';
import { rewrapOn } from './rewrap.js';
import { dataKeyBytes, safeWith } from './safe.js';

const keyFor = ({ kind, id }: SafeOwner): string => keyOf(kind, id);

/** For how long an unwrapped key may be used again without asking the vault, in milliseconds, and how many are held. */
const heldFor = 600_000;
const mostHeld = 1_000;

type Parts = { readonly table: Table; readonly keys: SealingKeys; readonly clock: Clock; readonly newId: () => string };

/** Unwraps, and remembers for a while: somebody who is writing saves every few seconds. */
const unwrapping = ({ keys, clock }: Parts) => {
  const held = new Map<string, { readonly key: Uint8Array; readonly until: number }>();
  const hold = ({ value }: WrappedKey, key: Uint8Array): void => {
    if (held.size >= mostHeld) held.clear();
    held.set(value, { key, until: Date.parse(clock.now()) + heldFor });
  };
  const unwrap = async (wrapped: WrappedKey): Promise<Result<Uint8Array, SealingTrouble>> => {
    const known = held.get(wrapped.value);
    if (known !== undefined && Date.parse(clock.now()) < known.until) return ok(known.key);
    held.delete(wrapped.value);
    const key = await keys.unwrap(wrapped);
    if (key.ok) hold(wrapped, key.value);
    return key;
  };
  return { hold, unwrap, drop: ({ value }: WrappedKey): void => void held.delete(value) };
};

/** Data keys in the product's own table, one row for each owner. Deleting the row erases what was sealed with it (C-07). */
export const sealingOver = (parts: Parts): Sealing => {
  const { table, keys, clock, newId } = parts;
  const { hold, unwrap, drop } = unwrapping(parts);
  const read = (owner: SafeOwner): Promise<Row | null> => table.read(dataKeysPartition, keyFor(owner));
  const open = async (row: Row): Promise<Result<Safe, SealingTrouble>> => {
    const { id, wrapped } = dataKeyRow.read(row).value;
    const key = await unwrap(wrapped);
    return key.ok ? ok(safeWith(id, key.value)) : key;
  };
  const make = async (owner: SafeOwner): Promise<Result<Safe, SealingTrouble>> => {
    const version = await keys.current();
    if (!version.ok) return version;
    const [id, key] = [newId(), randomBytes(dataKeyBytes)];
    const wrapped = await keys.wrap(key, version.value);
    if (!wrapped.ok) return wrapped;
    const write = dataKeyRow.write(keyFor(owner), { value: { id, wrapped: wrapped.value }, etag: null });
    const { outcome } = await table.commit({ partition: dataKeysPartition, writes: [write] });
    if (outcome === 'committed') {
      hold(wrapped.value, key);
      return ok(safeWith(id, key));
    }
    // Another device was quicker: its key is the one.
    const row = await read(owner);
    if (row === null) throw storeFault('row-unreadable', keyFor(owner));
    return open(row);
  };
  return {
    safeFor: async (owner) => {
      const row = await read(owner);
      return row === null ? make(owner) : open(row);
    },
    existingSafe: async (owner) => {
      const row = await read(owner);
      return row === null ? ok(null) : open(row);
    },
    destroy: async (owner) => {
      if (owner.kind === 'person') await noteErased(table, owner.id, clock.now());
      for (let row = await read(owner); row !== null; row = await read(owner)) {
        const { id, wrapped } = dataKeyRow.read(row).value;
        await noteDestroyed(table, id, clock.now());
        drop(wrapped);
        await table.remove(row);
      }
    },
    owners: async (kind) => {
      const ids: string[] = [];
      for await (const { key } of table.list(dataKeysPartition, { prefix: prefixOf(kind) })) ids.push(partsOf(key)[1] ?? '');
      return ids;
    },
    rewrap: (most) => rewrapOn(table, keys, most),
  };
};
