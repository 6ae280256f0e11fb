import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { terminal } from '../words/terminal.js';
import { type AzuriteServer, createQueueServer, createTableServer, databasesOf, type LokiDatabase, wrapListener } from './azurite.js';
import { withHeldAnswers } from './held-answers.js';
import { createSharedSave, type Durable } from './shared-save.js';

/** Azurite's account; its key is public knowledge and opens nothing but an emulator on this machine. */
export const storeAccount = 'devstoreaccount1';
export const storeKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Rows up to which every answer waits for its save. */
export const durableRowLimit = 20_000;
const relaxedSaveMs = 3_000;

export type StoreOptions = {
  readonly folder: string;
  readonly rowLimit?: number;
  /** Prints one sentence to whoever runs the sandbox. */
  readonly say: (sentence: string) => void;
};

export type Store = { readonly tableUrl: string; readonly queueUrl: string; readonly stop: () => Promise<void> };

/** The folder cannot be opened; the message is the whole sentence for the person. */
export class StoreUnreadable extends Error {
  override readonly name = 'StoreUnreadable';
}

const rowsOf = (databases: readonly LokiDatabase[]): number =>
  databases.flatMap((db) => db.collections).reduce((rows, collection) => rows + collection.data.length, 0);

const saveOf = (databases: readonly LokiDatabase[]) => async (): Promise<void> => {
  const saves = databases.map(
    (db) => new Promise<void>((resolve, reject) => db.saveDatabase((cause) => (cause ? reject(cause) : resolve()))),
  );
  await Promise.all(saves);
};

type Keeper = { readonly durable: Durable; readonly finish: () => Promise<void> };

/** Up to the limit: wait for the shared save. Above: save within some seconds, and say so once. */
const createKeeper = (
  databases: readonly LokiDatabase[],
  rowLimit: number,
  sayRelaxed: () => void,
  onLost: (cause: unknown) => void,
): Keeper => {
  const saved = createSharedSave(saveOf(databases));
  let planned: NodeJS.Timeout | undefined;
  const plan = (): void => {
    planned ??= setTimeout(() => {
      planned = undefined;
      saved().catch(onLost);
    }, relaxedSaveMs);
  };
  const durable = async (): Promise<void> => {
    if (rowsOf(databases) <= rowLimit) {
      return saved();
    }
    sayRelaxed();
    plan();
  };
  const finish = async (): Promise<void> => {
    clearTimeout(planned);
    await saved();
  };
  return { durable, finish };
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
 * Up to 20,000 rows, which a round of 1,000 people stays below, an answered write survives SIGKILL: no answer to a writing
 * request leaves before a save that began after the write has been renamed into place; writers share saves. Measured on two
 * cores, one writer: 5 ms a write with 100 rows, 9 with 1,000, 26 with 5,000, 49 with 10,000, 107 with 20,000; 50 writers at
 * once over 10,000 rows: 0.2 s for all. Above the limit a kill may lose the last three seconds, which is said once; a normal
 * stop loses nothing. Neither survives a power cut: the files are not flushed through the operating system's cache.
 *
 * @throws StoreUnreadable where files are corrupt or not accessible
 */
export const openStore = async ({ folder, rowLimit = durableRowLimit, say }: StoreOptions): Promise<Store> => {
  const at = (name: string): string => join(folder, name);
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new StoreUnreadable(terminal.t('store.closed', { folder }), { cause });
  });

  let said = false;
  const sayRelaxed = (): void => {
    if (!said) {
      said = true;
      say(terminal.t('store.relaxed', { rows: rowLimit, seconds: relaxedSaveMs / 1000 }));
    }
  };
  const onLost = (cause: unknown): void =>
    say(terminal.t('store.lost', { folder, reason: cause instanceof Error ? cause.message : String(cause) }));

  const open = async (server: AzuriteServer, file: string): Promise<Keeper> => {
    const keeper = createKeeper(databasesOf(server), rowLimit, sayRelaxed, onLost);
    wrapListener(server, (listener) => withHeldAnswers(listener, keeper.durable, onLost));
    await startServer(server, file);
    return keeper;
  };
  const tables = createTableServer(at('tables.json'));
  const queues = createQueueServer({ queues: at('queues.json'), extents: at('queue-files.json'), messages: at('queue-messages') });
  const tableKeeper = await open(tables, at('tables.json'));
  const queueKeeper = await open(queues, at('queues.json'));

  const stop = async (): Promise<void> => {
    await Promise.all([tableKeeper.finish(), queueKeeper.finish()]);
    await Promise.all([tables.close(), queues.close()]);
  };
  const urlOf = (server: AzuriteServer): string => `${server.getHttpServerAddress()}/${storeAccount}`;
  return { tableUrl: urlOf(tables), queueUrl: urlOf(queues), stop };
};
