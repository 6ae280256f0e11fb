import { QueueClient, RestError, StorageSharedKeyCredential } from '@azure/storage-queue';
import { realSleep } from '@coaching-pairs/bot/delivery/moments';
import { openQueue, type ReceivedWake, type WakeQueue } from '@coaching-pairs/bot/delivery/queue';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { devAccount, type Store, startStore } from '../../store-harness.js';

/**
 * What delivery needs from a queue. Runs on the embedded one; on a real account when CONTRACT_QUEUE_URL names its queue endpoint
 * and CONTRACT_QUEUE_TOKEN holds a bearer token for https://storage.azure.com/ (CONTRACT_QUEUE_NAME: `contract` otherwise).
 * It empties that queue before every test.
 */
const { CONTRACT_QUEUE_URL: realUrl, CONTRACT_QUEUE_TOKEN: token = '', CONTRACT_QUEUE_NAME: name = 'contract' } = process.env;

let store: Store | undefined;
let queue: WakeQueue;
/** The same queue without our words for it, where the store's own answer is the point. */
let bare: QueueClient;

beforeAll(async () => {
  if (realUrl === undefined) store = await startStore();
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const url = store?.queueUrl ?? realUrl ?? '';
  const signer = store === undefined ? credential : new StorageSharedKeyCredential(devAccount.account, devAccount.key);
  queue = await openQueue({ url, name, credential: store === undefined ? credential : devAccount });
  bare = new QueueClient(`${url.replace(/\/$/, '')}/${name}`, signer);
});
// A real account is left as it was found.
afterAll(async () => {
  await bare?.clearMessages();
  await store?.stop();
});
beforeEach(async () => {
  await bare.clearMessages();
});

const wake = { partition: 'round~1', key: 'out~2' };

/** A real queue answers a moment after it was written to, and may hand out less than it holds. */
const received = async (count = 1): Promise<readonly ReceivedWake[]> => {
  const found: ReceivedWake[] = [];
  for (const end = Date.now() + 20_000; found.length < count && Date.now() < end; ) {
    found.push(...(await queue.receive(count - found.length)));
    if (found.length < count) await realSleep(50);
  }
  expect(found).toHaveLength(count);
  return found;
};
const receivedOne = async (): Promise<ReceivedWake> => (await received())[0] ?? expect.unreachable();

const taken = async (visibilityTimeout: number) => {
  const [message] = (await bare.receiveMessages({ visibilityTimeout })).receivedMessageItems;
  return message ?? expect.unreachable();
};
const refusalOf = async (asked: Promise<unknown>): Promise<RestError> => {
  const error = await asked.then(() => undefined).catch((cause: unknown) => cause);
  return error instanceof RestError ? error : expect.unreachable(String(error));
};

describe('a wake-up', () => {
  it('comes back as it was written, whatever characters it has', async () => {
    const odd = { partition: `round~a&b<c>"d'e`, key: 'out~日本 🙂 %41 ]]>' };
    await queue.wake(odd);
    expect((await receivedOne()).wake).toEqual(odd);
  });

  it('of the longest keys there are fits into a message, and one that is longer than 64 KiB is refused, never cut', async () => {
    const long = { partition: 'p'.repeat(255), key: 'k'.repeat(255) };
    await queue.wake(long);
    expect((await receivedOne()).wake).toEqual(long);
    await bare.sendMessage('x'.repeat(64 * 1024));
    const { statusCode } = await refusalOf(bare.sendMessage('x'.repeat(64 * 1024 + 1)));
    expect([400, 413]).toContain(statusCode);
  });

  it('that is not one of ours is handed out as unreadable, and can be done with', async () => {
    await bare.sendMessage('hello');
    const one = await receivedOne();
    expect(one).toMatchObject({ wake: null, timesReceived: 1 });
    await one.done();
    expect((await bare.peekMessages()).peekedMessageItems).toEqual([]);
  });

  it('never expires: a process that is away for weeks finds it', async () => {
    await queue.wake(wake);
    const [message] = (await bare.peekMessages()).peekedMessageItems;
    expect(message?.expiresOn.getUTCFullYear()).toBeGreaterThan(2100);
  });
});

describe('receiving', () => {
  it('from an empty queue answers at once with nothing', async () => {
    const asked = performance.now();
    expect(await queue.receive(32)).toEqual([]);
    expect(performance.now() - asked).toBeLessThan(5_000);
  });

  it('hands out forty of forty, each once, whatever number is asked for', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => queue.wake({ partition: 'round~1', key: `out~${index}` })));
    const first = await queue.receive(100);
    expect(first.length).toBeLessThanOrEqual(32);
    const all = [...first, ...(await received(40 - first.length))];
    expect(new Set(all.map(({ wake: one }) => one?.key)).size).toBe(40);
    expect(await queue.receive(0)).toEqual([]);
  });

  it('hides what it hands out from everybody else', async () => {
    await queue.wake(wake);
    await receivedOne();
    expect(await queue.receive(32)).toEqual([]);
  });
});

