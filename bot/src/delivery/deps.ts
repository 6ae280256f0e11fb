import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { DueMessage } from '../ports/outbox.js';
import type { OutgoingMessage, SendOutcome } from '../ports/sender.js';
import type { Table } from '../ports/store.js';
import { realSleep, type Sleep } from './moments.js';
import type { Prepared } from './prepare.js';
import type { Wake, WakeQueue } from './queue.js';

/** Everything that delivery asks of others. */
export type DeliveryDeps = {
  readonly table: Table;
  readonly queue: WakeQueue;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this instance over its restarts: a process that starts again under the same name takes up what the last one held. Never used by two at once. */
  readonly instance: string;
  /** The partitions of the rounds that are open. */
  readonly partitions: () => AsyncIterable<string>;
  /** Whether its `wantedIf` still holds; asked immediately before sending. */
  readonly stillWanted: (message: DueMessage) => Promise<boolean>;
  /** Until when it has to wait though it is due; null, or left out, when it may go. Asked before `stillWanted`. */
  readonly waitsUntil?: (
    message: DueMessage,
  ) => Promise<{ readonly at: Instant; readonly zone: string; readonly localIntent: string } | null>;
  /** Puts into the outbox what has become due of its own accord; asked before each look for what is due. */
  readonly beforeSweep?: () => Promise<unknown>;
  /** The card in the person's language, from what is true now; null when there is nothing left to say. */
  readonly render: (message: DueMessage) => Promise<OutgoingMessage | null>;
  /** One try, no retries. */
  readonly send: (to: PersonId, message: OutgoingMessage) => Promise<SendOutcome>;
  /** The person cannot be written to until they are heard from again. May be told twice. */
  readonly unreachable: (message: DueMessage, reason: string) => Promise<void>;
  /** Before the claim: makes sure that the person has a chat with the bot; says nothing to anybody and may be repeated. */
  readonly prepare?: (message: DueMessage) => Promise<Prepared>;
  /**
   * The same questions over one reading of the store: what one of them has read the next need not read again. Asked for with every
   * message, and anew whenever it has waited.
   */
  readonly reading?: () => Questions;
  /** A wake-up that is about no message; whoever it is about looks for itself. */
  readonly passOn?: (wake: Wake) => void;
  /** After a refusal for good that concerns the person: true when another way is open that was not tried, so that it goes again. */
  readonly anotherWay?: (message: DueMessage, code: string) => Promise<boolean>;
  readonly sleep?: Sleep;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly settings?: Partial<DeliverySettings>;
};

/** What is asked about one message before it goes, and how it goes. */
export type Questions = Pick<DeliveryDeps, 'stillWanted' | 'waitsUntil' | 'prepare' | 'render' | 'send'>;

/** All in milliseconds but `inFlight`, which is a number of messages. */
export type DeliverySettings = {
  /** Between two looks into the queue while there is something to do. */
  readonly pollEvery: number;
  /** The longest between two of them while there is nothing; what this process wakes itself is looked for at once. */
  readonly restFor: number;
  readonly sweepEvery: number;
  readonly leaseEvery: number;
  /** A claim that is older was not survived by its holder. */
  readonly claimFor: number;
  readonly inFlight: number;
  /** Stopping waits no longer than this for messages on their way. */
  readonly drainFor: number;
};

export const usualSettings: DeliverySettings = {
  pollEvery: 1_000,
  restFor: 5_000,
  sweepEvery: 30_000,
  leaseEvery: 10_000,
  claimFor: 120_000,
  inFlight: 32,
  drainFor: 20_000,
};

/** The same with nothing left out, and the name of this run: of a process from its start to its end. */
export type Running = Omit<DeliveryDeps, 'settings' | 'sleep' | 'random'> & {
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly settings: DeliverySettings;
  readonly run: string;
};

export const runningOf = (deps: DeliveryDeps): Running => ({
  ...deps,
  sleep: deps.sleep ?? realSleep,
  random: deps.random ?? Math.random,
  settings: { ...usualSettings, ...deps.settings },
  run: `${deps.instance}/${crypto.randomUUID()}`,
});

/** Whether a claim or a lease was held by an earlier run of this same instance, which is therefore over. */
export const isEarlierRun = (holder: string | null, { instance, run }: Pick<Running, 'instance' | 'run'>): boolean =>
  holder !== null && holder !== run && holder.slice(0, holder.lastIndexOf('/')) === instance;

/** What may be logged of an error: its code, never its words (S-20). */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unexpected';
