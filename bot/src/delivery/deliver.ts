import type { Instant } from '@coaching-pairs/shared/ids';
import { type DueMessage, isOutboxKey, outboxFields, parseOutboxRow } from '../ports/outbox.js';
import type { OutgoingMessage, SendOutcome } from '../ports/sender.js';
import { isStoreFault, type Row } from '../ports/store.js';
import { codeOf, isEarlierRun, type Running } from './deps.js';
import type { Listed } from './listed.js';
import { instantAt, millisOf, minute, second } from './moments.js';
import { afterCrash, afterTry, buried, type Next, waitingNow } from './policy.js';
import type { ReceivedWake } from './queue.js';
import type { RateLimit } from './rate-limit.js';
import type { SenderLease } from './sender-lease.js';
import { settle } from './settle.js';

export type Delivering = {
  readonly running: Running;
  readonly lease: SenderLease;
  readonly limit: RateLimit;
  readonly stopping: AbortSignal;
  /** What this very process is sending now, by `nameOf`. */
  readonly inHand: Set<string>;
  readonly listed: Listed;
};

/** A message that still fails when it has been handed out so often is poison. */
const mostReceived = 5;
/** A claim with less left is put back, not sent: another may take it over before the connector has answered. */
const leastOfClaim = 30 * second;
/** With a claim in hand, a longer wait means putting the message back. */
const longestWaitWithClaim = 5 * second;
/** What was read longer ago is read again once the turn has come. */
const longestReading = second;
/** A wake-up that comes a little early waits; others are left to the sweeper. */
const early = 5 * second;

const nowOf = ({ clock }: Running): number => millisOf(clock.now());
const nameOf = ({ partition, key }: Pick<Row, 'partition' | 'key'>): string => `${partition} ${key}`;

/** One message is asked about over one reading of the store. */
const overOneReading = (delivering: Delivering): Delivering => {
  const { running } = delivering;
  return running.reading === undefined ? delivering : { ...delivering, running: { ...running, ...running.reading() } };
};

/** What to do about a row before anything is sent: undefined means go on. */
const endedBefore = async ({ running, inHand }: Delivering, row: Row, message: DueMessage): Promise<'ended' | undefined> => {
  const now = nowOf(running);
  // Whoever sends it here settles it, whatever a clock that was put forward makes of the claim.
  if (inHand.has(nameOf(row))) return 'ended';
  if (message.state === 'claimed' && message.claimedUntil !== null) {
    const until = millisOf(message.claimedUntil);
    // A live claim is somebody's who is sending right now.
    if (until > now && !isEarlierRun(message.claimedBy, running)) return 'ended';
    await settle(running, row, afterCrash(message, instantAt(until - running.settings.claimFor), running.clock.now()), now);
    return 'ended';
  }
  const wait = millisOf(message.dueAt) - now;
  if (wait > 0 && wait <= early) await running.queue.wake({ partition: row.partition, key: row.key }, wait);
  return wait > 0 ? 'ended' : undefined;
};

/** Put back for later, for a reason of its own, such as that its person sleeps; then the sweeper finds it again. */
const isPostponed = async ({ running }: Delivering, row: Row, message: DueMessage): Promise<boolean> => {
  const later = (await running.waitsUntil?.(message)) ?? null;
  if (later === null) return false;
  const { at: dueAt, zone, localIntent } = later;
  await running.table.swap(row, outboxFields({ ...message, dueAt, zone, localIntent }));
  running.log.info('delivery.postponed', { kind: message.kind, opId: message.opId, until: dueAt });
  return true;
};

/** Whoever has no chat with the bot yet is given one, unclaimed; else the message has ended here. */
const preparedFor = async ({ running }: Delivering, row: Row, message: DueMessage): Promise<'ended' | 'chatMade' | 'ready'> => {
  const prepared = (await running.prepare?.(message)) ?? { kind: 'ready' };
  if (prepared.kind === 'ready') return prepared.chatMade === true ? 'chatMade' : 'ready';
  const now = nowOf(running);
  const next: Next =
    prepared.kind === 'wait'
      ? { kind: 'again', message: { ...message, dueAt: instantAt(now + prepared.wait) } }
      : { kind: 'dead', message: buried(message, instantAt(now), prepared.reason), scope: 'person' };
  await settle(running, row, next, now);
  return 'ended';
};

