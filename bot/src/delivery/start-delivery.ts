import { setMaxListeners } from 'node:events';
import type { Instant } from '@coaching-pairs/shared/ids';
import { createAlarm } from './alarm.js';
import type { Delivering } from './deliver.js';
import { codeOf, type DeliveryDeps, type Running, runningOf } from './deps.js';
import { rowsListed } from './listed.js';
import { second } from './moments.js';
import { createPoll, dueAt, heardBy } from './poll.js';
import { createRateLimit } from './rate-limit.js';
import { createSenderLease } from './sender-lease.js';
import { createSweeper } from './sweeper.js';

export type Delivery = {
  /** Looks at once for what is due, as after the sandbox's clock was advanced; nothing when another instance is the sender. */
  readonly sweepNow: () => Promise<number>;
  /** Something was woken that is due after so many milliseconds: then the queue is looked into without waiting for the next look. */
  readonly expect: (delay: number) => void;
  /** Claims nothing more, lets what is on its way arrive for up to 20 s, and gives up the sender's place. */
  readonly stop: () => Promise<void>;
};

/** Until the next sweep where the last one left something; well before what it woke has been sent. */
const soonAgain = 5 * second;

/** Repeats an action until told to stop; a failure is logged and the next round tries again. */
const repeat = async (
  running: Running,
  every: () => number,
  stopping: AbortSignal,
  what: string,
  action: () => Promise<unknown>,
): Promise<void> => {
  while (!stopping.aborted) {
    try {
      await action();
    } catch (cause) {
      running.log.warn('delivery.loop-failed', { what, code: codeOf(cause) });
    }
    await running.sleep(every(), stopping);
  }
};

/** When it last looked for what is due, and whether it left something then. */
type Looks = { sweptAt: Instant | null; more: boolean };

/** Looks for what is due while this instance is the sender; `looks` is kept up to date. */
const sweeping = ({ running, lease, listed }: Delivering, looks: Looks): (() => Promise<number>) => {
  const sweeper = createSweeper(running, listed);
  const look = async (): Promise<number> => {
    const { count, more } = await sweeper.sweep();
    looks.more = more;
    return count;
  };
  return async () => {
    if (!lease.held()) return 0;
    // Whoever has just become the sender does not let people wait for what it has yet to work out.
    const atOnce = looks.sweptAt === null ? await look() : 0;
    // What is written already is found and sent, whatever stands in the way of what is to be added.
    await running
      .beforeSweep?.()
      .catch((cause: unknown) => running.log.warn('delivery.loop-failed', { what: 'plan', code: codeOf(cause) }));
    const found = await look();
    looks.sweptAt = running.clock.now();
    return atOnce + found;
  };
};

/** Starts sending what is due; several instances may run it on one store, and one of them sends. */
export const startDelivery = (deps: DeliveryDeps): Delivery => {
  const stop = new AbortController();
  const given = runningOf(deps);
  const alarm = createAlarm({ ...given, stopping: stop.signal });
  const running = { ...given, queue: heardBy(alarm, given.queue, given) };
  const { settings, log, sleep } = running;
  // Every message that waits for its turn listens for the stop.
  setMaxListeners(0, stop.signal);
  const looks: Looks = { sweptAt: null, more: false };
  const limit = createRateLimit();
  const lease = createSenderLease(running, { sweptAt: () => looks.sweptAt, pausedUntil: limit.pausedUntil, pauseUntil: limit.pauseUntil });
  const delivering: Delivering = { running, lease, limit, stopping: stop.signal, inHand: new Set(), listed: rowsListed() };
  const inFlight = new Set<Promise<void>>();
  const sweep = sweeping(delivering, looks);
  const started = lease.tick().catch(() => log.warn('delivery.lease-failed'));
  const loop = async (every: () => number, what: string, action: () => Promise<unknown>): Promise<void> => {
    await started;
    await repeat(running, every, stop.signal, what, action);
  };
  const loops = [
    loop(() => settings.leaseEvery, 'lease', lease.tick),
    loop(() => (looks.more ? Math.min(soonAgain, settings.sweepEvery) : settings.sweepEvery), 'sweep', sweep),
    loop(() => 0, 'poll', createPoll(delivering, inFlight, alarm)),
  ];
  return {
    expect: (delay) => alarm.at(dueAt(running, delay)),
    sweepNow: async () => {
      // A clock put forward makes the lease look old.
      await lease.tick();
      return sweep();
    },
    stop: async () => {
      stop.abort();
      const drained = new AbortController();
      const quiet = Promise.all(loops).then(() => Promise.all(inFlight));
      await Promise.race([quiet, sleep(settings.drainFor, drained.signal)]);
      drained.abort();
      await lease.release().catch(() => log.warn('delivery.lease-kept'));
    },
  };
};
