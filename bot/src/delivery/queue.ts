import { QueueClient, RestError, StorageSharedKeyCredential } from '@azure/storage-queue';
import { storeFault } from '../ports/store.js';
import type { StoreCredential } from '../ports/store-credential.js';

/** Where the row stands that may be due. A wake-up carries nothing else: the row is the truth. */
export type Wake = { readonly partition: string; readonly key: string };

export type ReceivedWake = {
  /** Null when the text could not be read. */
  readonly wake: Wake | null;
  /** How often it was handed out, this time included. */
  readonly timesReceived: number;
  /** It has served. Quietly does nothing when another has taken it over meanwhile. */
  readonly done: () => Promise<void>;
  /** Hands it out again after that many milliseconds. */
  readonly later: (milliseconds: number) => Promise<void>;
};

/** A queue that only wakes: at least once, in any order, twice at times. Losing all of it delays messages until the next sweep. */
export type WakeQueue = {
  /** After `delay` milliseconds, at most seven days. */
  readonly wake: (wake: Wake, delay?: number) => Promise<void>;
  readonly receive: (count: number) => Promise<readonly ReceivedWake[]>;
};

export type QueueOptions = {
  /** The account's queue endpoint. */
  readonly url: string;
  /** Lower-case letters and digits, 3 to 63. */
  readonly name: string;
  readonly credential: StoreCredential;
};

/** A wake-up that nobody finished is handed out again after this many seconds. */
const hiddenFor = 120;
const perReceive = 32;
const longestDelay = 7 * 24 * 3600;

const seconds = (milliseconds: number): number => Math.min(longestDelay, Math.max(0, Math.ceil(milliseconds / 1000)));
const isLoopback = (url: string): boolean => new URL(url).hostname === '127.0.0.1';

const clientOf = ({ url, name, credential }: QueueOptions): QueueClient => {
  const address = `${url.replace(/\/$/, '')}/${name}`;
  // Two tries: a lost acknowledgement sends a wake-up twice, which is harmless.
  const options = { retryOptions: { maxTries: 2, tryTimeoutInMs: 15_000 } };
  if (!('key' in credential)) return new QueueClient(address, credential, options);
  if (!isLoopback(url)) throw storeFault('credential-refused', 'an account key is accepted on 127.0.0.1 alone');
  return new QueueClient(address, new StorageSharedKeyCredential(credential.account, credential.key), options);
};

const parseWake = (text: string): Wake | null => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('partition' in value) || !('key' in value)) return null;
    return typeof value.partition === 'string' && typeof value.key === 'string' ? { partition: value.partition, key: value.key } : null;
  } catch {
    return null;
  }
};

/** A receipt that is no longer ours: 404 from Azure, 400 from the embedded store. Other refusals have the same statuses. */
const notOurs: readonly (string | undefined)[] = ['PopReceiptMismatch', 'MessageNotFound'];

const ifStillOurs = async (action: Promise<unknown>): Promise<void> => {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof RestError) || !notOurs.includes(error.code)) throw error;
  }
};

/** Opens the queue, making it when it is not there yet. */
export const openQueue = async (options: QueueOptions): Promise<WakeQueue> => {
  const client = clientOf(options);
  await client.createIfNotExists();
  return {
    wake: async ({ partition, key }, delay = 0) => {
      await client.sendMessage(JSON.stringify({ partition, key }), { visibilityTimeout: seconds(delay), messageTimeToLive: -1 });
    },
    receive: async (count) => {
      const { receivedMessageItems } = await client.receiveMessages({
        numberOfMessages: Math.min(perReceive, Math.max(1, count)),
        visibilityTimeout: hiddenFor,
      });
      return receivedMessageItems.map(({ messageId, popReceipt, messageText, dequeueCount }) => ({
        wake: parseWake(messageText),
        timesReceived: dequeueCount,
        done: () => ifStillOurs(client.deleteMessage(messageId, popReceipt)),
        later: (milliseconds: number) => ifStillOurs(client.updateMessage(messageId, popReceipt, messageText, seconds(milliseconds))),
      }));
    },
  };
};
