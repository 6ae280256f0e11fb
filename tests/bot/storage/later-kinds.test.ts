import { parseWorkRow } from '@coaching-pairs/bot/delivery/work-row';
import { auditPlaceOf } from '@coaching-pairs/bot/ports/audit';
import { isOutboxKey, parseOutboxRow } from '@coaching-pairs/bot/ports/outbox';
import type { Row } from '@coaching-pairs/bot/ports/store';
import { agreementStore } from '@coaching-pairs/bot/storage/agreements';
import { headRow, linkRow } from '@coaching-pairs/bot/storage/audit/rows';
import { auditTrail } from '@coaching-pairs/bot/storage/audit/trail';
import { conversationStore } from '@coaching-pairs/bot/storage/conversations';
import { engagementStore } from '@coaching-pairs/bot/storage/engagements';
import { insightStore } from '@coaching-pairs/bot/storage/insights';
import { leaverStore } from '@coaching-pairs/bot/storage/leavers';
import { noteStore } from '@coaching-pairs/bot/storage/notes';
import { outageStore } from '@coaching-pairs/bot/storage/outages';
import { pauseStore } from '@coaching-pairs/bot/storage/pauses';
import { pulseStore } from '@coaching-pairs/bot/storage/pulse';
import { reachStore } from '@coaching-pairs/bot/storage/reachability';
import { roundStore } from '@coaching-pairs/bot/storage/rounds';
import { agreementRow } from '@coaching-pairs/bot/storage/rows/agreement-row';
import type { Codec } from '@coaching-pairs/bot/storage/rows/codec';
import { engagementRow, entryRow, sealedRow } from '@coaching-pairs/bot/storage/rows/engagement-row';
import { feedbackNamesRow, feedbackRow } from '@coaching-pairs/bot/storage/rows/feedback-rows';
import { conversationRow, personRow, syncRow } from '@coaching-pairs/bot/storage/rows/organisation-rows';
import { auditRow, pairRow, participantRow, proposalRow, roundRow } from '@coaching-pairs/bot/storage/rows/round-rows';
import { sessionRow } from '@coaching-pairs/bot/storage/rows/session-rows';
import { wishRow } from '@coaching-pairs/bot/storage/rows/wish-rows';
import { dataKeyRow } from '@coaching-pairs/bot/storage/sealing/data-key-row';
import { sealingOver } from '@coaching-pairs/bot/storage/sealing/data-keys';
import { seenStore } from '@coaching-pairs/bot/storage/seen';
import { fieldsOf } from '@coaching-pairs/bot/storage/table/fields';
import { coachRegisterOn } from '@coaching-pairs/bot/storage/two-two';
import { zoneStore } from '@coaching-pairs/bot/storage/zones';
import { engagementId, instant, pairId, personId, roundId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from '../../house/documented.js';
import { idOf } from '../api/company.js';
import { paperVault } from '../notes/paper-vault.js';
import { invariantsHold } from '../workflows/invariants.js';
import { memoryTable } from '../workflows/memory-table.js';
import { value } from '../workflows/world.js';

/**
 * Kinds of rows that came after the first day and belong to the same form, as they stood in the table: of each kind and shape one, and
 * what is sealed whole, with the key that opens it. No release may change these files; what is stored later gets a file of its own.
 */
const files = ['notes', 'closing', 'awayday', 'two-two', 'sessions', 'late'] as const;
const Entity = z.looseObject({ PartitionKey: z.string(), RowKey: z.string() });

const storedIn = (file: (typeof files)[number]): readonly Omit<Row, 'etag'>[] =>
  textOf(`tests/data/stored/form-1-${file}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => {
      const { PartitionKey: partition, RowKey: key, ...properties } = Entity.parse(JSON.parse(line));
      return { partition, key, fields: fieldsOf(properties, key) };
    });

const clock = { now: () => instant('2026-11-24T09:00:00.000Z') };
const key = Buffer.from('what-is-stored-in-the-first-form');
const wakeUp = async (): Promise<void> => undefined;

/** The stores of today over what one of these files holds. */
const opened = async (file: (typeof files)[number]) => {
  const table = memoryTable();
  for (const { partition, key: own, fields } of storedIn(file))
    await table.commit({ partition, writes: [{ kind: 'insert', key: own, fields }] });
  const sealing = sealingOver({ table, keys: paperVault(key), clock, newId: () => 'key-new' });
  return { table, sealing, rounds: roundStore(table, wakeUp) };
};

const spring = roundId('r-spring-000001');
const kindOf = (row: Omit<Row, 'etag'>): string => `${row.partition.split('~')[0]}/${row.key.split('~')[0]}`;

const codecs: Readonly<Record<string, Codec<never> | undefined>> = {
  ...{ 'organisation/person': personRow, 'organisation/sync': syncRow, 'person/conversation': conversationRow },
  ...{ 'round/round': roundRow, 'round/participant': participantRow, 'round/proposal': proposalRow, 'round/pair': pairRow },
  ...{ 'round/agreement': agreementRow, 'round/wishes': wishRow, 'round/audit': auditRow, 'round/session': sessionRow },
  ...{ 'round/feedback': feedbackRow, 'round/feedback-names': feedbackNamesRow, 'round/trail': linkRow, 'round/trail-head': headRow },
  ...{ 'engagement/engagement': engagementRow, 'engagement/part': sealedRow, 'engagement/entry': entryRow },
} as never;

/** What the stores read by themselves below, and rows that say no more than that they are there. */
const ofStores = [
  ...['notes/note', 'pulse/sheet', 'insights/insight', 'pauses/pause', 'zones/zone', 'seen/seen', 'reach/reach', 'leavers/leaver'],
  ...['delivery/outage', 'delivery/outage-told', 'two-two/programme', 'two-two/coach', 'engagement/meeting', 'audit-names/person'],
];
const plain = [
  'organisation/version',
  'rounds/round',
  'engagements/engagement',
  'round/content',
  'round/working',
  'engagement-marks/meetings',
];

const isRead = (row: Row): void => {
  const kind = kindOf(row);
  const codec = kind.startsWith('data-keys/') ? (dataKeyRow as never) : codecs[kind];
  if (isOutboxKey(row.key)) expect(parseOutboxRow(row), row.key).toMatchObject({ ok: true });
  else if (kind === 'round/work') expect(parseWorkRow(row), row.key).not.toBeNull();
  else if (codec !== undefined)
    expect((codec as Codec<never>).fields((codec as Codec<never>).read(row).value), row.key).toMatchObject({ body: row.fields['body'] });
  else if (![...ofStores, ...plain].includes(kind) && !kind.endsWith('/op')) throw new Error(`Nothing reads ${kind}.`);
};

describe('what was stored later in the first form', () => {
  it.each(files)('of %s is read row by row, and loses nothing when it is written again', async (file) => {
    const { table } = await opened(file);
    const rows = table.everyRow();
    expect(rows).toHaveLength(storedIn(file).length);
    for (const row of rows) isRead(row);
  });

  it('notes, what a pair agreed on and private wishes open with the key, and what people chose for themselves stands', async () => {
    const { table, sealing, rounds } = await opened('notes');
    const ana = idOf('Ana');
    const { notes } = value(await noteStore(table, sealing).all(ana));
    expect(notes.map((one) => one.value)).toMatchObject([
      { content: { kind: 'note', heading: 'Before we meet', text: 'A thought of my own' } },
    ]);
    const [pair] = await rounds.pairs(spring);
    const agreements = value(await agreementStore(table, sealing).all(spring, pair?.id ?? pairId('none')));
    expect(agreements.map((one) => JSON.stringify(one.value))).toEqual([expect.stringContaining('Ask me twice')]);
    expect((await rounds.wishesOf(spring, ana))?.value).toMatchObject({ closely: [idOf('Nils')] });
    expect(await pauseStore(table).of(ana)).toBe('2026-12-01');
    expect(await zoneStore(table).of(ana)).toEqual({ tab: 'Europe/London', activity: 'Europe/Paris' });
    expect(await leaverStore(table, 'contoso').all()).toMatchObject([{ noticedAt: '2026-11-20T09:00:00.000Z' }]);
    expect(await conversationStore(table).find({ tenantId: 'contoso', personId: ana })).toMatchObject({ conversationId: 'c-1' });
  });

  it('the pulse, the wall, the record of who did what and what the product knows of itself are read at the end of a round', async () => {
    const { table, sealing, rounds } = await opened('closing');
    const tally = value(await pulseStore(table, sealing).tally(spring));
    expect(JSON.stringify(tally)).toContain('3');
    expect(value(await insightStore(table, sealing).all(spring))).toMatchObject([{ by: idOf('Ana'), text: 'Listen first' }]);
    expect((await rounds.round(spring))?.value).toMatchObject({ insightsWall: true, awayday: { minutes: 300, location: 'Leeds' } });
    const { books, waitingSince } = value(await auditTrail(table, sealing, clock).check(auditPlaceOf(spring)));
    expect([waitingSince, ...books.map(({ fault }) => fault)]).toEqual([null, null, null]);
    expect(await seenStore(table).all()).toEqual([{ personId: idOf('Omar'), on: '2026-11-20', opener: true }]);
    const outages = outageStore(table);
    const outage = (await outages.last())?.value;
    expect(outage).toMatchObject({ troubles: ['graph'], endedAt: null });
    expect(outage && (await outages.wasTold(outage, idOf('Omar'), 'broken'))).toBe(true);
    expect(await reachStore(table, wakeUp, clock).of(idOf('Ben'))).toMatchObject({ unreachable: 'ConversationBlockedByUser' });
  });

  it('[CP-81] who named whom for the Awayday and its pairs are read', async () => {
    const { rounds } = await opened('awayday');
    expect((await rounds.feedbackNames(spring)).length).toBeGreaterThan(0);
    expect((await rounds.feedback(spring))?.value.groups.length).toBeGreaterThan(2);
  });

  it('[TT-21] an engagement with its terms, work, summary, entries and sessions opens, and the register is there', async () => {
    const { table, sealing } = await opened('two-two');
    const engagements = engagementStore(table, sealing, wakeUp);
    const [one] = await engagements.list();
    const id = one?.id ?? engagementId('none');
    expect(one).toMatchObject({ state: 'active', sponsorId: idOf('Maya') });
    expect(JSON.stringify(value(await engagements.terms(id)))).toContain('canary of confidentiality');
    expect(value(await engagements.work(id))?.value).toMatchObject({ focus: ['trust', 'tension'], goals: [{ id: 'g-1' }] });
    expect(JSON.stringify(value(await engagements.summary(id)))).toContain('They listen');
    const entries = value(await engagements.entries(id, [idOf('Ben'), idOf('Vera')]));
    expect(entries.map((entry) => [entry.value.audience, entry.value.text])).toEqual([
      ['only-me', 'For me'],
      ['all-four', 'For all of us'],
    ]);
    expect((await engagements.meetings(id)).map((meeting) => meeting.value)).toMatchObject([{ minutes: 90, organiserId: idOf('Ben') }]);
    const register = coachRegisterOn(table);
    expect((await register.programme()).value).toMatchObject({ on: true, by: idOf('Stella') });
    expect((await register.all()).map((coach) => coach.value)).toMatchObject([{ capacity: 2, place: 'Leeds' }]);
  });

  it('[CP-41] six sessions stand as they were booked, one of them waiting for whoever booked it', async () => {
    const { rounds } = await opened('sessions');
    const sessions = await rounds.allSessions(spring);
    expect(sessions).toHaveLength(6);
    expect(sessions.filter(({ start }) => start > '2026-12-01')).toHaveLength(6);
  });

  it('whoever joined after the announcement is known as that, with the question to the pair that may take them in', async () => {
    const { table, rounds } = await opened('late');
    const id = roundId(
      table
        .everyRow()
        .find(({ key: own }) => own === 'round')
        ?.partition.split('~')[1] ?? '',
    );
    await invariantsHold(rounds, id);
    const [jonas, sam] = [await rounds.participant(id, personId('jonas')), await rounds.participant(id, personId('sam'))];
    const question = jonas?.value.match.kind === 'open' ? jonas.value.match.proposalId : null;
    expect(jonas?.value.askedLateAt).toBe('2026-11-22T16:39:56.248Z');
    expect(sam?.value).toMatchObject({ match: { kind: 'paired' }, asks: [question] });
    expect(question && (await rounds.proposal(id, question))?.value).toMatchObject({ state: 'sent', memberIds: ['jonas', 'sam', 'tom'] });
  });
});
