import type { DeliveryDeps } from '@coaching-pairs/bot/delivery/deps';
import { type Delivery, startDelivery } from '@coaching-pairs/bot/delivery/start-delivery';
import { wakeWorkThrough } from '@coaching-pairs/bot/delivery/wake-up';
import { startWorkRunner, type WorkRunner, type WorkRunnerDeps } from '@coaching-pairs/bot/delivery/work-runner';
import { type ToldOfWork, worksOn } from '@coaching-pairs/bot/delivery/works';
import { newMessage, outboxKey, outboxWrite, roundPartition } from '@coaching-pairs/bot/ports/outbox';
import type { SendOutcome } from '@coaching-pairs/bot/ports/sender';
import type { WorkHandler } from '@coaching-pairs/bot/ports/works';
import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { countedQueue, countedTable, noCounts } from '../../bench/operations/counted.js';
import { leapingTime } from '../../bench/operations/leaping-time.js';
import { memoryTable } from '../workflows/memory-table.js';
import { quietLog } from './delivery-harness.js';

export const second = 1_000;
export const hour = 3_600 * second;
const round = roundId('round');
export const partition = roundPartition(round);

export type LeapingHouse = ReturnType<typeof openLeapingHouse>;

/** Whoever sends and whoever runs works, with the settings of production, over a counted store in memory in time that leaps. */
export const openLeapingHouse = () => {
  const time = leapingTime(Date.parse('2027-03-01T10:00:00Z'));
  const counts = noCounts();
  const table = countedTable(memoryTable(), counts);
  const queue = countedQueue(time.millis, counts);
  const stops: (() => Promise<unknown>)[] = [];
  const common = (instance: string) => ({
    ...{ table, queue, clock: time.clock, log: quietLog, instance, sleep: time.sleep },
    partitions: async function* () {
      yield partition;
    },
  });
  const works = (tell?: ToldOfWork) => worksOn(table, time.clock, tell);
  return {
    ...{ time, counts, table, queue, works },
    /** An instance that sends; `answers` are what it hears, in turn, before all goes well. */
    sends: (more: Partial<DeliveryDeps> = {}, ...answers: SendOutcome[]): { delivery: Delivery; sent: readonly number[] } => {
      const sent: number[] = [];
      const delivery = startDelivery({
        ...common('one'),
        stillWanted: async () => true,
        render: async ({ kind }) => ({ kind: 'text', text: kind }),
        send: async () => {
          sent.push(time.millis());
          return answers.shift() ?? { kind: 'sent', activityId: 'activity' };
        },
        unreachable: async () => undefined,
        random: () => 0.5,
        settings: { drainFor: 0 },
        ...more,
      });
      stops.push(delivery.stop);
      return { delivery, sent };
    },
    /** A message that was committed, and of which the queue was told; answers when. */
    told: async (): Promise<number> => {
      const base = { roundId: round, to: personId('sam'), kind: 'invitation', opId: operationId('op'), class: 'A' } as const;
      const message = newMessage({ ...base, dueAt: time.clock.now() });
      await table.commit({ partition, writes: [outboxWrite(message)] });
      await queue.wake({ partition, key: outboxKey(message.id) });
      return time.millis();
    },
    /** An instance that runs works, told of them by nobody unless it is asked to look; without `lives` it is never stopped. */
    runs: (instance: string, handler: WorkHandler, more: Partial<WorkRunnerDeps> = {}, lives = true): WorkRunner => {
      const handlers = { 'draft-matches': handler };
      const runner = startWorkRunner({ ...common(instance), handlers, wake: wakeWorkThrough(queue, quietLog), ...more });
      if (lives) stops.push(runner.stop);
      return runner;
    },
    begin: (tell?: ToldOfWork) =>
      works(tell).start({ roundId: round, kind: 'draft-matches', input: {}, opId: operationId('op'), by: personId('priya') }),
    cancel: () => works().cancel(round, 'op'),
    state: async () => (await works().read(round, 'op'))?.state,
    close: () => Promise.all(stops.map((stop) => stop())),
  };
};
