import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { noAnswers, type PulseTally } from '@coaching-pairs/shared/pulse/pulse';
import { ok } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import { changeWithRetry } from '../ports/change.js';
import { keyOf } from '../ports/keys.js';
import type { PulseStore } from '../ports/pulse.js';
import type { Safe, SafeOwner, Sealed, Sealing } from '../ports/sealing.js';
import { type CommitOutcome, storeFault, type Table } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';

const partitionOf = (round: RoundId): string => keyOf('pulse', round);
const key = keyOf('sheet');
const ownerOf = (round: RoundId): SafeOwner => ({ kind: 'pulse', id: round });
const aboutOf = (round: RoundId): readonly string[] => ['pulse', round];

const row = codecOf<{ readonly sealed: Sealed }>(z.object({ sealed: z.object({ keyId: z.string(), text: z.string() }) }), 1);

const count = z.int().nonnegative();
const inside: z.ZodType<PulseTally> = z.object({
  answers: count,
  yes: z.object({ supported: count, strengths: count, impact: count, trust: count }),
  spent: z.array(idText<PersonId>()),
});

/** The length of a sealed text tells how long the text is; filled up to the next of these, it does not tell how many have answered. */
const step = 8_192;
const filledUp = (text: string): string => text.padEnd(Math.ceil((text.length + 1) / step) * step, ' ');

/** The sheet, and the tag that the next one must still find; null where there is none yet. */
type Found = { readonly tally: PulseTally; readonly etag: string | null };

const read = async (table: Table, safe: Safe, round: RoundId): Promise<Found> => {
  const found = await table.read(partitionOf(round), key);
  if (found === null) return { tally: noAnswers, etag: null };
  const opened = safe.open(aboutOf(round), row.read(found).value.sealed);
  // Sealed under a key that was destroyed, it is a sheet of the past.
  if (!opened.ok && opened.error === 'erased') return { tally: noAnswers, etag: found.etag };
  const parsed = inside.safeParse(opened.ok ? JSON.parse(opened.value) : null);
  if (!parsed.success) throw storeFault('row-unreadable', 'pulse');
  return { tally: parsed.data, etag: found.etag };
};

const write = async (table: Table, safe: Safe, round: RoundId, { tally, etag }: Found): Promise<CommitOutcome> => {
  const partition = partitionOf(round);
  const value = { sealed: safe.seal(aboutOf(round), filledUp(JSON.stringify(tally))) };
  if (etag === null) return (await table.commit({ partition, writes: [row.write(key, { value, etag })] })).outcome;
  return (await table.swap({ partition, key, etag, fields: {} }, row.fields(value))) === null ? 'conflict' : 'committed';
};

/** A whole room answers within a minute: each tries more often than elsewhere. */
const attempts = 60;

/**
 * One row for each round whose pulse is open. It has a key of its own, says nothing to whoever reads the table, and holds sums alone:
 * there is no row, and no part of one, that is somebody's answer (CP-96).
 */
export const pulseStore = (table: Table, sealing: Sealing): PulseStore => ({
  tally: async (round) => {
    const safe = await sealing.existingSafe(ownerOf(round));
    if (!safe.ok) return safe;
    return ok(safe.value === null ? noAnswers : (await read(table, safe.value, round)).tally);
  },
  change: async (round, next) => {
    const safe = await sealing.safeFor(ownerOf(round));
    if (!safe.ok) return safe;
    const changed = await changeWithRetry({
      attempts,
      read: () => read(table, safe.value, round),
      decide: ({ tally, etag }) => ok({ tally: next(tally), etag }),
      commit: async ({ tally, etag }) => (tally === null ? 'committed' : write(table, safe.value, round, { tally, etag })),
    });
    return changed.ok ? ok(null) : changed;
  },
  destroy: async (round) => {
    await sealing.destroy(ownerOf(round));
    for (let found = await table.read(partitionOf(round), key); found !== null; found = await table.read(partitionOf(round), key))
      await table.remove(found);
  },
});
