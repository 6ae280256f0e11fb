import { randomUUID } from 'node:crypto';
import { keyOf, prefixOf } from '@coaching-pairs/bot/ports/keys';
import type { Row, Table } from '@coaching-pairs/bot/ports/store';
import { removeInSteps, upsertInSteps } from '@coaching-pairs/bot/storage/table/in-steps';
import { openTable } from '@coaching-pairs/bot/storage/table/open-table';
import { operationId } from '@coaching-pairs/shared/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStore } from '../../store-harness.js';
import { memoryTable } from '../workflows/memory-table.js';

/**
 * What the product needs from a table store. Runs on the embedded one; on a real account when CONTRACT_TABLE_URL names its table
 * endpoint and CONTRACT_TABLE_TOKEN holds a bearer token for https://storage.azure.com/ (CONTRACT_TABLE_NAME: `contract` otherwise).
 */
const { CONTRACT_TABLE_URL: realUrl, CONTRACT_TABLE_TOKEN: token = '', CONTRACT_TABLE_NAME: name = 'contract' } = process.env;

let table: Table;
let partition = '';

type Opened = { readonly table: Table; readonly close: () => Promise<void> };

const openReal = async (): Promise<Opened> => {
  if (realUrl === undefined) {
    const store = await startStore();
    return { table: await store.table(), close: store.stop };
  }
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  return { table: await openTable({ url: realUrl, name, credential }), close: async () => undefined };
};
const openPaper = async (): Promise<Opened> => ({ table: memoryTable(), close: async () => undefined });

const listed = async (prefix: string, max?: number): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.list(partition, max === undefined ? { prefix } : { prefix, max })) rows.push(row);
  return rows;
};
const put = async (key: string, fields: Row['fields'] = {}): Promise<Row> => {
  await table.commit({ partition, writes: [{ kind: 'upsert', key, fields }] });
  const row = await table.read(partition, key);
  if (row === null) throw new Error('not written');
  return row;
};

