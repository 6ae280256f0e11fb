import type { Engagement } from '@coaching-pairs/shared/engagement/engagement';
import type { Meeting } from '@coaching-pairs/shared/engagement/meetings';
import { type EngagementId, engagementId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type * as z from 'zod';
import type { EngagementChange, EngagementStore } from '../ports/engagements.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import { outboxWrite, toldPrefix, type WakeUp } from '../ports/outbox.js';
import type { Versioned, Written } from '../ports/rounds.js';
import type { Safe, SafeOwner, Sealing, SealingTrouble } from '../ports/sealing.js';
import { type Row, storeFault, type Table, type Write } from '../ports/store.js';
import { actWrites, handOnActs } from './engagement-acts.js';
import { authorsIn, clearEngagement } from './engagement-clearing.js';
import { entryWrites, eraseEntriesIn, parsed, partitionOf, readEntries, type Sealer } from './engagement-entries.js';
import { meetingsMark, meetingWrites, movesMeetings, readMeetings, removeMeetings, writeMeetingsMark } from './engagement-meetings.js';
import { messagesTo } from './engagement-messages.js';
import {
  begunRow,
  coachesNoteInside,
  engagementRow,
  nearWordsInside,
  sealedRow,
  summaryInside,
  termsInside,
  workInside,
} from './rows/engagement-row.js';
import { operationKey } from './table/commit.js';

/** The partition that names every engagement; a row here without one is a beginning that never finished. */
const indexPartition = 'engagements';
const rowKey = keyOf('engagement');
const begunKey = keyOf('begun');

/** `work`, `summary`, `coaches`, `near`, or `terms` with the number of a version, which is never written over. */
type Part = readonly [string, ...string[]];
const work: Part = ['work'];
const summary: Part = ['summary'];
const coachesNote: Part = ['coaches'];
const nearWords: Part = ['near'];
const termsPart = (version: number): Part => ['terms', String(version).padStart(4, '0')];
const partKey = (part: Part): string => keyOf('part', ...part);

const shared = (id: EngagementId): SafeOwner => ({ kind: 'engagement', id });

/** To what a sealed text belongs: in any other place it does not open. */
const aboutPart = (id: EngagementId, part: Part): readonly string[] => ['engagement', id, ...part];

const readParts = async <T>(
  { table, sealing }: Sealer,
  id: EngagementId,
  part: Part,
  schema: z.ZodType<T>,
): Promise<Result<readonly Versioned<T>[], SealingTrouble>> => {
  const rows: Row[] = [];
  for await (const row of table.list(partitionOf(id), { prefix: partKey(part) })) rows.push(row);
  const safe = rows.length === 0 ? ok(null) : await sealing.existingSafe(shared(id));
  if (!safe.ok) return safe;
  const found: Versioned<T>[] = [];
  for (const row of rows) {
    const [, name = '', ...version] = partsOf(row.key);
    const opened = safe.value?.open(aboutPart(id, [name, ...version]), sealedRow.read(row).value.sealed);
    // Its key was destroyed: it is gone, wherever its row came from.
    if (opened === undefined || (!opened.ok && opened.error === 'erased')) continue;
    if (!opened.ok) throw storeFault('row-unreadable', row.key);
    found.push({ value: parsed(schema, opened.value, row.key), etag: row.etag });
  }
  return ok(found);
};

const readPart = async <T>(sealer: Sealer, id: EngagementId, part: Part, schema: z.ZodType<T>) => {
  const found = await readParts(sealer, id, part, schema);
  return found.ok ? ok(found.value[0] ?? null) : found;
};

const sealPart =
  (safe: Safe, id: EngagementId) =>
  (part: Part, written: Written<unknown> | undefined): readonly Write[] =>
    written === undefined
      ? []
      : [
          sealedRow.write(partKey(part), {
            value: { sealed: safe.seal(aboutPart(id, part), JSON.stringify(written.value)) },
            etag: written.etag,
          }),
        ];

/** What of a change is shared by the four, sealed; the vault is asked for nothing where there is none. */
const sharedWrites = async ({ sealing }: Sealer, change: EngagementChange): Promise<Result<readonly Write[], SealingTrouble>> => {
  const { engagementId: id, terms } = change;
  if ([terms, change.work, change.summary, change.coachesNote, change.nearWords].every((part) => part === undefined)) return ok([]);
  const safe = await sealing.safeFor(shared(id));
  if (!safe.ok) return safe;
  const seal = sealPart(safe.value, id);
  const written = terms === undefined ? [] : seal(termsPart(terms.version), { value: terms, etag: null });
  const parts = [seal(work, change.work), seal(summary, change.summary), seal(coachesNote, change.coachesNote)];
  return ok([...written, ...parts.flat(), ...seal(nearWords, change.nearWords)]);
};

const idsIn = async (table: Table): Promise<readonly EngagementId[]> => {
  const ids: EngagementId[] = [];
  for await (const row of table.list(indexPartition, { prefix: prefixOf('engagement') })) ids.push(engagementId(partsOf(row.key)[1] ?? ''));
  return ids;
};

const readAll = async (table: Table): Promise<readonly Engagement[]> => {
  const ids = await idsIn(table);
  const rows = await Promise.all(ids.map((id) => table.read(partitionOf(id), rowKey)));
  const found = rows.filter((row) => row !== null).map((row) => engagementRow.read(row).value);
  const place = ({ enquiry, id }: Engagement): string => `${enquiry.at} ${id}`;
  return found.sort((one, other) => (place(one) < place(other) ? 1 : -1));
};

/** Names a new engagement among all, unless another has begun since others were looked at; they are named in one place, so that one is first. */
const begin = async (table: Table, { engagementId: id, engagement, begunLast = null }: EngagementChange): Promise<boolean> => {
  const named: Write = { kind: 'upsert', key: keyOf('engagement', id), fields: { version: 1 } };
  const last = begunRow.write(begunKey, { value: { id, at: engagement.value.enquiry.at }, etag: begunLast });
  return (await table.commit({ partition: indexPartition, writes: [last, named] })).outcome === 'committed';
};

const commit = async (sealer: Sealer, wakeUp: WakeUp, change: EngagementChange) => {
  const { engagementId: id, engagement, opId, outbox = [] } = change;
  const [parts, entries] = [await sharedWrites(sealer, change), await entryWrites(sealer, change)];
  if (!parts.ok) return parts;
  if (!entries.ok) return entries;
  const { table } = sealer;
  if (engagement.etag === null && !(await begin(table, change))) return ok('conflict' as const);
  const writes = [
    engagementRow.write(rowKey, engagement),
    ...parts.value,
    ...meetingWrites(change.meetings),
    ...entries.value,
    ...actWrites(change),
  ];
  const { outcome } = await table.commit({ partition: partitionOf(id), opId, writes: [...writes, ...outbox.map(outboxWrite)] });
  if (outcome === 'committed' && outbox.length > 0) await wakeUp(outbox);
  // After the change, so that whoever reads the mark finds what it tells of; and once more for whoever died between the two.
  if (outcome !== 'conflict' && movesMeetings(change)) await writeMeetingsMark(table, opId);
  return ok(outcome);
};

const forget = async ({ table, sealing }: Sealer, id: EngagementId, stays: (meeting: Meeting) => boolean): Promise<void> => {
  await sealing.destroy(shared(id));
  for await (const row of table.list(partitionOf(id), { prefix: prefixOf('part') })) await table.remove(row);
  await removeMeetings(table, partitionOf(id), stays);
};

/** The partitions of all engagements, for whoever has to find somebody in them. */
export const engagementPlaces = async (table: Table): Promise<readonly string[]> => (await idsIn(table)).map(partitionOf);

/** Everything of one engagement in one partition, so that a change is one batch. */
export const engagementStore = (table: Table, sealing: Sealing, wakeUp: WakeUp): EngagementStore => {
  const sealer: Sealer = { table, sealing };
  return {
    list: () => readAll(table),
    one: async (id) => {
      const row = await table.read(partitionOf(id), rowKey);
      return row === null ? null : engagementRow.read(row);
    },
    begunLast: async () => {
      const row = await table.read(indexPartition, begunKey);
      return row === null ? null : begunRow.read(row);
    },
    terms: async (id) => {
      const versions = await readParts(sealer, id, ['terms'], termsInside);
      return versions.ok ? ok(versions.value.map(({ value }) => value).sort((one, other) => other.version - one.version)) : versions;
    },
    work: (id) => readPart(sealer, id, work, workInside),
    summary: (id) => readPart(sealer, id, summary, summaryInside),
    meetings: (id) => readMeetings(table, partitionOf(id)),
    meetingsMark: () => meetingsMark(table),
    coachesNote: (id) => readPart(sealer, id, coachesNote, coachesNoteInside),
    nearWords: (id) => readPart(sealer, id, nearWords, nearWordsInside),
    entries: (id, authors) => readEntries(sealer, id, authors),
    isDone: async (id, opId) => (await table.read(partitionOf(id), operationKey(opId))) !== null,
    told: async (id, person) => {
      let count = 0;
      for await (const _row of table.list(partitionOf(id), { prefix: toldPrefix(person) })) count += 1;
      return count;
    },
    messagesTo: (id, person) => messagesTo(table, id, person),
    commit: (change) => commit(sealer, wakeUp, change),
    handOnActs: (id, note) => handOnActs(table, partitionOf(id), note),
    forget: (id, stays = () => false) => forget(sealer, id, stays),
    clear: (id) => clearEngagement(sealer, id, indexPartition),
    authors: (id) => authorsIn(table, id),
    eraseEntries: async (author) => {
      for (const id of await idsIn(table)) await eraseEntriesIn(sealer, id, author);
    },
    withKey: async () => (await sealing.owners('engagement')).map(engagementId),
  };
};
