import type { TokenCredential } from '@azure/identity';
import type { Config } from './config.js';
import { openQueue, type WakeQueue } from './delivery/queue.js';
import type { Table } from './ports/store.js';
import type { StoreCredential } from './ports/store-credential.js';
import { openTable } from './storage/table/open-table.js';

/** The one table and the one queue of the product. */
const name = 'coachingpairs';

/** Account and key that every emulator of Azure Storage has (Microsoft, "Use the Azurite emulator"); good on 127.0.0.1 alone. */
const emulator: StoreCredential = {
  account: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
};

export type Stores = { readonly table: Table; readonly queue: WakeQueue };

/** The product's table at an address: with that credential, and on 127.0.0.1 with the emulator's key. */
export const openTableAt = (url: string, identity: TokenCredential): Promise<Table> =>
  openTable({ url, name, credential: new URL(url).hostname === '127.0.0.1' ? emulator : identity });

/** Opens table and queue: by managed identity, under `LOOPBACK` with the emulator's key. */
export const openStores = async (config: Config, identity: TokenCredential): Promise<Stores> => {
  const credential = config.loopback === undefined ? identity : emulator;
  const [table, queue] = await Promise.all([
    openTable({ url: config.storageTableUrl, name, credential }),
    openQueue({ url: config.storageQueueUrl, name, credential }),
  ]);
  return { table, queue };
};
