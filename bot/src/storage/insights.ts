import { type Instant, instant, type PersonId, type RoundId } from '@coaching-pairs/shared/ids';
import type { Insight } from '@coaching-pairs/shared/insights/insight';
import { ok } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import type { InsightStore } from '../ports/insights.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import type { Safe, SafeOwner, Sealed, Sealing } from '../ports/sealing.js';
import type { Row, Table } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';

const partitionOf = (round: RoundId): string => keyOf('insights', round);
const keyFor = (id: string): string => keyOf('insight', id);
const ownerOf = (round: RoundId): SafeOwner => ({ kind: 'insights', id: round });
const idOf = ({ key }: Row): string => partsOf(key)[1] ?? '';

/** The author stands in the row, so that theirs can be taken away while the vault does not answer. */
type InsightRow = { readonly by: PersonId; readonly at: Instant; readonly sealed: Sealed };

const row = codecOf<InsightRow>(
  z.object({ by: idText<PersonId>(), at: idText<Instant>(), sealed: z.object({ keyId: z.string(), text: z.string() }) }),
  1,
);

const aboutOf = (round: RoundId, id: string, by: PersonId): readonly string[] => ['insight', round, id, by];

const opened = (safe: Safe, round: RoundId, found: Row): readonly Insight[] => {
  const { by, at, sealed } = row.read(found).value;
  const id = idOf(found);
  const text = safe.open(aboutOf(round, id, by), sealed);
  return text.ok ? [{ id, by, at: instant(at), text: text.value }] : [];
};

/** One partition for the wall of each round. */
export const insightStore = (table: Table, sealing: Sealing): InsightStore => {
  const rowsOf = async (round: RoundId): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    for await (const found of table.list(partitionOf(round), { prefix: prefixOf('insight') })) rows.push(found);
    return rows;
  };
  return {
    all: async (round) => {
      const rows = await rowsOf(round);
      const safe = rows.length === 0 ? ok(null) : await sealing.existingSafe(ownerOf(round));
      if (!safe.ok) return safe;
      const { value } = safe;
      return ok(value === null ? [] : rows.flatMap((found) => opened(value, round, found)));
    },
    add: async (round, { id, by, at, text }) => {
      const safe = await sealing.safeFor(ownerOf(round));
      if (!safe.ok) return safe;
      const value = { by, at, sealed: safe.value.seal(aboutOf(round, id, by), text) };
      await table.commit({ partition: partitionOf(round), writes: [row.write(keyFor(id), { value, etag: null })] });
      return ok(null);
    },
    withdraw: async (round, by, id) => {
      const found = await table.read(partitionOf(round), keyFor(id));
      if (found !== null && row.read(found).value.by === by) await table.remove(found);
    },
    forget: async (round, by) => {
      for (const found of await rowsOf(round)) if (row.read(found).value.by === by) await table.remove(found);
    },
    destroy: async (round) => {
      await sealing.destroy(ownerOf(round));
      for (const found of await rowsOf(round)) await table.remove(found);
    },
  };
};
