import { type PairId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Pair, Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { Wishes } from '@coaching-pairs/shared/round/wishes';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import {
  finishedPrefixes,
  type OutboxMessage,
  outboxPrefix,
  outboxWrite,
  parseRoundMessage,
  roundPartition,
  toldPrefix,
  type WakeUp,
} from '../ports/outbox.js';
import type { AuditEntry, RoundChange, RoundStore, Unreachable, Versioned, VersionedContent } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';
import { agreementWrites } from './agreements.js';
import { entriesIn } from './audit/trail.js';
import { boardWrites } from './boards.js';
import { feedbackReads, feedbackWrites } from './feedback.js';
import { rhythmReads, rhythmWrites } from './rhythm.js';
import { contentWrites, roundSnapshots } from './round-snapshots.js';
import type { Codec } from './rows/codec.js';
import { auditRow, pairRow, participantRow, proposalRow, roundRow } from './rows/round-rows.js';
import { sessionRow } from './rows/session-rows.js';
import { wishRow } from './rows/wish-rows.js';

/** The partition that names every round; a row here without its round is a creation that never finished. */
const indexPartition = 'rounds';
const roundKey = keyOf('round');

const auditKey = (entry: AuditEntry, change: RoundChange, index: number): string =>
  keyOf('audit', entry.at.replace(/[-:.]/g, ''), change.opId, String(index));

const writesOf = (change: RoundChange): readonly Write[] => [
  ...(change.round ? [roundRow.write(roundKey, change.round)] : []),
  ...(change.participants ?? []).map((one) => participantRow.write(keyOf('participant', one.value.personId), one)),
  ...(change.removedParticipants ?? []).map(
    ({ value, etag }): Write => ({ kind: 'delete', key: keyOf('participant', value.personId), etag }),
  ),
  ...(change.proposals ?? []).map((one) => proposalRow.write(keyOf('proposal', one.value.id), one)),
  ...(change.removedProposals ?? []).map(({ value, etag }): Write => ({ kind: 'delete', key: keyOf('proposal', value.id), etag })),
  ...(change.pairs ?? []).map((one) => pairRow.write(keyOf('pair', one.value.id), one)),
  ...(change.sessions ?? []).map((one) => sessionRow.write(keyOf('session', one.value.pairId, one.value.id), one)),
  ...(change.removedSessions ?? []).map(
    ({ value, etag }): Write => ({ kind: 'delete', key: keyOf('session', value.pairId, value.id), etag }),
  ),
  ...(change.wishes ?? []).map((one) => wishRow.write(keyOf('wishes', one.value.by), one)),
  ...(change.removedWishes ?? []).map(({ value, etag }): Write => ({ kind: 'delete', key: keyOf('wishes', value.by), etag })),
  ...feedbackWrites(change),
  ...agreementWrites(change),
  ...rhythmWrites(change),
  ...(change.outbox ?? []).map(outboxWrite),
  ...change.audit.map((entry, index): Write => ({ kind: 'insert', key: auditKey(entry, change, index), fields: auditRow.fields(entry) })),
  ...boardWrites(change),
  ...contentWrites(change),
];

const readAll = async <T>(table: Table, id: RoundId, kind: string, codec: Codec<T>): Promise<readonly Versioned<T>[]> => {
  const found: Versioned<T>[] = [];
  for await (const row of table.list(roundPartition(id), { prefix: prefixOf(kind) })) found.push(codec.read(row));
  return found;
};

const readSessions = async (table: Table, id: RoundId, pair: PairId): Promise<readonly Versioned<Session>[]> => {
  const found: Versioned<Session>[] = [];
  for await (const row of table.list(roundPartition(id), { prefix: prefixOf('session', pair) })) found.push(sessionRow.read(row));
  return found;
};

const everything = async (table: Table, id: RoundId): Promise<VersionedContent | null> => {
  // People first: whoever is read as set free was so by a proposal that is then read as ended, never as still open.
  const [round, participants] = await Promise.all([
    table.read(roundPartition(id), roundKey),
    readAll<Participant>(table, id, 'participant', participantRow),
  ]);
  const [proposals, pairs] = await Promise.all([
    readAll<Proposal>(table, id, 'proposal', proposalRow),
    readAll<Pair>(table, id, 'pair', pairRow),
  ]);
  if (round === null) return null;
  const values = <T>(rows: readonly Versioned<T>[]): readonly T[] => rows.map((row) => row.value);
  const content = { participants: values(participants), proposals: values(proposals), pairs: values(pairs) };
  return { round: roundRow.read(round), participants, proposals, pairs, content };
};

/** Rounds of one instant keep one order, whoever reads them. */
const sortKey = ({ createdAt, id }: Round): string => `${createdAt} ${id}`;

const readRounds = async (table: Table): Promise<readonly Round[]> => {
  const ids: string[] = [];
  for await (const row of table.list(indexPartition, { prefix: prefixOf('round') })) ids.push(partsOf(row.key)[1] ?? '');
  const rows = await Promise.all(ids.map((id) => table.read(keyOf('round', id), roundKey)));
  const rounds = rows.filter((row) => row !== null).map((row) => roundRow.read(row).value);
  return rounds.sort((one, other) => (sortKey(one) < sortKey(other) ? 1 : -1));
};

const readMessages = async (table: Table, id: RoundId, prefix: string): Promise<readonly OutboxMessage[]> => {
  const messages: OutboxMessage[] = [];
  for await (const row of table.list(roundPartition(id), { prefix })) {
    const parsed = parseRoundMessage(row);
    if (parsed.ok) messages.push(parsed.value);
  }
  return messages;
};

/** What waits is read first: what is sent meanwhile is then found twice, and counted once, but never missed. */
const readToldMessages = async (table: Table, id: RoundId): Promise<readonly OutboxMessage[]> => {
  const waiting = await readMessages(table, id, outboxPrefix);
  const finished = await Promise.all(finishedPrefixes.map((prefix) => readMessages(table, id, prefix)));
  return [...new Map([...waiting, ...finished.flat()].map((message) => [message.id, message])).values()];
};

const readUnreachable = async (table: Table, id: RoundId): Promise<readonly Unreachable[]> => {
  const people: Unreachable[] = [];
  for await (const { key, fields } of table.list(roundPartition(id), { prefix: prefixOf('unreachable') })) {
    people.push({ personId: personId(partsOf(key)[1] ?? ''), reason: typeof fields.reason === 'string' ? fields.reason : '' });
  }
  return people;
};

const isNew = (change: RoundChange): boolean => change.round !== undefined && change.round.etag === null;

const single = async <T>(table: Table, id: RoundId, key: string, codec: Codec<T>): Promise<Versioned<T> | null> => {
  const row = await table.read(roundPartition(id), key);
  return row === null ? null : codec.read(row);
};

/** Rounds in one table: everything of a round in one partition, so that a change, its audit and its messages are one batch. */
export const roundStore = (table: Table, wakeUp: WakeUp): RoundStore => ({
  list: () => readRounds(table),
  round: (id) => single(table, id, roundKey, roundRow),
  participant: (id, personId) => single(table, id, keyOf('participant', personId), participantRow),
  proposal: (id, proposal) => single(table, id, keyOf('proposal', proposal), proposalRow),
  pairs: async (id) => (await readAll<Pair>(table, id, 'pair', pairRow)).map((row) => row.value),
  pair: (id, pair) => single(table, id, keyOf('pair', pair), pairRow),
  sessions: (id, pair) => readSessions(table, id, pair),
  allSessions: async (id) => (await readAll<Session>(table, id, 'session', sessionRow)).map((row) => row.value),
  wishes: (id) => readAll<Wishes>(table, id, 'wishes', wishRow),
  wishesOf: (id, person) => single(table, id, keyOf('wishes', person), wishRow),
  ...feedbackReads(table),
  ...rhythmReads(table),
  everything: (id) => everything(table, id),
  snapshot: roundSnapshots(table, (id) => everything(table, id)),
  audit: (id) => entriesIn(table, roundPartition(id), { roundId: id }),
  told: async (id, person) => {
    let count = 0;
    for await (const _row of table.list(roundPartition(id), { prefix: toldPrefix(person) })) count += 1;
    return count;
  },
  messages: (id) => readToldMessages(table, id),
  unsent: (id) => readMessages(table, id, outboxPrefix),
  unreachable: (id) => readUnreachable(table, id),
  noteUnreachable: async (id, person, reason) => {
    const write: Write = { kind: 'upsert', key: keyOf('unreachable', person), fields: { version: 1, reason } };
    await table.commit({ partition: roundPartition(id), writes: [write] });
  },
  noteReached: async (id, person) => {
    const row = await table.read(roundPartition(id), keyOf('unreachable', person));
    if (row !== null) await table.remove(row);
  },
  commit: async (change) => {
    if (isNew(change)) {
      const fields = { version: 1 };
      await table.commit({ partition: indexPartition, writes: [{ kind: 'upsert', key: keyOf('round', change.roundId), fields }] });
    }
    const { outcome } = await table.commit({ partition: roundPartition(change.roundId), opId: change.opId, writes: writesOf(change) });
    if (outcome === 'committed' && change.outbox !== undefined) await wakeUp(change.outbox);
    return outcome;
  },
});
