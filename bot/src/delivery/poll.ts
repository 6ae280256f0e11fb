import type { Alarm } from './alarm.js';
import { type Delivering, deliver } from './deliver.js';
import type { Running } from './deps.js';
import { millisOf, second } from './moments.js';
import type { ReceivedWake, WakeQueue } from './queue.js';

/** However much is woken in this process, the queue is looked into at most so often; in milliseconds. */
const atMostEvery = 250;

/** When the store hands a wake-up out: it counts whole seconds. */
export const dueAt = ({ clock }: Pick<Running, 'clock'>, delay: number): number =>
  millisOf(clock.now()) + Math.ceil(Math.max(0, delay) / second) * second;

/** The same queue; whatever this process wakes, or puts back, rings the alarm when it is due. */
export const heardBy = (alarm: Alarm, queue: WakeQueue, time: Pick<Running, 'clock'>): WakeQueue => {
  const heard = (delay: number): void => alarm.at(dueAt(time, delay));
  const putBack = (received: ReceivedWake): ReceivedWake => ({
    ...received,
    later: async (milliseconds) => {
      await received.later(milliseconds);
      heard(milliseconds);
    },
  });
  return {
    wake: async (wake, delay = 0) => {
      await queue.wake(wake, delay);
      heard(delay);
    },
    receive: async (count) => (await queue.receive(count)).map(putBack),
  };
};

/** Takes wake-ups for as long as there are any and there is room for them. True when it looked and there was none. */
const drainQueue = async (delivering: Delivering, inFlight: Set<Promise<void>>): Promise<boolean> => {
  const { running, lease, limit, stopping } = delivering;
  let found = 0;
  // What is not received during a pause is not counted as received in vain.
  while (lease.held() && !limit.isPaused(millisOf(running.clock.now())) && !stopping.aborted) {
    const room = running.settings.inFlight - inFlight.size;
    if (room <= 0) {
      await Promise.race(inFlight);
      continue;
    }
    const received = await running.queue.receive(room);
    if (received.length === 0) return found === 0;
    found += received.length;
    for (const one of received) {
      const work = deliver(delivering, one).finally(() => inFlight.delete(work));
      inFlight.add(work);
    }
  }
  return false;
};

/**
 * One look into the queue, and the pause after it: the longer the more often nothing was found, and never longer than until something
 * is due that this process has woken itself. What others wake waits for the end of the pause at the most.
 */
export const createPoll = (delivering: Delivering, inFlight: Set<Promise<void>>, alarm: Alarm): (() => Promise<void>) => {
  const { running, stopping } = delivering;
  const { pollEvery, restFor } = running.settings;
  const least = Math.min(atMostEvery, pollEvery);
  let rest = pollEvery;
  return async () => {
    let idle = false;
    try {
      idle = (await drainQueue(delivering, inFlight)) && inFlight.size === 0;
    } finally {
      rest = idle ? Math.min(restFor, rest * 2) : pollEvery;
      await running.sleep(least, stopping);
      if (await alarm.pause(rest - least)) rest = pollEvery;
    }
  };
};
