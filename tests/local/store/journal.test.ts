import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import { openStore, type Store } from '@coaching-pairs/local/store/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableOf } from './writer.js';

let folder: string;
const silent = (): void => undefined;
const opened: Store[] = [];

const open = async (at: string): Promise<Store> => {
  const store = await openStore({ folder: at, say: silent });
  opened.push(store);
  return store;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.stop()));
  await rm(folder, { recursive: true, force: true });
});

const row = (rowKey: string, answer = 'joined') => ({ partitionKey: 'round', rowKey, answer });

const answersIn = async (table: TableClient): Promise<Record<string, unknown>> => {
  const answers: Record<string, unknown> = {};
  for await (const one of table.listEntities()) {
    answers[one.rowKey ?? ''] = one['answer'];
  }
  return answers;
};

/** The folder as a kill at this moment would leave it. */
const killedCopy = async (): Promise<string> => {
  const copy = join(folder, 'killed');
  await cp(join(folder, 'store'), copy, { recursive: true });
  return copy;
};

describe('the journal of the embedded store', () => {
  it('leads to the last answered state: rows that are new, changed and gone', async () => {
    const table = tableOf((await open(join(folder, 'store'))).tableUrl);
    await table.createTable();
    for (const name of ['priya', 'sam', 'ines']) await table.createEntity(row(name));
    await table.updateEntity(row('sam', 'sitting out'), 'Replace');
    await table.deleteEntity('round', 'ines');

    const again = tableOf((await open(await killedCopy())).tableUrl);

    expect(await answersIn(again)).toEqual({ priya: 'joined', sam: 'sitting out' });
    await again.createEntity(row('ines', 'late'));
    await again.updateEntity(row('priya', 'changed'), 'Merge');
    expect(await answersIn(again)).toEqual({ priya: 'changed', sam: 'sitting out', ines: 'late' });
  });

  it('leaves out a change that was torn by the kill, wholly, and keeps all before it', async () => {
    const table = tableOf((await open(join(folder, 'store'))).tableUrl);
    await table.createTable();
    await table.createEntity(row('priya'));
    await table.submitTransaction([
      ['create', row('sam')],
      ['create', row('ines')],
    ]);
    const copy = await killedCopy();
    const journal = join(copy, 'tables.json.journal');
    await writeFile(journal, (await readFile(journal)).subarray(0, -30));

    const again = tableOf((await open(copy)).tableUrl);

    expect(await answersIn(again)).toEqual({ priya: 'joined' });
  });

  it('knows that a table was removed and made again', async () => {
    const table = tableOf((await open(join(folder, 'store'))).tableUrl);
    await table.createTable();
    await table.createEntity(row('priya'));
    await table.deleteTable();
    await table.createTable();
    await table.createEntity(row('sam'));

    expect(await answersIn(tableOf((await open(await killedCopy())).tableUrl))).toEqual({ sam: 'joined' });
  });

  it('is empty after a normal stop', async () => {
    const store = await open(join(folder, 'store'));
    const table = tableOf(store.tableUrl);
    await table.createTable();
    await table.createEntity(row('priya'));
    expect((await stat(join(folder, 'store', 'tables.json.journal'))).size).toBeGreaterThan(0);

    await store.stop();
    opened.pop();

    expect((await stat(join(folder, 'store', 'tables.json.journal'))).size).toBe(0);
    expect(await answersIn(tableOf((await open(join(folder, 'store'))).tableUrl))).toEqual({ priya: 'joined' });
  });
});

describe('batches that overlap', () => {
  it('are stored wholly or not at all, also beside one that fails', async () => {
    const table = tableOf((await open(join(folder, 'store'))).tableUrl);
    await table.createTable();
    await table.createEntity(row('taken'));
    const batch = (name: string, last: string): TransactionAction[] =>
      [`${name}-1`, `${name}-2`, `${name}-3`, last].map((key) => ['create', row(key)]);
    const names = Array.from({ length: 12 }, (_, index) => `batch${index}`);
    const outcomes = await Promise.allSettled(
      names.map((name, index) => table.submitTransaction(batch(name, index % 2 === 0 ? `${name}-4` : 'taken'))),
    );

    const stored = Object.keys(await answersIn(table));
    expect(outcomes.map(({ status }) => status)).toEqual(names.map((_, index) => (index % 2 === 0 ? 'fulfilled' : 'rejected')));
    expect(names.map((name) => stored.filter((key) => key.startsWith(`${name}-`)).length)).toEqual(
      names.map((_, index) => (index % 2 === 0 ? 4 : 0)),
    );
  });
});
