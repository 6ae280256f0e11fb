import { type Outage, troubles } from '@coaching-pairs/shared/health';
import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { senderPlace } from '../ports/health.js';
import { keyOf, prefixOf } from '../ports/keys.js';
import type { Outages, Telling } from '../ports/outages.js';
import type { Table } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';

const { partition } = senderPlace;
const key = keyOf('outage');

const row = codecOf<Outage>(
  z.object({ since: idText<Instant>(), troubles: z.array(z.enum(troubles)), endedAt: idText<Instant>().nullable() }),
  1,
);

const toldKey = ({ since }: Outage, person: PersonId, what: Telling): string => keyOf('outage-told', since, what, person);

/** The last outage in one row, and one row for each person who was told of it. */
export const outageStore = (table: Table): Outages => ({
  last: async () => {
    const found = await table.read(partition, key);
    return found === null ? null : row.read(found);
  },
  write: async (outage, over) => {
    const { outcome } = await table.commit({ partition, writes: [row.write(key, { value: outage, etag: over?.etag ?? null })] });
    if (outcome !== 'committed') return false;
    if (outage.since !== over?.value.since)
      for await (const told of table.list(partition, { prefix: prefixOf('outage-told') })) await table.remove(told);
    return true;
  },
  wasTold: async (outage, person, what) => (await table.read(partition, toldKey(outage, person, what))) !== null,
  claim: async (outage, person, what) => {
    const claim = { kind: 'insert', key: toldKey(outage, person, what), fields: { version: 1 } } as const;
    return (await table.commit({ partition, writes: [claim] })).outcome === 'committed';
  },
  release: async (outage, person, what) => {
    const found = await table.read(partition, toldKey(outage, person, what));
    if (found !== null) await table.remove(found);
  },
});
