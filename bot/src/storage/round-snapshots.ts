import type { RoundId } from '@coaching-pairs/shared/ids';
import { keyOf } from '../ports/keys.js';
import { roundPartition } from '../ports/outbox.js';
import type { RoundChange, RoundStore, VersionedContent } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';

const markKey = keyOf('content');

const newMark = (): Write => ({ kind: 'upsert', key: markKey, fields: { version: 1, mark: crypto.randomUUID() } });

/** In the batch of whatever changes what `everything` reads, so that every instance finds its copy out of date. The last writer may win. */
export const contentWrites = ({ round, participants, removedParticipants, proposals, removedProposals, pairs }: RoundChange) => {
  const isContent =
    round !== undefined || [participants, removedParticipants, proposals, removedProposals, pairs].some((rows) => rows?.length);
  return isContent ? [newMark()] : [];
};

/** For whoever has changed such rows by another way, once that is done. */
export const renewContent = async (table: Table, partition: string): Promise<void> => {
  await table.commit({ partition, writes: [newMark()] });
};

const markOf = async (table: Table, id: RoundId): Promise<string> => {
  const row = await table.read(roundPartition(id), markKey);
  return typeof row?.fields.mark === 'string' ? row.fields.mark : '';
};

export type SnapshotSettings = {
  /** Rounds of which a copy is kept; of more those that were asked for longest ago are let go. */
  readonly most: number;
  /** How long a copy is kept at most, in milliseconds: an instance of an earlier version leaves no mark. */
  readonly mostAge: number;
};

const usual: SnapshotSettings = { most: 8, mostAge: 300_000 };

type Copy = { readonly mark: string; readonly content: Promise<VersionedContent | null>; readonly timer: ReturnType<typeof setTimeout> };

/**
 * Reads a round whole once for each mark. The mark is read before the rows, so that an older copy is never kept as a newer one; it is
 * read for every question, so that what another instance has written is seen by the next one.
 */
export const roundSnapshots = (table: Table, read: RoundStore['everything'], { most, mostAge }: SnapshotSettings = usual) => {
  const copies = new Map<RoundId, Copy>();
  const drop = (id: RoundId, copy: Copy | undefined): void => {
    if (copy === undefined || copies.get(id) !== copy) return;
    clearTimeout(copy.timer);
    copies.delete(id);
  };
  const keep = (id: RoundId, mark: string): Copy => {
    drop(id, copies.get(id));
    const timer = setTimeout(() => drop(id, copy), mostAge);
    timer.unref();
    const copy: Copy = { mark, content: read(id), timer };
    return copy;
  };
  return async (id: RoundId): Promise<VersionedContent | null> => {
    const mark = await markOf(table, id);
    const known = copies.get(id);
    const copy = known?.mark === mark ? known : keep(id, mark);
    // Asked for last, let go last.
    copies.delete(id);
    copies.set(id, copy);
    const [oldest] = copies;
    if (copies.size > most && oldest !== undefined) drop(...oldest);
    try {
      return await copy.content;
    } catch (cause) {
      drop(id, copy);
      throw cause;
    }
  };
};
