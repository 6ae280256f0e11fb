import { keyOf } from '../../ports/keys.js';
import type { Row, Table } from '../../ports/store.js';

export const storedPartition = 'stored';
const key = keyOf('form');

/** In which forms rows may stand in the table: nothing above `written`, nothing below `settled`. */
export type StoredForm = {
  readonly written: number;
  readonly settled: number;
  /** Another one whenever a process begins that writes an older form than the newest: then every row has to be looked at again. */
  readonly turn: string;
};

const numberAt = (row: Row, field: string): number => Number(row.fields[field] ?? 1);

const storedIn = (row: Row): StoredForm => ({
  written: numberAt(row, 'written'),
  settled: numberAt(row, 'settled'),
  turn: String(row.fields['turn'] ?? ''),
});

const isEmpty = async (table: Table): Promise<boolean> => {
  for (let continuation: string | undefined; ; ) {
    const page = await table.everything(continuation === undefined ? { max: 10 } : { max: 10, continuation });
    if (page.rows.some(({ partition }) => partition !== storedPartition)) return false;
    if (page.continuation === undefined) return true;
    continuation = page.continuation;
  }
};

/** What is stored before anybody has written it down: of the first form, or of no form at all in a table without rows. */
const unwritten = async (table: Table, writes: number): Promise<StoredForm> => {
  const own = (await isEmpty(table)) ? writes : 1;
  return { written: own, settled: own, turn: '' };
};

/** In which forms rows may stand; `writes` is the form of whoever asks, for a table that is still empty. */
export const readStored = async (table: Table, writes: number): Promise<StoredForm> => {
  const row = await table.read(storedPartition, key);
  return row === null ? unwritten(table, writes) : storedIn(row);
};

/** Changes it by what is there at that moment; null leaves it as it is. */
export const changeStored = async (
  table: Table,
  writes: number,
  change: (stored: StoredForm) => StoredForm | null,
): Promise<StoredForm | null> => {
  for (;;) {
    const row = await table.read(storedPartition, key);
    const next = change(row === null ? await unwritten(table, writes) : storedIn(row));
    if (next === null) return null;
    const fields = { version: 1, ...next };
    if (row !== null && (await table.swap(row, fields)) !== null) return next;
    if (row !== null) continue;
    const { outcome } = await table.commit({ partition: storedPartition, writes: [{ kind: 'insert', key, fields }] });
    if (outcome === 'committed') return next;
  }
};
