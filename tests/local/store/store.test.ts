import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSharedSave } from '@coaching-pairs/local/store/shared-save';
import { openStore, StoreUnreadable } from '@coaching-pairs/local/store/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueOf, tableOf } from './writer.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const silent = (): void => undefined;

describe('the embedded store', () => {
  it('goes on where it stopped, rows and messages', async () => {
    const first = await openStore({ folder, say: silent });
    await tableOf(first.tableUrl).createTable();
    await tableOf(first.tableUrl).createEntity({ partitionKey: 'round', rowKey: 'priya', answer: 'joined' });
    await queueOf(first.queueUrl).create();
    await queueOf(first.queueUrl).sendMessage('wake');
    await first.stop();

    const second = await openStore({ folder, say: silent });
    const row = await tableOf(second.tableUrl).getEntity('round', 'priya');
    const { receivedMessageItems } = await queueOf(second.queueUrl).receiveMessages();
    await second.stop();

    expect(row['answer']).toBe('joined');
    expect(receivedMessageItems.map((message) => message.messageText)).toEqual(['wake']);
  });

  it('answers an unreadable file with one sentence that says what helps', async () => {
    await writeFile(join(folder, 'tables.json'), '{"collections": [{"na');

    const opening = openStore({ folder, say: silent });

    await expect(opening).rejects.toThrow(StoreUnreadable);
    await expect(opening).rejects.toThrow(/tables\.json cannot be read; start with --fresh/);
  });

  it('answers a folder that is a file with one sentence', async () => {
    await writeFile(join(folder, 'store'), '');

    await expect(openStore({ folder: join(folder, 'store'), say: silent })).rejects.toThrow(/The folder .*store cannot be written\./);
  });

  it('gives no answer to a write that could not be saved, and says why', async () => {
    const said: string[] = [];
    const store = await openStore({ folder, say: (sentence) => said.push(sentence) });
    await tableOf(store.tableUrl).createTable();
    // A new table is saved whole, beside the file and renamed; a folder in that place makes it fail.
    await mkdir(join(folder, 'tables.json~'));

    await expect(tableOf(store.tableUrl, 'others').createTable()).rejects.toThrow();

    await rm(join(folder, 'tables.json~'), { recursive: true });
    await store.stop();
    expect(said[0]).toMatch(/The store cannot be saved in .*: /);
  });
});

describe('a save shared by several writers', () => {
  it('lets everybody who asks during one save wait for the next, which is one for all', async () => {
    const begun: (() => void)[] = [];
    const durable = createSharedSave(() => new Promise((resolve) => begun.push(resolve)));
    const done: string[] = [];
    const first = durable().then(() => done.push('first'));
    const others = ['second', 'third'].map((name) => durable().then(() => done.push(name)));

    expect(begun).toHaveLength(1);
    begun[0]?.();
    await first;
    await expect.poll(() => begun.length).toBe(2);
    expect(done).toEqual(['first']);
    begun[1]?.();
    await Promise.all(others);

    expect(begun).toHaveLength(2);
    expect(done).toEqual(['first', 'second', 'third']);
  });

  it('fails only those whose save failed', async () => {
    const outcomes = [Promise.reject(new Error('disk full')), Promise.resolve()];
    const durable = createSharedSave(() => outcomes.shift() ?? Promise.resolve());

    const first = durable();
    const second = durable();

    await expect(first).rejects.toThrow('disk full');
    await expect(second).resolves.toBeUndefined();
  });
});
