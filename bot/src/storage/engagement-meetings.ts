import { type Meeting, meetingKinds } from '@coaching-pairs/shared/engagement/meetings';
import type { Instant, OperationId, PersonId } from '@coaching-pairs/shared/ids';
import * as z from 'zod';
import type { EngagementChange } from '../ports/engagements.js';
import { keyOf, prefixOf } from '../ports/keys.js';
import type { Versioned, Written } from '../ports/rounds.js';
import type { Table, Write } from '../ports/store.js';
import { codecOf, idText } from './rows/codec.js';
import { arrangedFields, eventInOutlook } from './rows/session-rows.js';

const at = idText<Instant>();
const person = idText<PersonId>();

const meeting: z.ZodType<Meeting> = z.object({
  ...arrangedFields,
  kind: z.enum(meetingKinds),
  clientId: person.nullable(),
  short: z.object({ what: z.enum(['moved', 'cancelled']), from: at }).nullable(),
  kept: z.array(z.object({ personId: person, start: at, minutes: z.int(), before: eventInOutlook, after: eventInOutlook })),
});
const meetingRow = codecOf(meeting, 1);

/** The meetings in the partition of an engagement. Like those of a pair they are times, people and names of events, without a word. */
export const readMeetings = async (table: Table, partition: string): Promise<readonly Versioned<Meeting>[]> => {
  const found: Versioned<Meeting>[] = [];
  for await (const row of table.list(partition, { prefix: prefixOf('meeting') })) found.push(meetingRow.read(row));
  return found;
};

export const meetingWrites = (meetings: readonly Written<Meeting>[] = []): readonly Write[] =>
  meetings.map((written) => meetingRow.write(keyOf('meeting', written.value.id), written));

export const removeMeetings = async (table: Table, partition: string, stays: (meeting: Meeting) => boolean): Promise<void> => {
  for await (const row of table.list(partition, { prefix: prefixOf('meeting') }))
    if (!stays(meetingRow.read(row).value)) await table.remove(row);
};

/** Apart from every engagement, and of none of them: only that something has changed. */
const marks = { partition: 'engagement-marks', key: keyOf('meetings') } as const;

/** Whether others may be in a meeting at other times afterwards: an end calls off what is booked. */
export const movesMeetings = ({ meetings = [], engagement }: EngagementChange): boolean =>
  meetings.length > 0 || engagement.value.state === 'closed';

export const meetingsMark = async (table: Table): Promise<string> => {
  const row = await table.read(marks.partition, marks.key);
  return row === null ? '' : String(row.fields.mark);
};

/** The last writer may win: each makes it another one. */
export const writeMeetingsMark = async (table: Table, opId: OperationId): Promise<void> => {
  await table.commit({ partition: marks.partition, writes: [{ kind: 'upsert', key: marks.key, fields: { version: 1, mark: opId } }] });
};
