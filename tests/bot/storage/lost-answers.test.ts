import { randomUUID } from 'node:crypto';
import { keyOf } from '@coaching-pairs/bot/ports/keys';
import type { Batch, Row, Table } from '@coaching-pairs/bot/ports/store';
import { operationId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Store, startStore } from '../../store-harness.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.js';

let store: Store;
let proxy: FaultProxy;
/** The same table, over the bad line and directly. */
let shaky: Table;
let direct: Table;
let partition = '';

beforeAll(async () => {
  store = await startStore();
  proxy = await startFaultProxy(store.tableUrl);
  const patience = { firstPause: 1, longestPause: 5, attempts: 4 };
  shaky = await store.table({ name: 'answers', url: proxy.url, patience });
  direct = await store.table({ name: 'answers' });
});
afterAll(async () => {
  await proxy.stop();
  await store.stop();
});
beforeEach(() => {
  partition = keyOf('lost', randomUUID());
});

const put = async (key: string, n: number): Promise<Row> => {
  await direct.commit({ partition, writes: [{ kind: 'upsert', key, fields: { n } }] });
  const row = await direct.read(partition, key);
  if (row === null) throw new Error('not written');
  return row;
};
const keys = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { key } of direct.list(partition, { prefix: '' })) found.push(key);
  return found.filter((key) => !key.startsWith('op~')).sort();
};

/** Every way in which the product writes, each on rows of its own. */
const batches: Record<string, () => Promise<Batch>> = {
  'an insert': async () => ({ partition, writes: [{ kind: 'insert', key: 'made', fields: { n: 1 } }] }),
  'a replace': async () => ({ partition, writes: [{ kind: 'replace', key: 'row', fields: { n: 2 }, etag: (await put('row', 1)).etag }] }),
  'an upsert': async () => ({ partition, writes: [{ kind: 'upsert', key: 'row', fields: { n: 2 } }] }),
  'a delete': async () => ({ partition, writes: [{ kind: 'delete', key: 'row', etag: (await put('row', 1)).etag }] }),
  'a change of several rows': async () => ({
    partition,
    writes: [
      { kind: 'delete', key: 'gone', etag: (await put('gone', 1)).etag },
      { kind: 'insert', key: 'made', fields: { n: 1 } },
      { kind: 'replace', key: 'row', fields: { n: 2 }, etag: (await put('row', 1)).etag },
    ],
  }),
};
const names = Object.keys(batches);
const batchOf = async (name: string): Promise<Batch> => (await batches[name]?.()) ?? expect.unreachable();

describe('[R-11] an acknowledgement that is lost', () => {
  it.each(names)('is told from a conflict for %s, with an operation id and without', async (name) => {
    for (const opId of [undefined, operationId(randomUUID())]) {
      partition = keyOf('lost', randomUUID());
      const batch = await batchOf(name);
      proxy.next('lost', 'lost', 'through');
      expect(await shaky.commit(opId === undefined ? batch : { ...batch, opId })).toEqual({ outcome: 'committed' });
      const made = batch.writes.filter(({ kind }) => kind !== 'delete').map(({ key }) => key);
      expect(await keys()).toEqual(made.sort());
    }
  });

  it.each(names)('is told from a conflict for %s even when the answer never comes at all', async (name) => {
    const batch = await batchOf(name);
    proxy.next('lost', 'busy', 'unheard', 'busy');
    expect(await shaky.commit({ ...batch, opId: operationId('op') })).toEqual({ outcome: 'committed' });
  });

  it('does not hide a real conflict', async () => {
    const batch = await batchOf('a replace');
    await put('row', 9);
    proxy.next('busy', 'unheard', 'lost', 'through');
    expect(await shaky.commit({ ...batch, opId: operationId('op') })).toEqual({ outcome: 'conflict' });
    expect((await direct.read(partition, 'row'))?.fields).toEqual({ n: 9 });
  });

  it('leaves a swap with its new tag, so that the next swap succeeds', async () => {
    const row = await put('row', 1);
    proxy.next('lost', 'through');
    const swapped = await shaky.swap(row, { n: 2 });
    expect(swapped?.fields).toEqual({ n: 2 });
    expect(await direct.swap(swapped ?? expect.unreachable(), { n: 3 })).not.toBeNull();
  });

  it('leaves a removed row removed', async () => {
    const row = await put('row', 1);
    proxy.next('lost', 'through');
    expect(await shaky.remove(row)).toBe(true);
    expect(await keys()).toEqual([]);
  });

  it('reaches the caller as an unavailable store when nothing can be found out, and the repeat settles it', async () => {
    const batch = { ...(await batchOf('an insert')), opId: operationId('op') };
    proxy.next('lost', ...Array.from({ length: 20 }, () => 'busy' as const));
    await expect(shaky.commit(batch)).rejects.toMatchObject({ name: 'StoreFault', code: 'store-unavailable' });
    proxy.next();
    expect(await shaky.commit(batch)).toMatchObject({ outcome: 'alreadyCommitted' });
  });
});

describe('[R-21] a store that is busy', () => {
  it('is asked again, four times here, and then reported', async () => {
    await put('row', 1);
    proxy.next('busy', 'unheard', 'busy', 'through');
    expect((await shaky.read(partition, 'row'))?.fields).toEqual({ n: 1 });
    proxy.next('busy', 'busy', 'busy', 'busy');
    await expect(shaky.read(partition, 'row')).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(proxy.seen()).toBe(4);
  });

  it('may answer an empty page with more behind it', async () => {
    await put('row', 1);
    proxy.next('emptyPage', 'emptyPage');
    const found: string[] = [];
    for await (const { key } of shaky.list(partition, { prefix: '' })) found.push(key);
    expect(proxy.seen()).toBe(3);
    expect(found).toEqual(['row']);
  });
});
