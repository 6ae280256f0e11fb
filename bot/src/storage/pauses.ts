import { type PersonId, type PlainDate, personId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import type { Pauses } from '../ports/pauses.js';
import type { Table } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';

const partition = 'pauses';
const keyFor = (person: PersonId): string => keyOf('pause', person);

const row = codecOf<{ readonly until: PlainDate }>(z.object({ until: idText<PlainDate>() }), 1);

/** One row for each person who wants no reminders; whoever wants them again has none. */
export const pauseStore = (table: Table): Pauses => {
  const remove = async (person: PersonId): Promise<void> => {
    for (;;) {
      const found = await table.read(partition, keyFor(person));
      if (found === null || (await table.remove(found))) return;
    }
  };
  return {
    of: async (person) => {
      const found = await table.read(partition, keyFor(person));
      return found === null ? null : row.read(found).value.until;
    },
    all: async () => {
      const pauses = new Map<PersonId, PlainDate>();
      for await (const one of table.list(partition, { prefix: prefixOf('pause') }))
        pauses.set(personId(partsOf(one.key)[1] ?? ''), row.read(one).value.until);
      return pauses;
    },
    set: async (person, until) => {
      if (until === null) return remove(person);
      await table.commit({ partition, writes: [{ kind: 'upsert', key: keyFor(person), fields: row.fields({ until }) }] });
    },
    forget: async (people) => {
      for (const person of people) await remove(person);
    },
  };
};
