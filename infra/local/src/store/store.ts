import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { terminal } from '../words/terminal.js';
import { type AzuriteServer, createQueueServer, createTableServer, databasesOf, wrapListener } from './azurite.js';
import { onCollections } from './changes.js';
import { withHeldAnswers } from './held-answers.js';
import { replayJournal } from './journal.js';
import { type Keeper, openKeeper } from './keeper.js';
import { lookUpRowFirst } from './row-first.js';
import type { Durable } from './shared-save.js';
import { createTurns, withTurns } from './turns.js';

/** Azurite's account; its key is public knowledge and opens nothing but an emulator on this machine. */
export const storeAccount = 'devstoreaccount1';
export const storeKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export type StoreOptions = {
  readonly folder: string;
  /** Prints one sentence to whoever runs the sandbox. */
  readonly say: (sentence: string) => void;
};

export type Store = { readonly tableUrl: string; readonly queueUrl: string; readonly stop: () => Promise<void> };

/** The folder cannot be opened; the message is the whole sentence for the person. */
export class StoreUnreadable extends Error {
  override readonly name = 'StoreUnreadable';
}

type Opened = { readonly server: AzuriteServer; readonly keeper: Keeper };

const bringUpToDate = async (files: readonly string[]): Promise<void> => {
  for (const file of files) {
    try {
      await replayJournal(file);
    } catch (cause) {
      throw new StoreUnreadable(terminal.t('store.unreadable', { file }), { cause });
    }
  }
};

const startServer = async (server: AzuriteServer, file: string): Promise<void> => {
  try {
    await server.start();
  } catch (cause) {
    throw new StoreUnreadable(terminal.t('store.unreadable', { file }), { cause });
  }
  // From here on only the keeper saves, so that nothing is in flight that nobody waits for.
  for (const db of databasesOf(server)) {
    db.autosaveDisable();
  }
};

/**
 * Opens tables and queues in `folder`, on free loopback ports.
 *
 * An answered write survives SIGKILL: no answer to a writing request leaves before the change has been appended to the journal
 * beside its database; writers share one append. A stop, and a journal that grows large, fold the journal into the database.
 * A power cut may lose the last moments: the files are not flushed through the operating system's cache.
 *
 * @throws StoreUnreadable where files are corrupt or not accessible
 */
export const openStore = async ({ folder, say }: StoreOptions): Promise<Store> => {
  const at = (name: string): string => join(folder, name);
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new StoreUnreadable(terminal.t('store.closed', { folder }), { cause });
  });
  let stopping = false;
  const onLost = (cause: unknown): void => {
    // What comes in after the last save gets no answer, which is all that its caller needs to know.
    if (!stopping) say(terminal.t('store.lost', { folder, reason: cause instanceof Error ? cause.message : String(cause) }));
  };

  /** The first file is the one that people know. */
  const open = async (create: () => AzuriteServer, files: readonly [string, ...string[]]): Promise<Opened> => {
    await bringUpToDate(files);
    const server = create();
    const turns = createTurns();
    let keeper: Keeper | undefined;
    const durable: Durable = async () => keeper?.durable();
    wrapListener(server, (listener) => withHeldAnswers(withTurns(listener, turns), durable, onLost));
    await startServer(server, files[0]);
    for (const db of databasesOf(server)) {
      db.collections.forEach(lookUpRowFirst);
      onCollections(db, lookUpRowFirst, () => undefined);
    }
    keeper = await openKeeper(databasesOf(server), files, turns);
    return { server, keeper };
  };
  const [tableFile, queueFile, extentFile] = [at('tables.json'), at('queues.json'), at('queue-files.json')];
  const tables = await open(() => createTableServer(tableFile), [tableFile]);
  const queues = await open(
    () => createQueueServer({ queues: queueFile, extents: extentFile, messages: at('queue-messages') }),
    [queueFile, extentFile],
  );
  const stop = async (): Promise<void> => {
    stopping = true;
    await Promise.all([tables.keeper.finish(), queues.keeper.finish()]);
    await Promise.all([tables.server.close(), queues.server.close()]);
  };
  const urlOf = ({ server }: Opened): string => `${server.getHttpServerAddress()}/${storeAccount}`;
  return { tableUrl: urlOf(tables), queueUrl: urlOf(queues), stop };
};
