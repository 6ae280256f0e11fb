import type { RoundId } from '@coaching-pairs/shared/ids';
import { err, ok } from '@coaching-pairs/shared/result';
import { changeWithRetry } from '../ports/change.js';
import type { Clock } from '../ports/clock.js';
import { roundPartition } from '../ports/outbox.js';
import { type Row, storeFault, type Table } from '../ports/store.js';
import { isTelling, type NewWork, type Work, type Works } from '../ports/works.js';
import { takeTurn } from './work-guard.js';
import { hasEnded, parseWorkRow, type WorkRow, workFields, workKey, workOf, workPrefix } from './work-row.js';

const newRow = ({ opId, ...given }: NewWork, clock: Clock): WorkRow => ({
  ...given,
  id: opId,
  startedAt: clock.now(),
  state: 'waiting',
  progress: { done: 0, total: null, phase: 'waiting' },
  report: null,
  refusal: null,
  givenUp: false,
  resume: null,
  cancelRequested: false,
  finishedAt: null,
  attempts: 0,
  faults: 0,
  claimedBy: null,
  claimedUntil: null,
  notBefore: null,
});

const kept = async (table: Table, roundId: RoundId, id: string): Promise<Work> => {
  const row = await table.read(roundPartition(roundId), workKey(id));
  if (row === null) throw storeFault('row-unreadable', workKey(id));
  return workOf(row);
};

const start = async (table: Table, clock: Clock, { roundId, kind, input, opId, by }: NewWork): ReturnType<Works['start']> => {
  const fields = workFields(newRow({ roundId, kind, input, opId, by }, clock));
  // A row that is there already says that the same operation started it before, which is as good.
  const begun = await takeTurn(table, { roundId, id: opId }, (own) =>
    own === null ? { kind: 'insert', key: workKey(opId), fields } : null,
  );
  return begun.ok ? ok(await kept(table, roundId, opId)) : begun;
};

/** As if it had never failed, but with all that it had saved. */
const resumed = (row: WorkRow): WorkRow => ({
  ...row,
  ...({ state: 'waiting', refusal: null, givenUp: false, finishedAt: null } as const),
  ...{ attempts: 0, faults: 0, notBefore: null },
});

const resume = async (table: Table, roundId: RoundId, id: string): ReturnType<Works['resume']> => {
  const taken = await takeTurn(table, { roundId, id }, (own) => {
    const row = own === null ? null : parseWorkRow(own);
    if (own === null || row === null || !row.givenUp) return null;
    return { kind: 'replace', key: own.key, fields: workFields(resumed(row)), etag: own.etag };
  });
  return taken.ok ? ok(await kept(table, roundId, id)) : taken;
};

/** What everybody is told may be stopped before it has begun, not later: the round has moved on, and some would never hear of it. */
const mayBeCancelled = (row: WorkRow): boolean =>
  !hasEnded(row) && (!isTelling(row.kind) || (row.state === 'waiting' && row.resume === null));

/** What waits ends at once; what runs is asked to stop at its next step. */
const cancelledRow = (row: WorkRow, clock: Clock): WorkRow =>
  row.state === 'waiting'
    ? { ...row, cancelRequested: true, state: 'cancelled', finishedAt: clock.now() }
    : { ...row, cancelRequested: true };

const cancel = async (table: Table, clock: Clock, roundId: RoundId, id: string): Promise<Work | null> => {
  const read = (): Promise<Row | null> => table.read(roundPartition(roundId), workKey(id));
  await changeWithRetry({
    read,
    decide: (row) => (row === null || !mayBeCancelled(parseWorkRow(row)) ? err({ code: 'goes-on' as const }) : ok(row)),
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

/** There is work of that round to be taken up, or to be ended. */
export type ToldOfWork = (roundId: RoundId, id: string) => void;

/** Long pieces of work, kept as rows of their round: they outlive the process that runs them. A work's id is its operation's. */
export const worksOn = (table: Table, clock: Clock, tell: ToldOfWork = () => undefined): Works => {
  const telling = async <T>(roundId: RoundId, id: string, change: Promise<T>): Promise<T> => {
    const changed = await change;
    tell(roundId, id);
    return changed;
  };
  return {
    start: (work) => telling(work.roundId, work.opId, start(table, clock, work)),
    resume: (roundId, id) => telling(roundId, id, resume(table, roundId, id)),
    cancel: (roundId, id) => telling(roundId, id, cancel(table, clock, roundId, id)),
    read: async (roundId, id) => {
      const row = await table.read(roundPartition(roundId), workKey(id));
      return row === null ? null : workOf(row);
    },
    list: (roundId) => listed(table, roundId),
  };
};
