import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import { QueueClient, StorageSharedKeyCredential } from '@azure/storage-queue';
import { storeAccount, storeKey } from '@coaching-pairs/local/store/store';

export type RunningStore = { readonly child: ChildProcess; readonly tableUrl: string; readonly queueUrl: string };

/** Starts the store in a process of its own and waits until it serves. */
export const startStore = async (script: string, folder: string): Promise<RunningStore> => {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) {
    throw new Error('the store has no output');
  }
  const [line]: string[] = await once(createInterface(child.stdout), 'line');
  const { tableUrl, queueUrl }: { tableUrl: string; queueUrl: string } = JSON.parse(line ?? '');
  return { child, tableUrl, queueUrl };
};

export const endStore = async ({ child }: RunningStore, signal: NodeJS.Signals): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};

const noRetries = { retryOptions: { maxRetries: 0 } };

export const tableOf = (url: string, name = 'rounds'): TableClient =>
  new TableClient(url, name, new AzureNamedKeyCredential(storeAccount, storeKey), { allowInsecureConnection: true, ...noRetries });

export const queueOf = (url: string, name = 'wakeups'): QueueClient =>
  new QueueClient(`${url}/${name}`, new StorageSharedKeyCredential(storeAccount, storeKey), { retryOptions: { maxTries: 1 } });
