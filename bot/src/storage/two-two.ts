import { accountOf, type Coach, type CoachId } from '@coaching-pairs/shared/coaches/coach';
import { notOffered, type Programme } from '@coaching-pairs/shared/coaches/programme';
import type { Instant, PersonId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import { twoTwoPlace } from '../ports/audit.js';
import { keyOf, prefixOf } from '../ports/keys.js';
import type { Versioned } from '../ports/rounds.js';
import type { Row, Table, Write } from '../ports/store.js';
import type { CoachRegister, RegisterChange } from '../ports/two-two.js';
import { codecOf, idText } from './rows/codec.js';
import { auditRow } from './rows/round-rows.js';

const partition = twoTwoPlace;
const programmeKey = keyOf('programme');
const coachKey = (id: CoachId): string => keyOf('coach', id);

const person = idText<PersonId>();
const at = idText<Instant>();

const programmeRow = codecOf<Programme>(z.object({ on: z.boolean(), by: person.nullable(), at: at.nullable() }), 1);

const coachRow = codecOf<Coach>(
  z.object({
    id: idText<CoachId>(),
    from: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('inside'), personId: person }),
      z.object({ kind: z.literal('external'), name: z.string(), mail: z.string(), guestId: person.nullable() }),
    ]),
    ...{ about: z.string(), languages: z.array(z.string()), place: z.string(), capacity: z.int(), paused: z.boolean() },
    commitment: z.object({ name: z.string(), at }).nullable(),
    givenAt: at.exactOptional(),
  }),
  1,
);

/** Whether a row is the entry of whoever signs in with this account, from wherever they come. */
export const isEntryOf = (row: Row, account: PersonId): boolean =>
  row.partition === partition && row.key.startsWith(prefixOf('coach')) && accountOf(coachRow.read(row).value) === account;

const writesOf = ({ opId, audit, programme, coach, removed }: RegisterChange): readonly Write[] => [
  { kind: 'insert', key: keyOf('audit', audit.at.replace(/[-:.]/g, ''), opId, '0'), fields: auditRow.fields(audit) },
  ...(programme === undefined ? [] : [programmeRow.write(programmeKey, programme)]),
  ...(coach === undefined ? [] : [coachRow.write(coachKey(coach.value.id), coach)]),
  ...(removed === undefined ? [] : [{ kind: 'delete', key: coachKey(removed.value.id), etag: removed.etag } as const]),
];

/** The switch and the register in a partition of their own, apart from every round. */
export const coachRegisterOn = (table: Table): CoachRegister => ({
  programme: async () => {
    const row = await table.read(partition, programmeKey);
    return row === null ? { value: notOffered, etag: null } : programmeRow.read(row);
  },
  all: async () => {
    const found: Versioned<Coach>[] = [];
    for await (const row of table.list(partition, { prefix: prefixOf('coach') })) found.push(coachRow.read(row));
    return found.sort((one, other) => (one.value.id < other.value.id ? -1 : 1));
  },
  one: async (id) => {
    const row = await table.read(partition, coachKey(id));
    return row === null ? null : coachRow.read(row);
  },
  commit: async (change) => (await table.commit({ partition, opId: change.opId, writes: writesOf(change) })).outcome,
  hold: async (coach) => (await table.commit({ partition, writes: [coachRow.write(coachKey(coach.value.id), coach)] })).outcome,
});
