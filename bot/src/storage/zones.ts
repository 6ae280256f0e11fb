import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import type { Row, Table } from '../ports/store.js';
import type { ToldZones, Zones } from '../ports/zones.js';
import { codecOf } from './rows/codec.js';

const partition = 'zones';
const keyFor = (person: PersonId): string => keyOf('zone', person);
const personOf = ({ key }: Row): PersonId => personId(partsOf(key)[1] ?? '');

const row = codecOf<ToldZones>(z.object({ tab: z.string().nullable(), activity: z.string().nullable() }), 1);
const untold: ToldZones = { tab: null, activity: null };

/** What was told is remembered in this process, so that an unchanged zone costs no read. */
const mostRemembered = 10_000;

/** One row a person in one partition, so that all are read at once. Of two who write at once the last wins. */
export const zoneStore = (table: Table): Zones => {
  const seen = new Map<PersonId, ToldZones>();
  const remember = (person: PersonId, told: ToldZones): void => {
    if (seen.size >= mostRemembered) seen.clear();
    seen.set(person, told);
  };
  const of = async (person: PersonId): Promise<ToldZones> => {
    const found = await table.read(partition, keyFor(person));
    return found === null ? untold : row.read(found).value;
  };
  return {
    of,
    note: async (person, teller, zone) => {
      const kept = seen.get(person);
      // Before a change it is read afresh: another process may have been told by the other teller since.
      const known = kept?.[teller] === zone ? kept : await of(person);
      if (known[teller] === zone) return remember(person, known);
      const told = { ...known, [teller]: zone };
      await table.commit({ partition, writes: [{ kind: 'upsert', key: keyFor(person), fields: row.fields(told) }] });
      remember(person, told);
    },
    all: async () => {
      const found = new Map<PersonId, ToldZones>();
      for await (const one of table.list(partition, { prefix: prefixOf('zone') })) found.set(personOf(one), row.read(one).value);
      return found;
    },
    forget: async (people) => {
      const leaving = new Set(people);
      for (const person of people) seen.delete(person);
      for await (const one of table.list(partition, { prefix: prefixOf('zone') })) if (leaving.has(personOf(one))) await table.remove(one);
    },
  };
};
