import type { RoundId } from '@coaching-pairs/shared/ids';
import { err, ok } from '@coaching-pairs/shared/result';
import { changeWithRetry } from '../ports/change.js';
import type { Clock } from '../ports/clock.js';
import { roundPartition } from '../ports/outbox.js';
import { type Row, storeFault, type Table } from '../ports/store.js';
import type { NewWork, Work, Works } from '../ports/works.js';
import { hasEnded, parseWorkRow, type WorkRow, workFields, workKey, workOf, workPrefix } from './work-row.js';

const newRow = ({ opId, ...given }: NewWork, clock: Clock): WorkRow => ({
  ...given,
  id: opId,
  startedAt: clock.now(),
  state: 'waiting',
  progress: { done: 0, total: null, phase: 'waiting' },
  report: null,
  refusal: null,
  resume: null,
  cancelRequested: false,
  finishedAt: null,
  attempts: 0,
  faults: 0,
  claimedBy: null,
  claimedUntil: null,
  notBefore: null,
});

const start = async (table: Table, clock: Clock, { roundId, kind, input, opId, by }: NewWork): Promise<Work> => {
  const partition = roundPartition(roundId);
  const key = workKey(opId);
  const fields = workFields(newRow({ roundId, kind, input, opId, by }, clock));
  // A conflict says that the same operation started it before, which is as good.
  await table.commit({ partition, writes: [{ kind: 'insert', key, fields }] });
  const kept = await table.read(partition, key);
  if (kept === null) throw storeFault('row-unreadable', key);
  return workOf(kept);
};

/** What waits ends at once; what runs is asked to stop at its next step. */
const cancelledRow = (row: WorkRow, clock: Clock): WorkRow =>
  row.state === 'waiting'
    ? { ...row, cancelRequested: true, state: 'cancelled', finishedAt: clock.now() }
    : { ...row, cancelRequested: true };

const cancel = async (table: Table, clock: Clock, roundId: RoundId, id: string): Promise<Work | null> => {
  const read = (): Promise<Row | null> => table.read(roundPartition(roundId), workKey(id));
  await changeWithRetry({
    read,
    decide: (row) => (row === null || hasEnded(parseWorkRow(row)) ? err({ code: 'ended' as const }) : ok(row)),
    commit: async (row) =>
      (await table.swap(row, workFields(cancelledRow(parseWorkRow(row), clock)))) === null ? 'conflict' : 'committed',
  });
  const row = await read();
  return row === null ? null : workOf(row);
};

const listed = async (table: Table, roundId: RoundId): Promise<readonly Work[]> => {
  const works: Work[] = [];
  for await (const row of table.list(roundPartition(roundId), { prefix: workPrefix })) works.push(workOf(row));
  return works.sort((one, other) => other.startedAt.localeCompare(one.startedAt));
};

/** Long pieces of work, kept as rows of their round: they outlive the process that runs them. A work's id is its operation's. */
export const worksOn = (table: Table, clock: Clock): Works => ({
  start: (work) => start(table, clock, work),
  read: async (roundId, id) => {
    const row = await table.read(roundPartition(roundId), workKey(id));
    return row === null ? null : workOf(row);
  },
  list: (roundId) => listed(table, roundId),
  cancel: (roundId, id) => cancel(table, clock, roundId, id),
});
