import type { PersonId, PlainDate } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { keyOf, prefixOf } from '../ports/keys.js';
import type { Seen, SeenStore } from '../ports/seen.js';
import type { Table } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';

const partition = 'seen';
const keyFor = (person: PersonId): string => keyOf('seen', person);

const row = codecOf<Seen>(z.object({ personId: idText<PersonId>(), on: idText<PlainDate>(), opener: z.boolean() }), 1);

/** People of whom this process remembers what it has noted. */
const mostRemembered = 10_000;

/** What was noted is remembered in this process, so that a page that asks again and again costs nothing. */
export const seenStore = (table: Table): SeenStore => {
  const noted = new Map<PersonId, string>();
  const once = async (person: PersonId, what: string, write: () => Promise<unknown>): Promise<void> => {
    if (noted.get(person) === what) return;
    await write();
    if (noted.size >= mostRemembered) noted.clear();
    noted.set(person, what);
  };
  const remove = async (person: PersonId): Promise<void> => {
    const found = await table.read(partition, keyFor(person));
    if (found !== null) await table.remove(found);
  };
  return {
    note: (seen) =>
      once(seen.personId, `${seen.on} ${seen.opener}`, () =>
        table.commit({ partition, writes: [{ kind: 'upsert', key: keyFor(seen.personId), fields: row.fields(seen) }] }),
      ),
    noteNone: (person, on) => once(person, `${on} none`, () => remove(person)),
    all: async () => {
      const found: Seen[] = [];
      for await (const one of table.list(partition, { prefix: prefixOf('seen') })) found.push(row.read(one).value);
      return found;
    },
    forget: async (person) => {
      noted.delete(person);
      await remove(person);
    },
  };
};