describe('rows that are woken together', () => {
  const rows = (count: number, partition = 'round~1') => Array.from({ length: count }, (_, index) => ({ partition, key: `out~${index}` }));

  it('come each by itself, few messages carry many of one round, and none of another', async () => {
    await queue.wakeAll([...rows(20), ...rows(3, 'round~2')]);
    expect((await bare.getProperties()).approximateMessagesCount).toBe(4);
    const all = await received(23);
    expect(new Set(all.map(({ wake: one }) => `${one?.partition} ${one?.key}`)).size).toBe(23);
    await Promise.all(all.map((one) => one.done()));
    expect((await bare.getProperties()).approximateMessagesCount).toBe(0);
  });

  it('[R-13] come again together for as long as one of them is not finished', async () => {
    await queue.wakeAll(rows(3));
    const [first, second] = await queue.receive(1);
    await first?.done();
    await second?.done();
    expect((await bare.getProperties()).approximateMessagesCount).toBe(1);
  });

  it('do not wait for one that is put back: it comes again by itself', async () => {
    await queue.wakeAll(rows(3));
    const [first, second, third] = await queue.receive(1);
    await first?.later(0);
    await second?.done();
    await third?.done();
    expect((await receivedOne()).wake).toEqual({ partition: 'round~1', key: 'out~0' });
    expect((await bare.getProperties()).approximateMessagesCount).toBe(1);
  });
});

describe('a delay', () => {
  it('keeps a wake-up back, to the second, and then lets it come', async () => {
    await queue.wake(wake, 2_000);
    const written = performance.now();
    expect(await queue.receive(1)).toEqual([]);
    await receivedOne();
    // Azure counts in whole seconds of its own clock.
    expect(performance.now() - written).toBeGreaterThan(900);
  });

  it('of more than the seven days that a queue knows is taken for seven days', async () => {
    await queue.wake(wake, 30 * 24 * 3_600_000);
    expect(await queue.receive(1)).toEqual([]);
    expect((await bare.getProperties()).approximateMessagesCount).toBe(1);
  });
});

describe('[R-21] at least once', () => {
  it('whoever dies with a wake-up in hand has not lost it: it comes again and counts', async () => {
    await queue.wake(wake);
    expect((await taken(1)).dequeueCount).toBe(1);
    expect(await receivedOne()).toMatchObject({ wake, timesReceived: 2 });
  });

  it('what is handed back comes again when it was asked to, and counts', async () => {
    await queue.wake(wake);
    await (await receivedOne()).later(0);
    const again = await receivedOne();
    expect(again).toMatchObject({ wake, timesReceived: 2 });
    await again.later(60_000);
    expect(await queue.receive(1)).toEqual([]);
  });

  it('what is done with never comes again', async () => {
    await queue.wake(wake);
    await (await receivedOne()).done();
    expect((await bare.peekMessages()).peekedMessageItems).toEqual([]);
  });
});

describe('[R-21] a receipt that is no longer ours', () => {
  const spelt = ['PopReceiptMismatch', 'MessageNotFound'];

  it('is refused as 400 or 404 by that name, for a delete and for a delay, while another has the wake-up', async () => {
    await queue.wake(wake);
    const { messageId, popReceipt, messageText } = await taken(1);
    const other = await receivedOne();
    for (const asked of [bare.deleteMessage(messageId, popReceipt), bare.updateMessage(messageId, popReceipt, messageText, 0)]) {
      const { statusCode, code } = await refusalOf(asked);
      expect([400, 404]).toContain(statusCode);
      expect(spelt).toContain(code);
    }
    await other.done();
    const gone = await refusalOf(bare.deleteMessage(messageId, popReceipt));
    expect([gone.statusCode, gone.code]).toEqual([404, 'MessageNotFound']);
  });

  it('is taken calmly by us: nothing happens to what another holds, and done twice is done', async () => {
    await queue.wake(wake);
    const first = await receivedOne();
    await first.later(0);
    const second = await receivedOne();
    await first.done();
    await first.later(0);
    expect(await queue.receive(1)).toEqual([]);
    await second.done();
    await second.done();
    expect((await bare.peekMessages()).peekedMessageItems).toEqual([]);
  });
});