/** The card, or undefined when nobody wants to hear it any more; then the row is gone. */
const stillToSay = async ({ running }: Delivering, row: Row, message: DueMessage): Promise<OutgoingMessage | undefined> => {
  const said = (await running.stillWanted(message)) ? await running.render(message) : null;
  if (said !== null) return said;
  if (await running.table.remove(row)) running.log.info('delivery.unwanted', { kind: message.kind, opId: message.opId });
  return undefined;
};

const waitForTurn = async ({ running, limit, stopping }: Delivering, message: DueMessage): Promise<void> => {
  for (
    let wait = limit.waitFor(message.to, nowOf(running));
    wait > 0 && !stopping.aborted;
    wait = limit.waitFor(message.to, nowOf(running))
  ) {
    await running.sleep(wait, stopping);
  }
};

const claim = async ({ running, lease, stopping }: Delivering, row: Row, message: DueMessage): Promise<Row | null> => {
  if (stopping.aborted || !lease.held()) return null;
  const claimedUntil = instantAt(nowOf(running) + running.settings.claimFor);
  return running.table.swap(row, outboxFields({ ...message, state: 'claimed', claimedBy: running.run, claimedUntil }));
};

/** Counted, or the milliseconds for which nothing can be sent. */
const takeTurn = async ({ running, limit, stopping }: Delivering, message: DueMessage): Promise<number> => {
  for (;;) {
    const wait = limit.take(message.to, nowOf(running));
    if (wait === 0 || wait > longestWaitWithClaim || stopping.aborted) return wait;
    await running.sleep(wait, stopping);
  }
};

const trySending = async ({ running }: Delivering, message: DueMessage, said: OutgoingMessage): Promise<SendOutcome> => {
  try {
    return await running.send(message.to, said);
  } catch (cause) {
    // The port promises not to throw; when it does, nobody knows how far it came.
    running.log.error('delivery.send-threw', { kind: message.kind, error: cause instanceof Error ? cause.name : 'unknown' });
    return { kind: 'ambiguous' };
  }
};

const hasAnotherWay = async ({ anotherWay, log }: Running, message: DueMessage, outcome: SendOutcome): Promise<boolean> => {
  if (anotherWay === undefined || outcome.kind !== 'permanent' || outcome.scope !== 'person') return false;
  try {
    return await anotherWay(message, outcome.code);
  } catch (cause) {
    log.warn('delivery.no-other-way', { code: codeOf(cause) });
    return false;
  }
};

/** Everybody waits, in this process and, once it is written down, in whichever sends next. */
const pauseAll = async ({ running, lease, limit }: Delivering, until: Instant): Promise<void> => {
  limit.pauseUntil(millisOf(until));
  running.log.warn('delivery.paused', { until });
  if (!lease.held()) return;
  await lease.tick().catch((cause: unknown) => running.log.warn('delivery.loop-failed', { what: 'pause', code: codeOf(cause) }));
};

const sendClaimed = async (delivering: Delivering, message: DueMessage, said: OutgoingMessage, claimedAt: number): Promise<Next> => {
  const { running, lease } = delivering;
  const wait = await takeTurn(delivering, message);
  if (wait > 0) return { kind: 'again', message: { ...message, dueAt: instantAt(nowOf(running) + wait) } };
  // The process stood still between claim and sending: as if it had not claimed.
  const stoodStill = nowOf(running) - claimedAt > running.settings.claimFor - leastOfClaim;
  // By now another may send, at the full rate.
  if (stoodStill || !lease.held()) return { kind: 'again', message };
  const outcome = await trySending(delivering, message, said);
  if (await hasAnotherWay(running, message, outcome)) return { kind: 'again', message: waitingNow(message, running.clock.now()) };
  const next = afterTry(message, outcome, running.clock.now(), running.random);
  if (next.kind !== 'sent' && next.pauseUntil !== undefined) await pauseAll(delivering, next.pauseUntil);
  return next;
};

