import { dueUpTo, outboxPrefix, parseOutboxRow } from '../ports/outbox.js';
import type { Row } from '../ports/store.js';
import type { Running } from './deps.js';
import { isEarlierRun } from './deps.js';
import type { Listed } from './listed.js';
import { millisOf, minute } from './moments.js';

/** How many were woken; `more`: something is due that was left for the next sweep. */
export type Swept = { readonly count: number; readonly more: boolean };

/** Finds what is due in the open rounds and wakes the worker for it: whatever the queue lost comes to light here. */
export type Sweeper = { readonly sweep: () => Promise<Swept> };

/** A row already woken is woken again only after so long; until then its wake-up is trusted to be on the way. */
const trustFor = 5 * minute;
/** Rows woken with one call. */
const atOnce = 64;
/**
 * Rows of one partition that are due and on their way at one time, about what is sent in twenty seconds. Whoever takes over wakes no
 * more than that again of a sending of thousands, however often its senders die.
 */
const mostOnTheirWay = 512;

/** What was woken lately, so that its wake-up is trusted. */
const wakingIn = ({ queue, clock }: Running, listed: Pick<Listed, 'keep'>) => {
  const woken = new Map<string, { readonly etag: string; readonly at: number }>();
  const now = (): number => millisOf(clock.now());
  const nameOf = ({ partition, key }: Row): string => `${partition} ${key}`;
  return {
    isTrusted: (row: Row): boolean => {
      const last = woken.get(nameOf(row));
      return last !== undefined && last.etag === row.etag && Math.abs(now() - last.at) < trustFor;
    },
    wake: async (rows: readonly Row[]): Promise<void> => {
      for (const row of rows) listed.keep(row);
      await queue.wakeAll(rows.map(({ partition, key }) => ({ partition, key })));
      for (const row of rows) woken.set(nameOf(row), { etag: row.etag, at: now() });
    },
    forget: (): void => {
      for (const [row, { at }] of woken) if (Math.abs(now() - at) >= trustFor) woken.delete(row);
    },
  };
};

const isDue = (row: Row, running: Running): boolean => {
  const parsed = parseOutboxRow(row);
  if (!parsed.ok) {
    running.log.error('delivery.row-unreadable', { key: row.key, field: parsed.error.field });
    return false;
  }
  const { state, dueAt, claimedBy, claimedUntil } = parsed.value;
  const from = state === 'claimed' && claimedUntil !== null && !isEarlierRun(claimedBy, running) ? claimedUntil : dueAt;
  return millisOf(from) <= millisOf(running.clock.now());
};

export const createSweeper = (running: Running, listed: Pick<Listed, 'keep'>): Sweeper => {
  const { table, clock, log, partitions } = running;
  const { isTrusted, wake, forget } = wakingIn(running, listed);

  const sweepOne = async (partition: string): Promise<Swept> => {
    const swept = { count: 0, more: false };
    let onTheirWay = 0;
    let due: Row[] = [];
    for await (const row of table.list(partition, { prefix: outboxPrefix, upTo: dueUpTo(clock.now()) })) {
      if (!isDue(row, running)) continue;
      swept.more = onTheirWay === mostOnTheirWay;
      if (swept.more) break;
      onTheirWay += 1;
      if (isTrusted(row)) continue;
      swept.count += 1;
      due.push(row);
      if (due.length < atOnce) continue;
      await wake(due);
      due = [];
    }
    if (due.length > 0) await wake(due);
    return swept;
  };

  return {
    sweep: async () => {
      forget();
      let [count, more] = [0, false];
      for await (const partition of partitions()) {
        const one = await sweepOne(partition);
        count += one.count;
        more ||= one.more;
      }
      if (count > 0) log.info('delivery.swept', { count });
      return { count, more };
    },
  };
};
