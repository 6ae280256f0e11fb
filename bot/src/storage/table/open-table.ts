import { AzureNamedKeyCredential, TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { storeFault, type Table } from '../../ports/store.js';
import type { StoreCredential } from '../../ports/store-credential.js';
import { faultOf, meaningOf } from './faults.js';
import { type Patience, patiently, usualPatience } from './patience.js';
import { tableOf } from './table.js';
import { taggedDeletes } from './tagged-deletes.js';

export type TableOptions = {
  /** The account's table endpoint, e.g. `https://contoso.table.core.windows.net` or `http://127.0.0.1:10002/devstoreaccount1`. */
  readonly url: string;
  /** Letters and digits, 3 to 63. */
  readonly name: string;
  readonly credential: StoreCredential;
  readonly patience?: Partial<Patience>;
};

const isLoopback = (url: string): boolean => new URL(url).hostname === '127.0.0.1';

const clientOf = ({ url, name, credential }: TableOptions): TableClient => {
  const options: TableServiceClientOptions = { retryOptions: { maxRetries: 0 }, allowInsecureConnection: isLoopback(url) };
  if (!('key' in credential)) return new TableClient(url, name, credential, options);
  if (!isLoopback(url)) throw storeFault('credential-refused', 'an account key is accepted on 127.0.0.1 alone');
  return new TableClient(url, name, new AzureNamedKeyCredential(credential.account, credential.key), options);
};

/** Opens the table, making it when it is not there yet. */
export const openTable = async (options: TableOptions): Promise<Table> => {
  const patience = { ...usualPatience, ...options.patience };
  const client = clientOf(options);
  client.pipeline.addPolicy(taggedDeletes);
  try {
    await patiently(patience, (abortSignal) => client.createTable({ abortSignal }));
  } catch (error) {
    if (meaningOf(error) !== 'exists') throw faultOf(error, `table ${options.name}`);
  }
  return tableOf(client, patience);
};
