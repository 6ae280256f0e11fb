import { randomBytes } from 'node:crypto';
import { type Instant, type PersonId, personId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { twoTwoPlace } from '../ports/audit.js';
import { keyOf, partsOf, prefixOf } from '../ports/keys.js';
import { type ErasedRows, formerName, type Leaver, type LeaverStore } from '../ports/leavers.js';
import { isOutboxKey, roundPartition } from '../ports/outbox.js';
import type { Row, Table, Write } from '../ports/store.js';
import { noteLeft } from './backup/erasures.js';
import { engagementPlaces } from './engagements.js';
import { renamedFields, renamedText } from './rename-person.js';
import { renewContent } from './round-snapshots.js';
import { codecOf, idText } from './rows/codec.js';
import { isEntryOf } from './two-two.js';

const partition = 'leavers';
const keyFor = (person: PersonId): string => keyOf('leaver', person);

type StoredLeaver = { readonly noticedAt: Instant; readonly calledThen: string };
const leaverRow = codecOf<StoredLeaver>(z.object({ noticedAt: idText<Instant>(), calledThen: z.string() }), 1);

/** Looks at a partition until one finds nothing; whoever writes at that moment is met the next time. */
const mostLooks = 5;

const rowsIn = async (table: Table, place: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.list(place, { prefix: '' })) rows.push(row);
  return rows;
};

type Who = { readonly id: PersonId; readonly texts: readonly string[]; readonly calledThen: string };

/** What is theirs alone among the rows of others: what was corrected of their record, their entry in the register of 2:2 Coaching, and what was still to be told to them. */
const isTheirs = (row: Row, { id }: Who): boolean => {
  const { key, fields } = row;
  const [kind, owner] = partsOf(key);
  if (owner === id && ['correction', 'unreachable', 'zone', 'pause', 'seen'].includes(kind ?? '')) return true;
  return isEntryOf(row, id) || (isOutboxKey(key) && fields.to === id);
};

const keyWithout = (row: Row, who: Who): string => {
  const [first = '', ...more] = partsOf(row.key).map((part) => renamedText(part, who));
  return keyOf(first, ...more);
};

/** Their record itself is removed by the organisation, so that no instance keeps a copy of it. */
const isTheirRecord = ({ key }: Row, { id }: Who): boolean => key === keyOf('person', id);

/** One row as it is to be; null where nobody of that id is in it. */
const rewritten = async (table: Table, row: Row, who: Who): Promise<keyof ErasedRows | null> => {
  if (isTheirRecord(row, who)) return null;
  if (isTheirs(row, who)) return (await table.remove(row)) ? 'deleted' : null;
  const [key, fields] = [keyWithout(row, who), renamedFields(row.fields, who)];
  if (key === row.key && JSON.stringify(fields) === JSON.stringify(row.fields)) return null;
  if (key === row.key) return (await table.swap(row, fields)) === null ? null : 'renamed';
  const writes: readonly Write[] = [
    { kind: 'delete', key: row.key, etag: row.etag },
    { kind: 'upsert', key, fields },
  ];
  await table.commit({ partition: row.partition, writes });
  return 'renamed';
};

const erasedIn = async (table: Table, place: string, who: Who): Promise<ErasedRows> => {
  const counts = { deleted: 0, renamed: 0 };
  for (let look = 0; look < mostLooks; look += 1) {
    let found = 0;
    for (const row of await rowsIn(table, place)) {
      const what = await rewritten(table, row, who);
      if (what === null) continue;
      counts[what] += 1;
      found += 1;
    }
    if (found === 0) break;
  }
  return counts;
};

const removed = async (table: Table, place: string): Promise<number> => {
  let count = 0;
  for (const row of await rowsIn(table, place)) if (await table.remove(row)) count += 1;
  return count;
};

/** Whose data lives in which partition is known here alone, besides the stores themselves. */
const ownPlaces = (tenantId: string, { id }: Who): readonly string[] => [
  keyOf('person', tenantId, id),
  keyOf('reach', id),
  keyOf('notes', id),
];
const sharedPlaces = ['zones', 'pauses', 'seen', 'organisation', twoTwoPlace] as const;

/** Who has left, and the way out of the store for whatever names them. */
export const leaverStore = (table: Table, tenantId: string): LeaverStore => {
  const known = async (person: PersonId): Promise<StoredLeaver | null> => {
    const row = await table.read(partition, keyFor(person));
    return row === null ? null : leaverRow.read(row).value;
  };
  const note: LeaverStore['note'] = async ({ personId: person, noticedAt }) => {
    const value = { noticedAt, calledThen: formerName(randomBytes(12).toString('base64url')) };
    await table.commit({ partition, writes: [leaverRow.write(keyFor(person), { value, etag: null })] });
  };
  return {
    all: async () => {
      const found: Leaver[] = [];
      for await (const row of table.list(partition, { prefix: prefixOf('leaver') })) {
        found.push({ personId: personId(partsOf(row.key)[1] ?? ''), noticedAt: leaverRow.read(row).value.noticedAt });
      }
      return found;
    },
    note,
    noteErased: (person, at) => noteLeft(table, person, at),
    clear: async (person) => {
      for (let row = await table.read(partition, keyFor(person)); row !== null; row = await table.read(partition, keyFor(person)))
        await table.remove(row);
    },
    erase: async ({ id, texts }, rounds) => {
      const { calledThen } = (await known(id)) ?? { calledThen: '' };
      const who: Who = { id, texts, calledThen };
      const counts = { deleted: 0, renamed: 0 };
      for (const place of ownPlaces(tenantId, who)) counts.deleted += await removed(table, place);
      const ofRounds: readonly string[] = rounds.map(roundPartition);
      for (const place of [...ofRounds, ...sharedPlaces, ...(await engagementPlaces(table))]) {
        const { deleted, renamed } = await erasedIn(table, place, who);
        if (ofRounds.includes(place) && deleted + renamed > 0) await renewContent(table, place);
        counts.deleted += deleted;
        counts.renamed += renamed;
      }
      return counts;
    },
  };
};
