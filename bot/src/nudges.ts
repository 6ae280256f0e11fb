import type { WakeQueue } from './delivery/queue.js';
import { wakeWorkThrough } from './delivery/wake-up.js';
import { workKey } from './delivery/work-row.js';
import { worksOn } from './delivery/works.js';
import type { Clock } from './ports/clock.js';
import type { Log } from './ports/log.js';
import { roundPartition } from './ports/outbox.js';
import type { Works } from './ports/works.js';
import type { Stores } from './stores.js';

/** What the workers of this very process are told without a way over storage. */
export type Nudges = {
  /** There is work to be taken up, or one was cancelled. */
  readonly work: () => void;
  /** Something was put into the queue that is due after so many milliseconds. */
  readonly message: (delay: number) => void;
};

type Parts = { readonly clock: Clock; readonly log: Log; readonly stores: Stores };

/** So long after work was begun the queue lets whoever sends look for it, should the process in which it was begun be gone; in milliseconds. */
const begunFor = 2_000;

/** The queue by which every process is woken, and this one at once. */
export const nudgingQueue = (queue: WakeQueue, nudges: Nudges): Pick<WakeQueue, 'wake' | 'wakeAll'> => ({
  wake: async (wake, delay = 0) => {
    await queue.wake(wake, delay);
    nudges.message(delay);
  },
  wakeAll: async (wakes, delay = 0) => {
    await queue.wakeAll(wakes, delay);
    nudges.message(delay);
  },
});

/** Works that are taken up as soon as they are begun: in this process, or wherever messages are sent. */
export const nudgingWorks = ({ clock, log, stores }: Parts, nudges: Nudges): Works => {
  const wake = wakeWorkThrough(nudgingQueue(stores.queue, nudges), log);
  return worksOn(stores.table, clock, (round, work) => {
    nudges.work();
    void wake(roundPartition(round), workKey(work), begunFor);
  });
};
