import type { EngagementId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { ok } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import { changeWithRetry } from '../ports/change.js';
import type { Clock } from '../ports/clock.js';
import { keyOf } from '../ports/keys.js';
import {
  type DueMessage,
  deadKey,
  isOfEngagement,
  outboxFields,
  outboxKey,
  outboxWrite,
  parseOutboxRow,
  partitionFor,
  type WakeUp,
} from '../ports/outbox.js';
import { type HeldMessage, type Reachability, type ReachStore, reachable } from '../ports/reachability.js';
import { type Row, storeFault, type Table, type Write } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';

const heldIn = z.object({ id: z.string(), kind: z.string() });
const schema: z.ZodType<Reachability> = z.object({
  unreachable: z.string().nullable(),
  reinstall: z.enum(['untried', 'due', 'done']),
  held: z.array(z.union([heldIn.extend({ roundId: idText<RoundId>() }), heldIn.extend({ engagementId: idText<EngagementId>() })])),
});
const codec = codecOf(schema, 1);
const key = keyOf('reach');
const partitionOf = (person: PersonId): string => keyOf('reach', person);

/** The newest are kept; a row has its limits. */
const mostHeld = 60;

const nameOf = (message: HeldMessage): string => `${partitionFor(message)} ${message.id}`;

const holding = (held: readonly HeldMessage[], message: HeldMessage): readonly HeldMessage[] => {
  const { id, kind } = message;
  const one: HeldMessage = isOfEngagement(message)
    ? { engagementId: message.engagementId, id, kind }
    : { roundId: message.roundId, id, kind };
  return held.some((other) => nameOf(other) === nameOf(one)) ? held : [...held, one].slice(-mostHeld);
};

/** Of several of one kind in a round or an engagement the newest says it all. */
const worthTelling = (held: readonly HeldMessage[]): readonly HeldMessage[] => {
  const newest = new Map(held.map((one): [string, HeldMessage] => [`${partitionFor(one)} ${one.kind}`, one]));
  return [...newest.values()];
};

type Store = { readonly table: Table; readonly wakeUp: WakeUp; readonly clock: Clock };

const change = async ({ table }: Store, person: PersonId, decide: (before: Reachability) => Reachability): Promise<void> => {
  const partition = partitionOf(person);
  const done = await changeWithRetry<Row | null, Write | null, never>({
    read: () => table.read(partition, key),
    decide: (row) => {
      const before = row === null ? reachable : codec.read(row).value;
      const next = decide(before);
      if (next === before) return ok(null);
      return ok(codec.write(key, { value: next, etag: row?.etag ?? null }));
    },
    commit: async (write) => (write === null ? 'committed' : (await table.commit({ partition, writes: [write] })).outcome),
  });
  if (!done.ok) throw storeFault('store-unavailable', key);
};

const messageAt = async (table: Table, partition: string, at: string): Promise<{ row: Row; message: DueMessage } | null> => {
  const row = await table.read(partition, at);
  const parsed = row === null ? null : parseOutboxRow(row);
  return row === null || !parsed?.ok ? null : { row, message: parsed.value };
};

/** As if it had never been tried. */
const anew = (message: DueMessage, { clock }: Store): DueMessage => ({
  ...message,
  ...({ state: 'waiting', claimedBy: null, claimedUntil: null, reason: null, finishedAt: null } as const),
  ...{ attempts: 0, dueAt: clock.now() },
});

/** A buried message goes back to the outbox; one that waits there is due now; anything else has found its way already. */
const release = async (store: Store, held: HeldMessage): Promise<void> => {
  const { table, wakeUp } = store;
  const { id } = held;
  const partition = partitionFor(held);
  const [dead, waiting] = await Promise.all([messageAt(table, partition, deadKey(id)), messageAt(table, partition, outboxKey(id))]);
  if (dead !== null) {
    const message = anew(dead.message, store);
    const writes: readonly Write[] = [{ kind: 'delete', key: dead.row.key, etag: dead.row.etag }, outboxWrite(message)];
    const { outcome } = await table.commit({ partition, writes });
    if (outcome !== 'conflict') await wakeUp([message]);
  } else if (waiting?.message.state === 'waiting') {
    const message = { ...waiting.message, dueAt: store.clock.now() };
    if ((await table.swap(waiting.row, outboxFields(message))) !== null) await wakeUp([message]);
  }
};

const open = async (store: Store, person: PersonId, spoke: boolean): Promise<void> => {
  const { table } = store;
  const row = await table.read(partitionOf(person), key);
  if (row === null) return;
  const { held, ...before } = codec.read(row).value;
  if (before.unreachable === null && held.length === 0 && !(spoke && before.reinstall !== 'untried')) return;
  // First the way is free, then what waited goes; a crash between leaves the list, and the next word of theirs goes on.
  await change(store, person, (now) => ({ ...now, unreachable: null, reinstall: spoke ? 'untried' : now.reinstall }));
  for (const message of worthTelling(held)) await release(store, message);
  for (const partition of new Set(held.map(partitionFor))) {
    const mark = await table.read(partition, keyOf('unreachable', person));
    if (mark !== null) await table.remove(mark);
  }
  const released = new Set(held.map(nameOf));
  await change(store, person, (now) => ({ ...now, held: now.held.filter((one) => !released.has(nameOf(one))) }));
};

/** Who can be written to, in a partition for each person. */
export const reachStore = (table: Table, wakeUp: WakeUp, clock: Clock): ReachStore => {
  const store: Store = { table, wakeUp, clock };
  return {
    of: async (person) => {
      const row = await table.read(partitionOf(person), key);
      return row === null ? reachable : codec.read(row).value;
    },
    close: (person, reason, message) =>
      change(store, person, (before) => ({ ...before, unreachable: reason, held: holding(before.held, message) })),
    awaitChat: (person, message) => change(store, person, (before) => ({ ...before, held: holding(before.held, message) })),
    reinstall: async (person) => {
      let first = false;
      await change(store, person, (before) => {
        first = before.reinstall === 'untried';
        return first ? { ...before, reinstall: 'due' } : before;
      });
      return first;
    },
    reinstalled: (person) => change(store, person, (before) => ({ ...before, reinstall: 'done' })),
    open: (person, spoke) => open(store, person, spoke),
  };
};
