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

type Waiting = { readonly wake: Parameters<WakeQueue['wake']>[0]; at: number; times: number; gone: boolean };

/** A queue in memory on a clock of its own, which counts. */
export const countedQueue = (now: () => number, counts: Counts): WakeQueue => {
  const all = new Set<Waiting>();
  return {
    wake: async (wake, delay = 0) => {
      counts.messages += 1;
      all.add({ wake, at: now() + delay, times: 0, gone: false });
    },
    receive: async (count) => {
      counts.polls += 1;
      const due = [...all].filter(({ at }) => at <= now()).slice(0, Math.min(32, count));
      return due.map((one) => {
        one.at = now() + 120_000;
        one.times += 1;
        return {
          wake: one.wake,
          timesReceived: one.times,
          done: async () => {
            counts.messages += 1;
            all.delete(one);
          },
          later: async (milliseconds) => {
            counts.messages += 1;
            one.at = now() + milliseconds;
          },
        };
      });
    },
  };
};
