import type { Alarm } from './alarm.js';
import { type Delivering, deliver } from './deliver.js';
import { codeOf, type Running } from './deps.js';
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
    wakeAll: async (wakes, delay = 0) => {
      await queue.wakeAll(wakes, delay);
      heard(delay);
    },
    receive: async (count) => (await queue.receive(count)).map(putBack),
  };
};

/** What is not received during a pause is not counted as received in vain. */
const maySend = ({ running, lease, limit, stopping }: Delivering): boolean =>
  lease.held() && !limit.isPaused(millisOf(running.clock.now())) && !stopping.aborted;

/** Sends what was received as there is room for it; what came with others when nothing may be sent any more goes back for whoever sends next. */
const sendAll = async (delivering: Delivering, received: readonly ReceivedWake[], inFlight: Set<Promise<void>>): Promise<void> => {
  const { settings, log } = delivering.running;
  for (const one of received) {
    while (inFlight.size >= settings.inFlight) await Promise.race(inFlight);
    const back = (): Promise<void> => one.later(second).catch((cause: unknown) => log.warn('delivery.wake-lost', { code: codeOf(cause) }));
    const work = (maySend(delivering) ? deliver(delivering, one) : back()).finally(() => inFlight.delete(work));
    inFlight.add(work);
  }
};

/** Takes wake-ups for as long as there are any and there is room for them. True when it looked and there was none. */
const drainQueue = async (delivering: Delivering, inFlight: Set<Promise<void>>): Promise<boolean> => {
  const { running } = delivering;
  let found = 0;
  while (maySend(delivering)) {
    const room = running.settings.inFlight - inFlight.size;
    if (room <= 0) {
      await Promise.race(inFlight);
      continue;
    }
    // A message of the queue may wake several rows: what there is no room for waits here, not for long.
    const received = await running.queue.receive(Math.ceil(room / 4));
    if (received.length === 0) return found === 0;
    found += received.length;
    await sendAll(delivering, received, inFlight);
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
