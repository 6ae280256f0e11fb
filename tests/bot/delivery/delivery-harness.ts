import { deliver } from '@coaching-pairs/bot/delivery/deliver';
import { type DeliveryDeps, type Running, runningOf } from '@coaching-pairs/bot/delivery/deps';
import { rowsListed } from '@coaching-pairs/bot/delivery/listed';
import { instantAt, millisOf, realSleep, type Sleep } from '@coaching-pairs/bot/delivery/moments';
import type { WakeQueue } from '@coaching-pairs/bot/delivery/queue';
import { createRateLimit, type RateLimit } from '@coaching-pairs/bot/delivery/rate-limit';
import { type Delivery, startDelivery } from '@coaching-pairs/bot/delivery/start-delivery';
import type { Log } from '@coaching-pairs/bot/ports/log';
import {
  type NewMessage,
  newMessage,
  type OutboxMessage,
  outboxWrite,
  parseRoundMessage,
  roundPartition,
} from '@coaching-pairs/bot/ports/outbox';
import type { OutgoingMessage, SendOutcome } from '@coaching-pairs/bot/ports/sender';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { operationId, type PersonId, personId, type RoundId, roundId } from '@coaching-pairs/shared/ids';
import { expect, vi } from 'vitest';
import type { Store } from '../../store-harness.js';

/** A clock that runs, and can be put forward. */
export const movableClock = () => {
  let ahead = 0;
  return {
    now: () => instantAt(Date.now() + ahead),
    advance: (milliseconds: number): void => {
      ahead += milliseconds;
    },
  };
};

/** Waits of some seconds are looked at again soon, so that a clock put forward is noticed. */
export const briefSleep: Sleep = (milliseconds, signal) =>
  realSleep(milliseconds > 10_000 ? milliseconds : Math.min(milliseconds, 10), signal);

const quiet = (): void => undefined;
export const quietLog: Log = { info: quiet, warn: quiet, error: quiet };

/** The same port in a process that can die: from then on nothing it does is answered, or happens. */
export const mortal = <Port extends object>(port: Port, life: { dead: boolean }): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return (...words: unknown[]): unknown => (life.dead ? new Promise(quiet) : Reflect.apply(found, target, words));
    },
  });

export type Sent = { readonly to: PersonId; readonly text: string; readonly at: number };

export type World = Awaited<ReturnType<typeof createWorld>>;

/** One round's outbox on a real store, and a connector that is a plain function. */
export const createWorld = async (store: Store) => {
  const [table, queue] = await Promise.all([store.table(), store.queue()]);
  const clock = movableClock();
  const round: RoundId = roundId(crypto.randomUUID());
  const partition = roundPartition(round);
  const sent: Sent[] = [];
  const unreachable: string[] = [];
  const unwanted = new Set<PersonId>();
  let answer = (_to: PersonId, count: number): SendOutcome | Promise<SendOutcome> => ({ kind: 'sent', activityId: `activity-${count}` });
  const running: Delivery[] = [];

  const send = async (to: PersonId, message: OutgoingMessage): Promise<SendOutcome> => {
    sent.push({ to, text: message.kind === 'text' ? message.text : message.summary, at: millisOf(clock.now()) });
    return answer(to, sent.length);
  };
  const depsOf = (instance: string, life = { dead: false }): DeliveryDeps => ({
    table: mortal<Table>(table, life),
    queue: mortal<WakeQueue>(queue, life),
    clock,
    log: quietLog,
    instance,
    partitions: async function* () {
      yield partition;
    },
    stillWanted: async ({ to }) => !unwanted.has(to),
    render: async (message) => ({ kind: 'text', text: message.kind }),
    send,
    unreachable: async ({ to }, reason) => void unreachable.push(`${to}: ${reason}`),
    sleep: briefSleep,
    random: () => 0.5,
    settings: { pollEvery: 5, leaseEvery: 50, sweepEvery: 50, drainFor: 11_000 },
  });
  const rows = async (prefix: string): Promise<readonly OutboxMessage[]> => {
    const found: OutboxMessage[] = [];
    for await (const row of table.list(partition, { prefix })) {
      const parsed = parseRoundMessage(row);
      found.push(parsed.ok ? parsed.value : expect.unreachable(parsed.error.field));
    }
    return found;
  };

  return {
    table,
    queue,
    clock,
    partition,
    sent,
    unreachable,
    unwanted,
    depsOf,
    waiting: () => rows('out~'),
    delivered: () => rows('sent~'),
    dead: () => rows('dead~'),
    answers: (next: typeof answer): void => {
      answer = next;
    },
    /** Writes messages as a change would, each to its own person unless told otherwise. */
    tell: async (names: readonly string[], more: Partial<NewMessage> = {}): Promise<readonly OutboxMessage[]> => {
      const messages = names.map((name) =>
        newMessage({
          roundId: round,
          to: personId(name),
          kind: 'invitation',
          dueAt: clock.now(),
          opId: operationId(`tell ${name}`),
          class: 'A',
          ...more,
        }),
      );
      for (let from = 0; from < messages.length; from += 90) {
        await table.commit({ partition, opId: operationId(crypto.randomUUID()), writes: messages.slice(from, from + 90).map(outboxWrite) });
      }
      return messages;
    },
    /** An instance of the product; with `life` it can be killed. */
    start: (instance = 'one', life = { dead: false }, more: Partial<DeliveryDeps> = {}): Delivery => {
      const delivery = startDelivery({ ...depsOf(instance, life), ...more });
      running.push({ ...delivery, stop: async () => (life.dead ? undefined : delivery.stop()) });
      return delivery;
    },
    runningOf: (instance: string) => runningOf(depsOf(instance)),
    stop: async (): Promise<void> => {
      await Promise.all(running.splice(0).map((delivery) => delivery.stop()));
    },
  };
};

export const eventually = (assertion: () => unknown, timeout = 25_000): Promise<unknown> =>
  vi.waitFor(assertion, { timeout, interval: 20 });
export const aMoment = (milliseconds = 200): Promise<void> => realSleep(milliseconds);
export const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `leader-${index}`);

type Following = {
  readonly times?: number;
  readonly running?: Partial<Running>;
  readonly limit?: RateLimit;
  /** Whether this instance is the sender; it is unless told otherwise. */
  readonly held?: () => boolean;
};

/** Follows one wake-up of a message as the worker of an instance would, handed out for that time. */
export const follow = (world: World, instance: string, key: string, following: Following = {}): Promise<void> => {
  const { times = 1, running = {}, limit = createRateLimit(), held = () => true } = following;
  const lease = { held, tick: async () => undefined, release: async () => undefined };
  const received = {
    wake: { partition: world.partition, key },
    timesReceived: times,
    done: async () => undefined,
    later: async () => undefined,
  };
  const stopping = new AbortController().signal;
  return deliver(
    { running: { ...world.runningOf(instance), ...running }, lease, limit, stopping, inHand: new Set(), listed: rowsListed() },
    received,
  );
};
