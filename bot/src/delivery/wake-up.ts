import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { outboxKey, partitionFor, type WakeUp } from '../ports/outbox.js';
import { millisOf, minute, realSleep, second } from './moments.js';
import type { Runner } from './perform-work.js';
import type { Wake, WakeQueue } from './queue.js';

/** What is due later than this is the sweeper's business. */
const soon = 5 * minute;

/** What was committed stands: whoever clicked does not wait longer than this for a queue that does not answer. */
const patience = second;

const told = async (waking: readonly Promise<void>[], log: Log): Promise<void> => {
  const answered = new AbortController();
  const all = Promise.allSettled(waking).then((woken) => {
    const lost = woken.filter(({ status }) => status === 'rejected').length;
    if (lost > 0) log.warn('delivery.wake-failed', { lost });
    answered.abort();
  });
  await Promise.race([all, realSleep(patience, answered.signal)]);
};

/** Wakes whoever sends, in this process or another, for what was just committed and is due soon. */
export const wakeUpThrough =
  (queue: Pick<WakeQueue, 'wakeAll'>, clock: Clock, log: Log): WakeUp =>
  async (messages) => {
    const now = millisOf(clock.now());
    const dueIn = new Map<number, Wake[]>();
    for (const message of messages) {
      const { id, dueAt } = message;
      const wait = Math.max(0, millisOf(dueAt) - now);
      if (wait >= soon) continue;
      // A queue counts in whole seconds: what is due in the same one is woken together.
      const delay = Math.ceil(wait / second) * second;
      dueIn.set(delay, [...(dueIn.get(delay) ?? []), { partition: partitionFor(message), key: outboxKey(id) }]);
    }
    await told(
      [...dueIn].map(([delay, wakes]) => queue.wakeAll(wakes, delay)),
      log,
    );
  };

/** Lets whoever sends look for work, once whoever has begun it has had the time to take it up. */
export const wakeWorkThrough =
  (queue: Pick<WakeQueue, 'wake'>, log: Log): Runner['wake'] =>
  (partition, key, delay) =>
    told([queue.wake({ partition, key }, delay)], log);
