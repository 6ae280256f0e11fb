import type { WakeQueue } from '@coaching-pairs/bot/delivery/queue';
import type { Table } from '@coaching-pairs/bot/ports/store';

/** What storage was asked. A batch is one transaction, as Azure counts it; `pages` are of lists beyond their first thousand rows. */
export type Counts = { transactions: number; polls: number; messages: number; rowsListed: number };

export const noCounts = (): Counts => ({ transactions: 0, polls: 0, messages: 0, rowsListed: 0 });

export const minus = (one: Counts, other: Counts): Counts => ({
  transactions: one.transactions - other.transactions,
  polls: one.polls - other.polls,
  messages: one.messages - other.messages,
  rowsListed: one.rowsListed - other.rowsListed,
});

/** The same table, which counts. Of a list its first page is one transaction; further ones follow from the rows that were listed. */
export const countedTable = (table: Table, counts: Counts): Table => {
  const one = <Words extends readonly unknown[], T>(call: (...words: Words) => T) => {
    return (...words: Words): T => {
      counts.transactions += 1;
      return call(...words);
    };
  };
  return {
    ...table,
    read: one(table.read),
    commit: one(table.commit),
    swap: one(table.swap),
    remove: one(table.remove),
    page: one(table.page),
    list: async function* (partition, range) {
      counts.transactions += 1;
      for await (const row of table.list(partition, range)) {
        counts.rowsListed += 1;
        yield row;
      }
    },
  };
};

type Wake = Parameters<WakeQueue['wake']>[0];
type Waiting = { readonly wakes: readonly Wake[]; at: number; times: number; left: number };

/** Rows that one message of the real queue wakes. */
const perMessage = 8;

/** A queue in memory on a clock of its own, which counts. */
export const countedQueue = (now: () => number, counts: Counts): WakeQueue => {
  const all = new Set<Waiting>();
  const put = (wakes: readonly Wake[], delay: number): void => {
    counts.messages += 1;
    all.add({ wakes, at: now() + delay, times: 0, left: wakes.length });
  };
  const wakeAll: WakeQueue['wakeAll'] = async (wakes, delay = 0) => {
    for (const partition of new Set(wakes.map((one) => one.partition))) {
      const alike = wakes.filter((one) => one.partition === partition);
      for (let from = 0; from < alike.length; from += perMessage) put(alike.slice(from, from + perMessage), delay);
    }
  };
  const finished = (one: Waiting): void => {
    one.left -= 1;
    if (one.left > 0) return;
    counts.messages += 1;
    all.delete(one);
  };
  return {
    wakeAll,
    wake: (wake, delay) => wakeAll([wake], delay),
    receive: async (count) => {
      counts.polls += 1;
      const due = [...all].filter(({ at }) => at <= now()).slice(0, Math.min(32, count));
      return due.flatMap((one) => {
        one.at = now() + 120_000;
        one.times += 1;
        one.left = one.wakes.length;
        return one.wakes.map((wake) => ({
          wake,
          timesReceived: one.times,
          done: async () => finished(one),
          later: async (milliseconds: number) => {
            put([wake], milliseconds);
            finished(one);
          },
        }));
      });
    },
  };
};
