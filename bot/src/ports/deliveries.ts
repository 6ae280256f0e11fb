import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { OutboxMessage } from './outbox.js';
import type { AuditEntry, Versioned } from './rounds.js';

/** What became of the messages of one round. */
export type RoundDeliveries = {
  readonly waiting: readonly OutboxMessage[];
  /** Messages sent, by kind. */
  readonly sent: ReadonlyMap<string, number>;
  readonly dead: readonly Versioned<OutboxMessage>[];
  readonly unreachable: readonly { readonly personId: PersonId; readonly reason: string }[];
};

export type DeadChange = {
  readonly roundId: RoundId;
  readonly opId: OperationId;
  readonly messages: readonly Versioned<OutboxMessage>[];
  readonly audit: AuditEntry;
};

/** `conflict`: somebody else has dealt with some of them meanwhile, and some of the rest are as they were; read again. */
export type DeadChanged = 'done' | 'conflict';

/** What was sent, what waits and what was given up, for those who look after a round or the product. */
export type Deliveries = {
  /** Everything of a round; a reading is good for ten times as long as it took, so that looking never slows sending down. */
  readonly ofRound: (id: RoundId) => Promise<RoundDeliveries>;
  /** What waits and what was given up alone; `sent` stays empty. */
  readonly open: (id: RoundId) => Promise<RoundDeliveries>;
  /** Puts messages that were given up back into the outbox, due at once, as if they had never been tried; `wake` lets them go. */
  readonly retry: (change: DeadChange) => Promise<DeadChanged>;
  readonly wake: (messages: readonly OutboxMessage[]) => Promise<void>;
  readonly drop: (change: DeadChange) => Promise<DeadChanged>;
  /**
   * Takes out of the outbox what waits there and is over. What is being sent is left to its sender, for as long as its claim
   * lasts. Answers how many were taken out; may be repeated.
   */
  readonly takeOut: (id: RoundId, isOver: (message: OutboxMessage) => Promise<boolean>) => Promise<number>;
};
