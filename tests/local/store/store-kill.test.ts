import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyStory } from '../../acceptance/driver/stories.js';
import { type Compiled, compileForChild } from '../from-sources.js';
import { endStore, queueOf, type RunningStore, startStore, tableOf } from './writer.js';

const entry = 'tests/local/store/writing-child.ts';
let compiled: Compiled;

beforeAll(async () => {
  compiled = await compileForChild([entry]);
});
afterAll(() => compiled.remove());

type Acknowledged = { readonly rows: Set<string>; readonly batches: Set<string>; readonly messages: Set<string> };

/** Runs `write` with a rising number until the store is gone; only what was answered counts. */
const untilGone = async (write: (index: number) => Promise<void>): Promise<void> => {
  for (let index = 0; ; index++) {
    try {
      await write(index);
    } catch {
      return;
    }
  }
};

/** So much is acknowledged before the process is killed. */
const fewestBefore = 20;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Several writers at once on tables, batches and the queue, the process killed in the middle. */
const writeAndKill = async (store: RunningStore, signal: NodeJS.Signals, run: number, acknowledged: Acknowledged): Promise<void> => {
  const table = tableOf(store.tableUrl);
  const queue = queueOf(store.queueUrl);
  await table.createTable();
  await queue.createIfNotExists();
  const single = (writer: number) =>
    untilGone(async (index) => {
      const rowKey = `${run}-${writer}-${index}`;
      await table.createEntity({ partitionKey: 'round', rowKey, answer: 'accepted' });
      acknowledged.rows.add(rowKey);
    });
  const batch = untilGone(async (index) => {
    const keys = [1, 2, 3].map((part) => `${run}-${index}-${part}`);
    await table.submitTransaction(keys.map((rowKey) => ['create', { partitionKey: 'batch', rowKey }]));
    for (const key of keys) {
      acknowledged.batches.add(key);
    }
  });
  const messages = untilGone(async (index) => {
    await queue.sendMessage(`${run}-${index}`);
    acknowledged.messages.add(`${run}-${index}`);
  });
  const before = acknowledged.rows.size + acknowledged.messages.size;
  const ends = async (): Promise<void> => {
    // In the middle of the writing, also on a machine that is slow to begin with it.
    while (acknowledged.rows.size + acknowledged.messages.size < before + fewestBefore) await pause(20);
    await pause(Math.random() * 400);
    await endStore(store, signal);
  };
  void ends();
  await Promise.all([single(1), single(2), single(3), batch, messages]);
};

const keysIn = async (store: RunningStore, partition: string): Promise<Set<string>> => {
  const keys = new Set<string>();
  const filter = `PartitionKey eq '${partition}'`;
  for await (const row of tableOf(store.tableUrl).listEntities({ queryOptions: { filter, select: ['rowKey'] } })) {
    keys.add(row.rowKey ?? '');
  }
  return keys;
};

const textsIn = async (store: RunningStore): Promise<Set<string>> => {
  const texts = new Set<string>();
  for (;;) {
    const { receivedMessageItems } = await queueOf(store.queueUrl).receiveMessages({ numberOfMessages: 32, visibilityTimeout: 600 });
    if (receivedMessageItems.length === 0) {
      return texts;
    }
    for (const message of receivedMessageItems) {
      texts.add(message.messageText);
    }
  }
};

describe('the embedded store and the end of its process', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('loses no acknowledged row, batch or message to %s', { timeout: 240_000 }, async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'store-'));
    const acknowledged: Acknowledged = { rows: new Set(), batches: new Set(), messages: new Set() };
    const runs = { SIGKILL: everyStory ? 6 : 2, SIGTERM: everyStory ? 2 : 1 }[signal];
    // On a slow machine a run acknowledges little before it ends: then there are more of them.
    const enough = (): boolean => acknowledged.rows.size > 50 && acknowledged.messages.size > 20;
    for (let run = 0; run < runs || (run < 30 && !enough()); run++) {
      await writeAndKill(await startStore(compiled.file(entry), folder), signal, run, acknowledged);
    }

    const reopened = await startStore(compiled.file(entry), folder);
    const rows = await keysIn(reopened, 'round');
    const batches = await keysIn(reopened, 'batch');
    const messages = await textsIn(reopened);
    await endStore(reopened, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });

    expect(acknowledged.rows.size).toBeGreaterThan(50);
    expect(acknowledged.messages.size).toBeGreaterThan(20);
    expect([...acknowledged.rows].filter((key) => !rows.has(key))).toEqual([]);
    expect([...acknowledged.batches].filter((key) => !batches.has(key))).toEqual([]);
    expect([...acknowledged.messages].filter((text) => !messages.has(text))).toEqual([]);
    expect(batches.size % 3).toBe(0);
  });
});
