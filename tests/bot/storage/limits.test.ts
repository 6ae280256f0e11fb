import { decodePart, encodePart, keyOf, partsOf, prefixOf } from '@coaching-pairs/bot/ports/keys';
import type { Fields, Table, Write } from '@coaching-pairs/bot/ports/store';
import { fieldsOf, propertiesOf } from '@coaching-pairs/bot/storage/table/fields';
import { openTable } from '@coaching-pairs/bot/storage/table/open-table';
import { operationId } from '@coaching-pairs/shared/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devAccount, type Store, startStore } from '../../store-harness.js';

let store: Store;
let table: Table;
beforeAll(async () => {
  store = await startStore();
  table = await store.table();
});
afterAll(() => store.stop());

const insert = (key: string, fields: Fields = {}): Write => ({ kind: 'insert', key, fields });
const many = (count: number, of: (index: number) => Write): Write[] => Array.from({ length: count }, (_, index) => of(index));
const numbered = (count: number): Fields => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index]));

const refusals: readonly (readonly [string, string, readonly Write[]])[] = [
  ['a batch of a hundred and the operation', 'too-many-rows', many(100, (index) => insert(`row-${index}`))],
  ['a row twice', 'row-twice', [insert('row'), { kind: 'delete', key: 'row', etag: '*' }]],
  ['a row over 1 MiB', 'row-too-large', [insert('row', { text: 'x'.repeat(600_000) })]],
  ['253 fields', 'too-many-fields', [insert('row', numbered(253))]],
  ['a batch over 4 MiB', 'batch-too-large', many(9, (index) => insert(`row-${index}`, { text: 'x'.repeat(500_000) }))],
  ['a key with a slash', 'key-forbidden', [insert('a/b')]],
  ['an empty key', 'key-forbidden', [insert('')]],
  ['a key over 255 bytes', 'key-too-long', [insert('k'.repeat(256))]],
  ['nothing at all', 'nothing-to-write', []],
  ...['PartitionKey', 'rowkey', 'Timestamp', 'etag', 'id', 'rid', 'ResourceId', 'odata', 'a_b', '1a', 'a.b', '__proto__'].map(
    (name) => [`the field name ${name}`, 'field-name-forbidden', [insert('row', Object.fromEntries([[name, 1]]))]] as const,
  ),
];

describe('what Azure would refuse is refused before it is sent', () => {
  it.each(refusals)('%s: %s', async (_what, code, writes) => {
    await expect(table.commit({ partition: 'limits', opId: operationId('op'), writes })).rejects.toMatchObject({
      name: 'StoreFault',
      code,
    });
    expect((await table.page('limits', { prefix: '' })).rows).toEqual([]);
  });

  it('[S-15] a key for an account that is not on this machine', async () => {
    const opened = openTable({ url: 'https://contoso.table.core.windows.net', name: 'rounds', credential: devAccount });
    await expect(opened).rejects.toMatchObject({ code: 'credential-refused' });
  });
});

describe('fields and keys', () => {
  it('any JSON comes back as it was, in pieces that fit', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 200 }), (value, text) => {
        const fields = JSON.parse(JSON.stringify({ value, text: text.repeat(400) }));
        const properties = propertiesOf(fields);
        expect(fieldsOf(properties, 'row')).toEqual(fields);
        for (const kept of Object.values(properties)) expect(String(kept).length).toBeLessThanOrEqual(30_000);
      }),
      { numRuns: 100 },
    );
  });

  it('a part of a key is reversible, whatever it holds, and safe in a url', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (first, second) => {
        expect(decodePart(encodePart(first))).toBe(first);
        expect(partsOf(keyOf(first, second))).toEqual([first, second]);
        expect(keyOf(first, second)).toMatch(/^[A-Za-z0-9._=~-]+$/);
        expect(keyOf(first, second).startsWith(prefixOf(first))).toBe(true);
      }),
    );
  });
});