/** The second one serves thousands of small stories; it has to keep what the first one promises. */
describe.each([
  ['a store', openReal],
  ['the table of the small stories', openPaper],
])('%s: ', (_kind, open) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    table = opened.table;
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    partition = keyOf('contract', randomUUID());
  });
  // A real account is left as it was found.
  afterEach(() => removeInSteps(table, partition, ''));

  it('everything is read page by page, partition after partition', async () => {
    await upsertInSteps(
      table,
      partition,
      ['a', 'b', 'c', 'd', 'e'].map((key) => ({ kind: 'upsert', key, fields: { key } })),
    );
    const found: Row[] = [];
    for (let continuation: string | undefined, more = true; more; more = continuation !== undefined) {
      const page = await table.everything(continuation === undefined ? { max: 2 } : { max: 2, continuation });
      expect(page.rows.length).toBeLessThanOrEqual(2);
      found.push(...page.rows.filter((row) => row.partition === partition));
      continuation = page.continuation;
    }
    expect(found.map(({ key, fields }) => [key, fields['key']])).toEqual(['a', 'b', 'c', 'd', 'e'].map((key) => [key, key]));
  });

  describe('rows', () => {
    it('come back as they were written, nested values and long texts with emoji included', async () => {
      const long = '🙂x'.repeat(50_000);
      const fields = {
        text: 'Priya',
        empty: '',
        yes: true,
        count: 7,
        big: 2 ** 40,
        part: 0.25,
        none: null,
        list: [1, { a: null }],
        long,
        lone: 'a\ud800b',
      };
      expect((await put('row', { ...fields, left: undefined })).fields).toEqual(fields);
    });

    it('that are not there read as null', async () => {
      expect(await table.read(partition, 'nobody')).toBeNull();
    });

    it('keep keys of any opaque id apart', async () => {
      const ids = ['a/b', 'a\\b', 'a#b', 'a?b', 'a%b', 'a~b', "o'neil", '日本', 'a=002fb', ' ', '\u0007', ''];
      await Promise.all(ids.map((id) => put(keyOf('participant', id), { who: id })));
      for (const id of ids) expect((await table.read(partition, keyOf('participant', id)))?.fields).toEqual({ who: id });
      expect(await listed(prefixOf('participant'))).toHaveLength(ids.length);
    });

    it('are listed by exact prefix, across pages, up to a number', async () => {
      await upsertInSteps(
        table,
        partition,
        Array.from({ length: 1205 }, (_, index) => ({ kind: 'upsert' as const, key: keyOf('a', String(index)), fields: { index } })),
      );
      await put(keyOf('ab', '1'));
      expect(await listed(prefixOf('a'))).toHaveLength(1205);
      expect(await listed(prefixOf('a'), 1100)).toHaveLength(1100);
      expect(await listed('')).toHaveLength(1206);
      expect(await removeInSteps(table, partition, prefixOf('a'))).toBe(1205);
      expect(await listed('')).toHaveLength(1);
    });
  });

  describe('a batch', () => {
    it('happens as a whole or not at all', async () => {
      const kept = await put('kept', { n: 1 });
      const insertKept = { kind: 'insert', key: 'kept', fields: {} } as const;
      const refused = await table.commit({
        partition,
        opId: operationId('op-1'),
        writes: [{ kind: 'insert', key: 'new', fields: {} }, insertKept],
      });
      expect(refused).toEqual({ outcome: 'conflict' });
      expect((await listed('')).map(({ key }) => key)).toEqual(['kept']);
      const done = await table.commit({
        partition,
        opId: operationId('op-1'),
        writes: [
          { kind: 'insert', key: 'new', fields: {} },
          { kind: 'replace', key: 'kept', fields: { n: 2 }, etag: kept.etag },
        ],
      });
      expect(done).toEqual({ outcome: 'committed' });
      expect((await table.read(partition, 'kept'))?.fields).toEqual({ n: 2 });
    });

    it('refuses to replace or delete what somebody has changed meanwhile', async () => {
      const old = await put('row', { n: 1 });
      await put('row', { n: 2 });
      const replace = { kind: 'replace', key: 'row', fields: { n: 3 }, etag: old.etag } as const;
      const remove = { kind: 'delete', key: 'row', etag: old.etag } as const;
      for (const write of [replace, remove]) {
        expect(await table.commit({ partition, writes: [write] })).toEqual({ outcome: 'conflict' });
        expect(await table.commit({ partition, opId: operationId('op'), writes: [write] })).toEqual({ outcome: 'conflict' });
      }
      expect(await table.swap(old, { n: 3 })).toBeNull();
      expect(await table.remove(old)).toBe(false);
      expect((await table.read(partition, 'row'))?.fields).toEqual({ n: 2 });
    });

    it('deletes what nobody has changed', async () => {
      const [one, two] = [await put('one'), await put(keyOf('two', 'ü'))];
      const writes = [one, two].map(({ key, etag }) => ({ kind: 'delete', key, etag }) as const);
      expect(await table.commit({ partition, opId: operationId('op'), writes })).toEqual({ outcome: 'committed' });
      expect(await table.read(partition, one.key)).toBeNull();
      expect(await table.read(partition, two.key)).toBeNull();
    });

    it('takes ninety-nine writes beside its operation', async () => {
      const writes = Array.from({ length: 99 }, (_, index) => ({ kind: 'insert' as const, key: `row-${index}`, fields: { index } }));
      expect(await table.commit({ partition, opId: operationId('op'), writes })).toEqual({ outcome: 'committed' });
    });

    it('[R-11] repeated with its operation id has no second effect and gives the first answer', async () => {
      const again = { partition, opId: operationId('op-2'), writes: [{ kind: 'upsert', key: 'row', fields: { n: 2 } }] } as const;
      await table.commit({
        partition,
        opId: operationId('op-2'),
        writes: [{ kind: 'insert', key: 'row', fields: { n: 1 } }],
        answer: { seat: 4 },
      });
      expect(await table.commit(again)).toEqual({ outcome: 'alreadyCommitted', answer: { seat: 4 } });
      expect((await table.read(partition, 'row'))?.fields).toEqual({ n: 1 });
    });
  });

  describe('two at once', () => {
    it('[R-12] forty people after one place: one has it, the others are told', async () => {
      const seat = await put('seat', { holder: null });
      const racers = Array.from({ length: 40 }, (_, index) => index);
      const outcomes = await Promise.all(
        racers.map((racer) => {
          const write = { kind: 'replace', key: 'seat', fields: { holder: racer }, etag: seat.etag } as const;
          return table.commit({ partition, opId: operationId(`racer-${racer}`), writes: [write] });
        }),
      );
      const winners = racers.filter((racer) => outcomes[racer]?.outcome === 'committed');
      expect(winners).toHaveLength(1);
      expect((await table.read(partition, 'seat'))?.fields).toEqual({ holder: winners[0] });
      expect(outcomes.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(39);
    });

    it('[R-12] twenty swaps of one row: one new tag', async () => {
      const row = await put('row', { n: 0 });
      const swapped = await Promise.all(Array.from({ length: 20 }, (_, n) => table.swap(row, { n })));
      expect(swapped.filter((one) => one !== null)).toHaveLength(1);
    });
  });

  describe('[S-14] what people type', () => {
    const typed = ["' or PartitionKey ne '", "x' or true or 'x", "') or (1 eq 1", '%27 or 1 eq 1', "''", "a' and RowKey ge '"];

    it.each(typed)('stays a value in a filter: %s', async (text) => {
      await put(keyOf('secret', 'of another'), { text: 'hidden' });
      const mine = await put(keyOf('p', text), { text });
      expect(await listed(prefixOf('p', text))).toEqual([]);
      expect((await listed(prefixOf('p'))).map(({ key }) => key)).toEqual([mine.key]);
    });

    it.each(typed)('stays a value in a filter even when it is not encoded: %s', async (text) => {
      await put('row');
      for await (const row of table.list(text, { prefix: '' })) expect.unreachable(row.key);
      for await (const row of table.list(partition, { prefix: text })) expect.unreachable(row.key);
    });
  });
});