const claimAndSend = async (delivering: Delivering, row: Row, message: DueMessage, said: OutgoingMessage): Promise<'done' | 'notNow'> => {
  const { running, inHand } = delivering;
  const claimedAt = nowOf(running);
  const claimed = await claim(delivering, row, message);
  // Somebody was faster, or changed the message; the row wakes again when it is due.
  if (claimed === null) return 'notNow';
  inHand.add(nameOf(row));
  try {
    await settle(running, claimed, await sendClaimed(delivering, message, said, claimedAt), nowOf(running));
  } finally {
    inHand.delete(nameOf(row));
  }
  return 'done';
};

const deliverRow = async (delivering: Delivering, row: Row): Promise<'done' | 'notNow'> => {
  const { running, stopping } = delivering;
  const parsed = parseOutboxRow(row);
  if (!parsed.ok) {
    running.log.error('delivery.row-unreadable', { key: row.key, field: parsed.error.field });
    return 'done';
  }
  if ((await endedBefore(delivering, row, parsed.value)) === 'ended') return 'done';
  if (stopping.aborted || !delivering.lease.held()) return 'notNow';
  const first = overOneReading(delivering);
  const lookedAt = nowOf(running);
  // First of all, so that nobody is given the app at night either.
  if (await isPostponed(first, row, parsed.value)) return 'done';
  const prepared = await preparedFor(first, row, parsed.value);
  if (prepared === 'ended') return 'done';
  // The turn comes first and the claim last, so that a claim that was not survived means: perhaps sent.
  await waitForTurn(delivering, parsed.value);
  if (stopping.aborted || !delivering.lease.held()) return 'notNow';
  const waited = nowOf(running) - lookedAt;
  const last = prepared === 'chatMade' || waited > longestReading ? overOneReading(delivering) : first;
  if (waited > minute && (await isPostponed(last, row, parsed.value))) return 'done';
  const said = await stillToSay(last, row, parsed.value);
  return said === undefined ? 'done' : claimAndSend(last, row, parsed.value, said);
};

/** A store that is away or refuses us is no fault of the message, however often it was handed out meanwhile. */
const isOfMessage = (cause: unknown): boolean => !isStoreFault(cause) || cause.code === 'row-unreadable';

const bury = async ({ running }: Delivering, { wake }: ReceivedWake): Promise<void> => {
  const row = wake === null ? null : await running.table.read(wake.partition, wake.key);
  const parsed = row === null ? undefined : parseOutboxRow(row);
  // What was claimed may have been sent; that is for whoever finds the claim.
  if (row === null || parsed?.ok !== true || parsed.value.state !== 'waiting') return;
  const now = running.clock.now();
  await settle(running, row, { kind: 'dead', message: buried(parsed.value, now, 'poison'), scope: null }, millisOf(now));
};

const afterFault = async (delivering: Delivering, received: ReceivedWake, cause: unknown): Promise<void> => {
  if (!isOfMessage(cause) || received.timesReceived < mostReceived) return received.later(10 * second);
  await bury(delivering, received);
  await received.done();
};

/** Follows one wake-up to its end. Never throws: what fails is handed out again, and is poison when it fails for the fifth time. */
export const deliver = async (delivering: Delivering, received: ReceivedWake): Promise<void> => {
  const { table, log, passOn } = delivering.running;
  try {
    if (received.wake !== null && !isOutboxKey(received.wake.key)) {
      passOn?.(received.wake);
      return await received.done();
    }
    const { wake } = received;
    const row = wake === null ? null : (delivering.listed.take(wake) ?? (await table.read(wake.partition, wake.key)));
    const ended = row === null ? 'done' : await deliverRow(delivering, row);
    await (ended === 'done' ? received.done() : received.later(second));
  } catch (cause) {
    log.error('delivery.try-failed', { key: received.wake?.key, code: codeOf(cause), timesReceived: received.timesReceived });
    await afterFault(delivering, received, cause).catch((error: unknown) => log.warn('delivery.wake-lost', { code: codeOf(error) }));
  }
};
