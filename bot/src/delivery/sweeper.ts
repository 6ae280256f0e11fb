import { dueUpTo, outboxPrefix, parseOutboxRow } from '../ports/outbox.js';
import type { Row } from '../ports/store.js';
import type { Running } from './deps.js';
import { isEarlierRun } from './deps.js';
import type { Listed } from './listed.js';
import { millisOf, minute } from './moments.js';

/** Finds what is due in the open rounds and wakes the worker for it: whatever the queue lost comes to light here. */
export type Sweeper = { readonly sweep: () => Promise<number> };

/** A row already woken is woken again only after so long; until then its wake-up is trusted to be on the way. */
const trustFor = 5 * minute;
/** Rows woken with one call. */
const atOnce = 64;

export const createSweeper = (running: Running, listed: Pick<Listed, 'keep'>): Sweeper => {
  const { table, queue, clock, log, partitions } = running;
  const woken = new Map<string, { readonly etag: string; readonly at: number }>();

  const isDue = (row: Row, now: number): boolean => {
    const parsed = parseOutboxRow(row);
    if (!parsed.ok) {
      log.error('delivery.row-unreadable', { key: row.key, field: parsed.error.field });
      return false;
    }
    const { state, dueAt, claimedBy, claimedUntil } = parsed.value;
    const from = state === 'claimed' && claimedUntil !== null && !isEarlierRun(claimedBy, running) ? claimedUntil : dueAt;
    return millisOf(from) <= now;
  };

  const isTrusted = (row: Row, now: number): boolean => {
    const last = woken.get(`${row.partition} ${row.key}`);
    return last !== undefined && last.etag === row.etag && Math.abs(now - last.at) < trustFor;
  };

  const wake = async (rows: readonly Row[], now: number): Promise<void> => {
    for (const row of rows) listed.keep(row);
    await queue.wakeAll(rows.map(({ partition, key }) => ({ partition, key })));
    for (const row of rows) woken.set(`${row.partition} ${row.key}`, { etag: row.etag, at: now });
  };

  const sweepOne = async (partition: string, now: number): Promise<number> => {
    let count = 0;
    let due: Row[] = [];
    for await (const row of table.list(partition, { prefix: outboxPrefix, upTo: dueUpTo(clock.now()) })) {
      if (!isDue(row, now) || isTrusted(row, now)) continue;
      due.push(row);
      count += 1;
      if (due.length < atOnce) continue;
      await wake(due, now);
      due = [];
    }
    if (due.length > 0) await wake(due, now);
    return count;
  };

  return {
    sweep: async () => {
      const now = millisOf(clock.now());
      for (const [row, { at }] of woken) if (Math.abs(now - at) >= trustFor) woken.delete(row);
      let count = 0;
      for await (const partition of partitions()) count += await sweepOne(partition, now);
      if (count > 0) log.info('delivery.swept', { count });
      return count;
    },
  };
};
