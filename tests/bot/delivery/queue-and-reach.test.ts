import { QueueClient, StorageSharedKeyCredential } from '@azure/storage-queue';
import { openQueue, type WakeQueue } from '@coaching-pairs/bot/delivery/queue';
import { reachThrough } from '@coaching-pairs/bot/delivery/reach';
import type { ConversationReference } from '@coaching-pairs/bot/ports/conversations';
import type { OpenOutcome, SendOutcome } from '@coaching-pairs/bot/ports/sender';
import { storeFault } from '@coaching-pairs/bot/ports/store';
import { personId } from '@coaching-pairs/shared/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devAccount, type Store, startStore } from '../../store-harness.js';

let store: Store;
let queue: WakeQueue;
beforeAll(async () => {
  store = await startStore();
  queue = await store.queue();
});
afterAll(() => store.stop());

describe('the queue', () => {
  const wake = { partition: 'round~1', key: 'out~2' };

  it('hands a wake-up out once until it is given back, and counts', async () => {
    await queue.wake(wake);
    const [first] = await queue.receive(10);
    expect(first).toMatchObject({ wake, timesReceived: 1 });
    expect(await queue.receive(10)).toEqual([]);
    await first?.later(0);
    const [again] = await queue.receive(10);
    expect(again).toMatchObject({ wake, timesReceived: 2 });
    await again?.done();
    expect(await queue.receive(10)).toEqual([]);
  });

  it('[R-21] takes it calmly when somebody else has the wake-up by now', async () => {
    await queue.wake(wake);
    const [first] = await queue.receive(1);
    await first?.later(0);
    const [second] = await queue.receive(1);
    await first?.done();
    await first?.later(0);
    await second?.done();
    await second?.done();
    expect(await queue.receive(1)).toEqual([]);
  });

  it('[R-21] does not take every refusal for that: a queue that is gone is a fault', async () => {
    const vanishing = await store.queue('vanishing');
    await vanishing.wake(wake);
    const [first] = await vanishing.receive(1);
    await new QueueClient(`${store.queueUrl}/vanishing`, new StorageSharedKeyCredential(devAccount.account, devAccount.key)).delete();
    await expect(first?.done()).rejects.toMatchObject({ code: 'QueueNotFound' });
    await expect(first?.later(0)).rejects.toMatchObject({ code: 'QueueNotFound' });
  });

  it('keeps a wake-up back for a while', async () => {
    await queue.wake(wake, 60_000);
    expect(await queue.receive(1)).toEqual([]);
  });

  it('[S-15] is never opened with a key on another machine', async () => {
    const opened = openQueue({ url: 'https://contoso.queue.core.windows.net', name: 'wake', credential: devAccount });
    await expect(opened).rejects.toMatchObject({ code: 'credential-refused' });
  });
});

describe('[R-08] writing to a person', () => {
  const owner = { tenantId: 'contoso', personId: personId('priya') };
  const reference: ConversationReference = {
    ...owner,
    conversationId: 'c',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    botId: '28:bot',
  };
  const text = { kind: 'text', text: 'hello' } as const;

  const world = (known: ConversationReference | undefined, opening: OpenOutcome) => {
    const calls: string[] = [];
    const kept = new Map(known === undefined ? [] : [['priya', known]]);
    const sent: SendOutcome = { kind: 'sent', activityId: 'a' };
    const write = reachThrough({
      tenantId: 'contoso',
      conversations: {
        find: async (who) => kept.get(who.personId),
        remember: async (found) => void kept.set(found.personId, found),
      },
      sender: {
        send: async ({ conversationId }) => {
          calls.push(`send to ${conversationId}`);
          return sent;
        },
        update: async () => sent,
        open: async (who) => {
          calls.push(`open ${who.personId}`);
          return opening;
        },
      },
    });
    return { write, calls };
  };

  it('uses the conversation that is known', async () => {
    const { write, calls } = world(reference, { kind: 'precondition' });
    expect(await write(owner.personId, text)).toEqual({ kind: 'sent', activityId: 'a' });
    expect(calls).toEqual(['send to c']);
  });

  it('opens one the first time only', async () => {
    const { write, calls } = world(undefined, { kind: 'opened', reference });
    await write(owner.personId, text);
    await write(owner.personId, text);
    expect(calls).toEqual(['open priya', 'send to c', 'send to c']);
  });

  it('[R-06] takes a store that is away for a message that was not sent: a reminder is not given up for it', async () => {
    const away = async (): Promise<never> => Promise.reject(storeFault('store-unavailable', 'person'));
    const sent: string[] = [];
    const sender = {
      send: async (): Promise<SendOutcome> => ({ kind: 'sent', activityId: `activity-${sent.push('message')}` }),
      update: async (): Promise<SendOutcome> => ({ kind: 'precondition' }),
      open: async (): Promise<OpenOutcome> => ({ kind: 'opened', reference }),
    };
    for (const conversations of [
      { find: away, remember: away },
      { find: async () => undefined, remember: away },
    ]) {
      const write = reachThrough({ tenantId: 'contoso', conversations, sender });
      expect(await write(owner.personId, text)).toEqual({ kind: 'unsent', code: 'store-unavailable' });
    }
    expect(sent).toEqual([]);
  });

  it('takes a doubtful opening for a message that was not sent, and a refusal for what it is', async () => {
    const doubtful = world(undefined, { kind: 'ambiguous', status: 502 });
    expect(await doubtful.write(owner.personId, text)).toEqual({ kind: 'unsent', code: 'conversation-not-opened' });
    const refusal = { kind: 'permanent', code: 'BotNotInstalled', scope: 'person' } as const;
    expect(await world(undefined, refusal).write(owner.personId, text)).toEqual(refusal);
  });
});
