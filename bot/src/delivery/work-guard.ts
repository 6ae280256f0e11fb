import type { RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { changeWithRetry, type TooBusy } from '../ports/change.js';
import { keyOf } from '../ports/keys.js';
import { roundPartition } from '../ports/outbox.js';
import type { Row, Table, Write } from '../ports/store.js';
import type { WorkRunning } from '../ports/works.js';
import { hasEnded, parseWorkRow, workKey } from './work-row.js';

/** Names the work that a round is about; whoever begins one writes it in the same batch, so that of two at once one wins. */
const guardKey = keyOf('working');

type Seen = { readonly own: Row | null; readonly guard: Row | null; readonly holder: Row | null };

const look = async (table: Table, partition: string, id: string): Promise<Seen> => {
  const [own, guard] = await Promise.all([table.read(partition, workKey(id)), table.read(partition, guardKey)]);
  const named = guard?.fields.workId;
  return { own, guard, holder: typeof named === 'string' && named !== id ? await table.read(partition, workKey(named)) : null };
};

const guardWrite = (guard: Row | null, workId: string): Write =>
  guard === null
    ? { kind: 'insert', key: guardKey, fields: { workId } }
    : { kind: 'replace', key: guardKey, fields: { workId }, etag: guard.etag };

/**
 * Writes a work's row where no other work of the round is under way; `write` gives what is to be written over what is there,
 * or null when that will do. A work that has ended holds nobody up.
 */
export const takeTurn = async (
  table: Table,
  { roundId, id }: { readonly roundId: RoundId; readonly id: string },
  write: (own: Row | null) => Write | null,
): Promise<Result<null, WorkRunning | TooBusy>> => {
  const partition = roundPartition(roundId);
  const done = await changeWithRetry<Seen, readonly Write[], WorkRunning>({
    read: () => look(table, partition, id),
    decide: ({ own, guard, holder }) => {
      const written = write(own);
      if (written === null) return ok([]);
      return holder !== null && !hasEnded(parseWorkRow(holder)) ? err({ code: 'work-running' }) : ok([written, guardWrite(guard, id)]);
    },
    commit: async (writes) => (writes.length === 0 ? 'committed' : (await table.commit({ partition, writes })).outcome),
  });
  return done.ok ? ok(null) : done;
};
