import { QueueClient, RestError, StorageSharedKeyCredential } from '@azure/storage-queue';
import { storeFault } from '../ports/store.js';
import type { StoreCredential } from '../ports/store-credential.js';

/** Where the row stands that may be due. A wake-up carries nothing else: the row is the truth. */
export type Wake = { readonly partition: string; readonly key: string };

/** One row that was woken; several may have come with one message of the queue. */
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
  /** The same for many: what stands in one partition is written together, a few rows a message of the queue. */
  readonly wakeAll: (wakes: readonly Wake[], delay?: number) => Promise<void>;
  /** At most so many messages of the queue, each of which may wake several rows. */
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
/** Rows that one message of the queue wakes. Few enough to be sent long before it is handed out again. */
const perMessage = 8;
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

const textOf = (partition: string, keys: readonly string[]): string =>
  JSON.stringify(keys.length === 1 ? { partition, key: keys[0] } : { partition, keys });

const isText = (value: unknown): value is string => typeof value === 'string';

/** The rows that a message wakes; none where its text could not be read. */
const parseWakes = (text: string): readonly Wake[] => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('partition' in value) || !isText(value.partition)) return [];
    const { partition } = value;
    const keys: readonly unknown[] = 'keys' in value && Array.isArray(value.keys) ? value.keys : ['key' in value ? value.key : undefined];
    return keys.every(isText) ? keys.map((key) => ({ partition, key })) : [];
  } catch {
    return [];
  }
};

/** What one message of the queue wakes, at most so many rows of one partition each. */
const together = (wakes: readonly Wake[]): readonly string[] => {
  const keys = new Map<string, Set<string>>();
  for (const { partition, key } of wakes) keys.set(partition, (keys.get(partition) ?? new Set()).add(key));
  return [...keys].flatMap(([partition, known]) => {
    const all = [...known];
    const parts = Array.from({ length: Math.ceil(all.length / perMessage) }, (_, part) => part * perMessage);
    return parts.map((from) => textOf(partition, all.slice(from, from + perMessage)));
  });
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

type Received = Awaited<ReturnType<QueueClient['receiveMessages']>>['receivedMessageItems'][number];

/** A message that wakes several rows: each is finished by itself, and the message goes with the last of them. */
const sharing = (
  client: QueueClient,
  wakes: readonly Wake[],
  timesReceived: number,
  remove: () => Promise<void>,
): readonly ReceivedWake[] => {
  let left = wakes.length;
  const done = async (): Promise<void> => {
    left -= 1;
    if (left === 0) await remove();
  };
  return wakes.map((wake) => ({
    ...{ wake, timesReceived, done },
    // From here on it goes by itself, so that the others need not wait for it.
    later: async (milliseconds) => {
      await client.sendMessage(textOf(wake.partition, [wake.key]), { visibilityTimeout: seconds(milliseconds), messageTimeToLive: -1 });
      await done();
    },
  }));
};

const partsOf = (client: QueueClient, { messageId, popReceipt, messageText, dequeueCount }: Received): readonly ReceivedWake[] => {
  const wakes = parseWakes(messageText);
  const done = () => ifStillOurs(client.deleteMessage(messageId, popReceipt));
  if (wakes.length > 1) return sharing(client, wakes, dequeueCount, done);
  const later = (milliseconds: number) => ifStillOurs(client.updateMessage(messageId, popReceipt, messageText, seconds(milliseconds)));
  return [{ wake: wakes[0] ?? null, timesReceived: dequeueCount, done, later }];
};

/** Opens the queue, making it when it is not there yet. */
export const openQueue = async (options: QueueOptions): Promise<WakeQueue> => {
  const client = clientOf(options);
  await client.createIfNotExists();
  const wakeAll = async (wakes: readonly Wake[], delay = 0): Promise<void> => {
    const visibilityTimeout = seconds(delay);
    await Promise.all(together(wakes).map((text) => client.sendMessage(text, { visibilityTimeout, messageTimeToLive: -1 })));
  };
  return {
    wakeAll,
    wake: (wake, delay) => wakeAll([wake], delay),
    receive: async (count) => {
      const { receivedMessageItems } = await client.receiveMessages({
        numberOfMessages: Math.min(perReceive, Math.max(1, count)),
        visibilityTimeout: hiddenFor,
      });
      return receivedMessageItems.flatMap((one) => partsOf(client, one));
    },
  };
};
