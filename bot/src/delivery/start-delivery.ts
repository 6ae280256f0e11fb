import { setMaxListeners } from 'node:events';
import type { Instant } from '@coaching-pairs/shared/ids';
import { type Delivering, deliver } from './deliver.js';
import { codeOf, type DeliveryDeps, type Running, runningOf } from './deps.js';
import { millisOf } from './moments.js';
import { createRateLimit } from './rate-limit.js';
import { createSenderLease } from './sender-lease.js';
import { createSweeper } from './sweeper.js';

export type Delivery = {
  /** Looks at once for what is due, as after the sandbox's clock was advanced; nothing when another instance is the sender. */
  readonly sweepNow: () => Promise<number>;
  /** Claims nothing more, lets what is on its way arrive for up to 20 s, and gives up the sender's place. */
  readonly stop: () => Promise<void>;
};

/** Repeats an action until told to stop; a failure is logged and the next round tries again. */
const repeat = async (
  running: Running,
  every: number,
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
    await running.sleep(every, stopping);
  }
};

/** Takes wake-ups for as long as there are any and there is room for them. */
const drainQueue = async (delivering: Delivering, inFlight: Set<Promise<void>>): Promise<void> => {
  const { running, lease, limit, stopping } = delivering;
  // What is not received during a pause is not counted as received in vain.
  while (lease.held() && !limit.isPaused(millisOf(running.clock.now())) && !stopping.aborted) {
    const room = running.settings.inFlight - inFlight.size;
    if (room <= 0) {
      await Promise.race(inFlight);
      continue;
    }
    const received = await running.queue.receive(room);
    if (received.length === 0) return;
    for (const one of received) {
      const work = deliver(delivering, one).finally(() => inFlight.delete(work));
      inFlight.add(work);
    }
  }
};

/** Starts sending what is due; several instances may run it on one store, and one of them sends. */
export const startDelivery = (deps: DeliveryDeps): Delivery => {
  const running = runningOf(deps);
  const { settings, log, sleep } = running;
  const stop = new AbortController();
  // Every message that waits for its turn listens for the stop.
  setMaxListeners(0, stop.signal);
  let sweptAt: Instant | null = null;
  const limit = createRateLimit();
  const lease = createSenderLease(running, { sweptAt: () => sweptAt, pausedUntil: limit.pausedUntil, pauseUntil: limit.pauseUntil });
  const sweeper = createSweeper(running);
  const delivering: Delivering = { running, lease, limit, stopping: stop.signal, inHand: new Set() };
  const inFlight = new Set<Promise<void>>();
  const sweep = async (): Promise<number> => {
    if (!lease.held()) return 0;
    // Whoever has just become the sender does not let people wait for what it has yet to work out.
    const atOnce = sweptAt === null ? await sweeper.sweep() : 0;
    // What is written already is found and sent, whatever stands in the way of what is to be added.
    await running.beforeSweep?.().catch((cause: unknown) => log.warn('delivery.loop-failed', { what: 'plan', code: codeOf(cause) }));
    const found = await sweeper.sweep();
    sweptAt = running.clock.now();
    return atOnce + found;
  };
  const started = lease.tick().catch(() => log.warn('delivery.lease-failed'));
  const loop = async (every: number, what: string, action: () => Promise<unknown>): Promise<void> => {
    await started;
    await repeat(running, every, stop.signal, what, action);
  };
  const loops = [
    loop(settings.leaseEvery, 'lease', lease.tick),
    loop(settings.sweepEvery, 'sweep', sweep),
    loop(settings.pollEvery, 'poll', () => drainQueue(delivering, inFlight)),
  ];
  return {
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
