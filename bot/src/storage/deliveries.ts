import { type Instant, operationId, personId, type RoundId } from '@coaching-pairs/shared/ids';
import type { Clock } from '../ports/clock.js';
import type { DeadChange, DeadChanged, Deliveries, RoundDeliveries } from '../ports/deliveries.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import {
  deadPrefix,
  finishedKey,
  type OutboxMessage,
  outboxKey,
  outboxPrefix,
  outboxWrite,
  parseRoundMessage,
  roundPartition,
  sentPrefix,
  type WakeUp,
} from '../ports/outbox.js';
import type { Versioned } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';
import { auditRow } from './rows/round-rows.js';

/** Two rows a message, beside the line of audit and the operation. */
const perStep = 45;

const messagesUnder = async (table: Table, id: RoundId, prefix: string): Promise<readonly Versioned<OutboxMessage>[]> => {
  const found: Versioned<OutboxMessage>[] = [];
  for await (const row of table.list(roundPartition(id), { prefix })) {
    const parsed = parseRoundMessage(row);
    if (parsed.ok) found.push({ value: parsed.value, etag: row.etag });
  }
  return found;
};

const sentByKind = async (table: Table, id: RoundId): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for await (const { fields } of table.list(roundPartition(id), { prefix: sentPrefix }))
    counts.set(String(fields.kind), (counts.get(String(fields.kind)) ?? 0) + 1);
  return counts;
};

const readUnreachable = async (table: Table, id: RoundId): Promise<RoundDeliveries['unreachable']> => {
  const people: RoundDeliveries['unreachable'][number][] = [];
  for await (const { key, fields } of table.list(roundPartition(id), { prefix: prefixOf('unreachable') }))
    people.push({ personId: personId(partsOf(key)[1] ?? ''), reason: String(fields.reason ?? '') });
  return people;
};

const readOpen = async (table: Table, id: RoundId): Promise<RoundDeliveries> => {
  const [waiting, dead, unreachable] = await Promise.all([
    messagesUnder(table, id, outboxPrefix),
    messagesUnder(table, id, deadPrefix),
    readUnreachable(table, id),
  ]);
  return { waiting: waiting.map(({ value }) => value), sent: new Map(), dead, unreachable };
};

/** Keeps each reading for ten times as long as it took, so that looking takes at most a tenth of the time. */
const keptReadings = (read: (id: RoundId) => Promise<RoundDeliveries>) => {
  const kept = new Map<RoundId, { readonly goodUntil: number; readonly reading: RoundDeliveries }>();
  return {
    forget: (id: RoundId): void => void kept.delete(id),
    of: async (id: RoundId): Promise<RoundDeliveries> => {
      const begun = performance.now();
      const known = kept.get(id);
      if (known !== undefined && known.goodUntil > begun) return known.reading;
      const reading = await read(id);
      const ended = performance.now();
      kept.set(id, { goodUntil: ended + 10 * (ended - begun), reading });
      return reading;
    },
  };
};

const anew = (message: OutboxMessage, at: Instant): OutboxMessage => ({
  ...message,
  ...({ state: 'waiting', dueAt: at, attempts: 0, ambiguous: 0, claimedBy: null, claimedUntil: null } as const),
  ...({ reason: null, finishedAt: null } as const),
});

type Rewrite = (message: OutboxMessage) => readonly Write[];

/** In steps; each is named by its first message, so that a step done before an interruption is never taken for another. */
const inSteps = async (table: Table, { roundId, opId, messages, audit }: DeadChange, rewrite: Rewrite): Promise<DeadChanged> => {
  let outcome: DeadChanged = 'done';
  for (let from = 0; from < messages.length; from += perStep) {
    const step = messages.slice(from, from + perStep);
    const name = operationId(`${opId}.${step[0]?.value.id ?? ''}`);
    const entry = { ...audit, subject: { ...audit.subject, messages: String(step.length) } };
    const noted: Write = {
      kind: 'insert',
      key: keyOf('audit', audit.at.replace(/[-:.]/g, ''), name, '0'),
      fields: auditRow.fields(entry),
    };
    const writes = step.flatMap(({ value, etag }): Write[] => [{ kind: 'delete', key: finishedKey(value), etag }, ...rewrite(value)]);
    const done = await table.commit({ partition: roundPartition(roundId), opId: name, writes: [...writes, noted] });
    if (done.outcome === 'conflict') outcome = 'conflict';
  }
  return outcome;
};

const isInHand = ({ state, claimedUntil }: OutboxMessage, now: Instant): boolean =>
  state === 'claimed' && claimedUntil !== null && claimedUntil > now;

/** Rows removed at the same time. */
const atOnce = 10;

/** By the tag under which each was read: whoever claims one meanwhile has it. */
const takeOut = async (table: Table, id: RoundId, now: Instant, isOver: (message: OutboxMessage) => Promise<boolean>): Promise<number> => {
  const found = (await messagesUnder(table, id, outboxPrefix)).filter(({ value }) => !isInHand(value, now));
  const one = async ({ value, etag }: Versioned<OutboxMessage>): Promise<boolean> =>
    (await isOver(value)) && table.remove({ partition: roundPartition(id), key: outboxKey(value.id), etag });
  let taken = 0;
  for (let from = 0; from < found.length; from += atOnce) {
    const removed = await Promise.all(found.slice(from, from + atOnce).map(one));
    taken += removed.filter(Boolean).length;
  }
  return taken;
};

/** What became of messages, read from the rows that delivery leaves in the partition of their round. */
export const deliveryStore = (table: Table, wakeUp: WakeUp, clock: Clock): Deliveries => {
  const readings = keptReadings(async (id) => {
    const [open, sent] = await Promise.all([readOpen(table, id), sentByKind(table, id)]);
    return { ...open, sent };
  });
  return {
    ofRound: readings.of,
    open: (id) => readOpen(table, id),
    retry: async (change) => {
      const at = clock.now();
      const outcome = await inSteps(table, change, (message) => [outboxWrite(anew(message, at))]);
      readings.forget(change.roundId);
      return outcome;
    },
    wake: (messages) => wakeUp(messages.map((message) => ({ ...message, dueAt: clock.now() }))),
    takeOut: async (id, isOver) => {
      const taken = await takeOut(table, id, clock.now(), isOver);
      readings.forget(id);
      return taken;
    },
    drop: async (change) => {
      const outcome = await inSteps(table, change, () => []);
      readings.forget(change.roundId);
      return outcome;
    },
  };
};
