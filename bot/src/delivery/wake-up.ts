import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { outboxKey, roundPartition, type WakeUp } from '../ports/outbox.js';
import { millisOf, minute } from './moments.js';
import type { WakeQueue } from './queue.js';

/** What is due later than this is the sweeper's business. */
const soon = 5 * minute;

/** Wakes whoever sends, in this process or another, for what was just committed and is due soon. */
export const wakeUpThrough =
  (queue: WakeQueue, clock: Clock, log: Log): WakeUp =>
  async (messages) => {
    const now = millisOf(clock.now());
    const due = messages
      .map((message) => ({ ...message, wait: Math.max(0, millisOf(message.dueAt) - now) }))
      .filter(({ wait }) => wait < soon);
    const woken = await Promise.allSettled(
      due.map(({ id, roundId, wait }) => queue.wake({ partition: roundPartition(roundId), key: outboxKey(id) }, wait)),
    );
    const lost = woken.filter(({ status }) => status === 'rejected').length;
    if (lost > 0) log.warn('delivery.wake-failed', { lost });
  };
