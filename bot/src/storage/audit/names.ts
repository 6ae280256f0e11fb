import { randomBytes } from 'node:crypto';
import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import { keyOf, partsOf, prefixOf } from '../../ports/keys.js';
import { storeFault, type Table } from '../../ports/store.js';

const partition = 'audit-names';
const keyFor = (person: PersonId): string => keyOf('person', person);

/**
 * By which name each person stands in the chain. It is made of chance and says nothing of anybody; once its row here is gone, the acts
 * are nobody's, and the chain is as it was (C-09).
 */
export const auditNames = (table: Table) => {
  const read = async (person: PersonId): Promise<string | null> => {
    const row = await table.read(partition, keyFor(person));
    return typeof row?.fields.name === 'string' ? row.fields.name : null;
  };
  const of = async (person: PersonId): Promise<string> => {
    const known = await read(person);
    if (known !== null) return known;
    const name = `p-${randomBytes(12).toString('base64url')}`;
    const { outcome } = await table.commit({ partition, writes: [{ kind: 'insert', key: keyFor(person), fields: { name } }] });
    if (outcome === 'committed') return name;
    const others = await read(person);
    if (others === null) throw storeFault('row-unreadable', 'audit-names');
    return others;
  };
  return {
    /** Names of all these people; whoever has none yet is given one. */
    of: async (people: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> =>
      new Map(await Promise.all([...people].map(async (person) => [person, await of(personId(person))] as const))),
    all: async (): Promise<ReadonlyMap<string, PersonId>> => {
      const found = new Map<string, PersonId>();
      for await (const { key, fields } of table.list(partition, { prefix: prefixOf('person') }))
        if (typeof fields.name === 'string') found.set(fields.name, personId(partsOf(key)[1] ?? ''));
      return found;
    },
    forget: async (person: PersonId): Promise<void> => {
      for (let row = await table.read(partition, keyFor(person)); row !== null; row = await table.read(partition, keyFor(person)))
        await table.remove(row);
    },
  };
};
export type AuditNames = ReturnType<typeof auditNames>;
