import { isUnreachable, undeliveredReason } from '@coaching-pairs/shared/round/delivery';
import { type DueMessage, finishedWrite, outboxFields, toldWrite } from '../ports/outbox.js';
import { isStoreFault, type Row } from '../ports/store.js';
import type { Running } from './deps.js';
import { second } from './moments.js';
import type { Next } from './policy.js';

const patience = 30;

/** What has been sent must be written down: a store that is out of reach for a while is waited for. */
const insistently = async <T>({ sleep, log }: Running, write: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isStoreFault(error) || error.code !== 'store-unavailable' || attempt >= patience) throw error;
      log.warn('delivery.record-waits', { attempt });
      await sleep(second);
    }
  }
};

/** Moves the message out of the outbox, to where the sent or the dead are. False when somebody else has done so. */
const finish = async (running: Running, row: Row, message: DueMessage): Promise<boolean> => {
  const writes = [{ kind: 'delete', key: row.key, etag: row.etag } as const, finishedWrite(message), ...toldWrite(message)];
  const { outcome } = await insistently(running, () => running.table.commit({ partition: row.partition, writes }));
  return outcome !== 'conflict';
};

const about = (message: DueMessage): { kind: string; opId: string; attempts: number; reason: string | null } => ({
  kind: message.kind,
  opId: message.opId,
  attempts: message.attempts,
  reason: message.reason,
});

/** With whom the reason lies: one person whom nothing would reach, or the app, which somebody has to look at. */
const concerns = ({ reason }: DueMessage): 'person' | 'app' => (isUnreachable(undeliveredReason(reason)) ? 'person' : 'app');

/** That a person cannot be reached is noted first: of a message that is buried already nobody would ever note it. */
const buryAndTell = async (running: Running, row: Row, next: Extract<Next, { kind: 'dead' }>): Promise<void> => {
  if (next.scope === 'person') await insistently(running, () => running.unreachable(next.message, next.message.reason ?? ''));
  if (!(await finish(running, row, next.message))) return running.log.warn('delivery.claim-lost', about(next.message));
  running.log.error('delivery.dead', { ...about(next.message), concerns: concerns(next.message) });
};

const putBack = async (running: Running, row: Row, message: DueMessage, now: number): Promise<void> => {
  const waiting = await insistently(running, () => running.table.swap(row, outboxFields(message)));
  if (waiting === null) return running.log.warn('delivery.claim-lost', about(message));
  await running.queue.wake({ partition: row.partition, key: row.key }, Math.max(0, Date.parse(message.dueAt) - now));
};

/** Writes down what became of a message whose claim is `row`; `now` in milliseconds. */
export const settle = async (running: Running, row: Row, next: Next, now: number): Promise<void> => {
  if (next.kind === 'dead') return buryAndTell(running, row, next);
  if (next.kind === 'again') return putBack(running, row, next.message, now);
  if (await finish(running, row, next.message)) running.log.info('delivery.sent', about(next.message));
  else running.log.warn('delivery.claim-lost', about(next.message));
};
