import type { Clock } from '../../ports/clock.js';
import { keyOf } from '../../ports/keys.js';
import type { Log } from '../../ports/log.js';
import type { Row, Table } from '../../ports/store.js';
import type { Form, Step } from './form.js';
import { runningProcesses } from './processes.js';
import { changeStored, readStored, type StoredForm, storedPartition } from './stored-form.js';

type Moving = { readonly table: Table; readonly clock: Clock; readonly log: Log; readonly form: Form };
/** Whether to go on; asked between two pages. */
type GoOn = () => boolean;

const keyFor = ({ to }: Step): string => keyOf('step', String(to));

/** How far a step has come: the pages before this were looked at since `turn` began. */
type Progress = {
  readonly turn: string;
  readonly continuation: string | null;
  readonly rows: number;
  /** Nobody wrote an older form when it began. A row that is written in one behind its back would be missed. */
  readonly counts: boolean;
};

const isWrittenByAll = async ({ table, clock }: Moving, { to }: Step): Promise<boolean> =>
  (await runningProcesses(table, clock)).every(({ writes }) => writes >= to);

const readProgress = async (moving: Moving, step: Step, turn: string): Promise<Progress> => {
  const { continuation, counts, rows, turn: before } = (await moving.table.read(storedPartition, keyFor(step)))?.fields ?? {};
  if (typeof continuation === 'string' && before === turn) return { turn, continuation, rows: Number(rows), counts: counts === true };
  return { turn, continuation: null, rows: 0, counts: await isWrittenByAll(moving, step) };
};

/** Whoever did the same work meanwhile may write over it: at worst a page is looked at twice. */
const saveProgress = async (table: Table, step: Step, progress: Progress): Promise<void> => {
  const fields = { version: 1, ...progress };
  await table.commit({ partition: storedPartition, writes: [{ kind: 'upsert', key: keyFor(step), fields }] });
};

/** One row, as it stands when it is written; whether anything was to be done. */
const moveRow = async (table: Table, { row: rewrite }: Step, found: Row): Promise<boolean> => {
  for (let row: Row | null = found; row !== null; row = await table.read(found.partition, found.key)) {
    const fields = rewrite(row);
    if (fields === null) return false;
    if ((await table.swap(row, fields)) !== null) return true;
  }
  return false;
};

const movePage = async (table: Table, step: Step, progress: Progress): Promise<Progress> => {
  const { continuation } = progress;
  const page = await table.everything(continuation === null ? {} : { continuation });
  let { rows } = progress;
  for (const row of page.rows) if (row.partition !== storedPartition && (await moveRow(table, step, row))) rows += 1;
  return { ...progress, rows, continuation: page.continuation ?? null };
};

/** Settled only if nobody began meanwhile who writes an older form. */
const settle = async ({ table, form, log }: Moving, step: Step, progress: Progress): Promise<boolean> => {
  const settled = await changeStored(table, form.writes, (stored) =>
    stored.turn === progress.turn && stored.settled < step.to ? { ...stored, settled: step.to } : null,
  );
  const { to, name: what } = step;
  if (settled !== null) log.info('stored.settled', { to, what, count: progress.rows });
  return settled !== null;
};

/** Goes through the table from where it was left; false when it was told to stop, or has to be done again later. */
const take = async (moving: Moving, step: Step, { turn }: StoredForm, goOn: GoOn): Promise<boolean> => {
  const { table, log } = moving;
  let progress = await readProgress(moving, step, turn);
  do {
    if (!goOn()) return false;
    progress = await movePage(table, step, progress);
    await saveProgress(table, step, progress);
  } while (progress.continuation !== null);
  if (progress.counts && (await isWrittenByAll(moving, step))) return settle(moving, step, progress);
  if (progress.rows > 0) log.info('stored.moved', { to: step.to, what: step.name, count: progress.rows });
  return false;
};

/**
 * Brings all rows to the form that this build writes, step by step, beside everybody who reads and writes them meanwhile. Each row is
 * changed under its tag and a step may be repeated, so that whoever dies is followed by whoever goes on at the same page. While a
 * process serves that writes an older form, rows are moved and nothing is settled; it is called again later.
 */
export const moveStored = async (moving: Moving, goOn: GoOn): Promise<void> => {
  for (const step of moving.form.steps) {
    const stored = await readStored(moving.table, moving.form.writes);
    if (stored.settled >= step.to) continue;
    if (!(await take(moving, step, stored, goOn))) return;
  }
};
