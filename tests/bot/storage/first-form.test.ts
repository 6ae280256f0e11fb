import { parseWorkRow } from '@coaching-pairs/bot/delivery/work-row';
import { auditPlaceOf } from '@coaching-pairs/bot/ports/audit';
import { parseRoundMessage } from '@coaching-pairs/bot/ports/outbox';
import type { Row } from '@coaching-pairs/bot/ports/store';
import { form } from '@coaching-pairs/bot/storage/migrations/form';
import { joinStored } from '@coaching-pairs/bot/storage/migrations/join';
import { moveStored } from '@coaching-pairs/bot/storage/migrations/move';
import type { Codec } from '@coaching-pairs/bot/storage/rows/codec';
import { conversationRow, correctionRow, groupsRow, personRow, syncRow } from '@coaching-pairs/bot/storage/rows/organisation-rows';
import { auditRow, pairRow, participantRow, proposalRow, roundRow } from '@coaching-pairs/bot/storage/rows/round-rows';
import { fieldsOf } from '@coaching-pairs/bot/storage/table/fields';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { myData } from '@coaching-pairs/bot/workflows/my-data/my-data';
import { whoAmI } from '@coaching-pairs/bot/workflows/my-rounds';
import { instant, roundId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from '../../house/documented.js';
import { personNamed } from '../../shared/organisation/company.js';
import { quietLog } from '../delivery/delivery-harness.js';
import { invariantsHold } from '../workflows/invariants.js';
import { type MemoryTable, memoryTable } from '../workflows/memory-table.js';
import { stepsOf } from '../workflows/steps.js';
import { actor, id, newOp, type Process, plainDirectory, priya, standings, startProcess, value } from '../workflows/world.js';

/**
 * What the product stored on its first day: two rounds, as they stood in the table. `spring` is told its pairs, `autumn` is in the
 * middle of its matching. No release may change this file; a release that cannot read it has lost what people stored.
 */
const file = 'tests/data/stored/form-1.jsonl';
const Entity = z.looseObject({ PartitionKey: z.string(), RowKey: z.string() });
const stored = textOf(file)
  .trim()
  .split('\n')
  .map((line): Omit<Row, 'etag'> => {
    const { PartitionKey: partition, RowKey: key, ...properties } = Entity.parse(JSON.parse(line));
    return { partition, key, fields: fieldsOf(properties, key) };
  });

const spring = roundId('r-op-1-fc96f99b');
const autumn = roundId('r-op-22-cdfb259c');
const people = [
  personNamed('Ruth'),
  ...['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar', 'Jonas', 'Ines'].map((name) => personNamed(name, { under: 'Ruth' })),
];

let table: MemoryTable;
let process: Process;
beforeEach(async () => {
  table = memoryTable();
  for (const { partition, key, fields } of stored) await table.commit({ partition, writes: [{ kind: 'insert', key, fields }] });
  process = startProcess(table, plainDirectory(people), { now: () => instant('2026-11-23T09:00:00.000Z'), advance: () => undefined });
});

const kindOf = ({ key }: Pick<Row, 'key'>): string => key.split('~')[0] ?? '';
const codecs: Readonly<Record<string, Codec<never> | undefined>> = {
  ...{ participant: participantRow, proposal: proposalRow, pair: pairRow, audit: auditRow, person: personRow },
  ...{ correction: correctionRow, functions: groupsRow, sync: syncRow, conversation: conversationRow },
} as never;
const codecFor = (row: Row): Codec<never> | undefined => (row.key === 'round' ? (roundRow as never) : codecs[kindOf(row)]);
/** The index of rounds and the mark of the organisation hold nothing to be read; what an operation answered is read by itself. */
const plain = (row: Row): boolean => ['version', 'op'].includes(kindOf(row)) || row.key.startsWith('round~');

describe('what was stored in the first form', () => {
  it('is read whole, row by row, and loses nothing when it is written again', () => {
    const rows = table.everyRow();
    expect(rows).toHaveLength(stored.length);
    for (const row of rows.filter((one) => !plain(one))) {
      const codec = codecFor(row);
      if (kindOf(row) === 'out') expect(parseRoundMessage(row), row.key).toMatchObject({ ok: true });
      else if (kindOf(row) === 'work') expect(parseWorkRow(row), row.key).not.toBeNull();
      else if (codec === undefined) throw new Error(`Nothing reads ${row.key}.`);
      else expect(codec.fields(codec.read(row).value), row.key).toMatchObject({ body: row.fields['body'] });
    }
  });

  it('lets a process of today begin, and is brought to the form that it writes', async () => {
    const joined = await joinStored({ table, clock: process.clock, instance: 'today', form });
    expect(joined.ok).toBe(true);
    await moveStored({ table, clock: process.clock, log: quietLog, form }, () => true);
    for (const round of [spring, autumn]) await invariantsHold(process.deps.rounds, round);
  });

  it('shows everybody where they stand, with what is theirs', async () => {
    const words = wordsFor('en-GB');
    for (const name of ['Sam', 'Tom', 'Lena', 'Aisha', 'Jonas', 'Maya']) {
      expect((await whoAmI(process.deps, words, actor(name))).rounds, name).toHaveLength(2);
      expect(value(await myData(process.deps, actor(name))), name).toBeDefined();
    }
    expect((await standings(process.deps, autumn)).map((one) => one.replace(/^\w+: /u, '')).sort()).toEqual([
      'joined open',
      'joined open',
      'joined paired',
      'joined paired',
      'joined reworking',
      'joined reworking',
      'none none',
      'sitting-out none',
    ]);
    const reference = await process.deps.conversations.find({ tenantId: 'contoso', personId: id('Sam') });
    expect(reference?.conversationId).toBe('a:Sam');
  });

  it('goes on: who was asked answers, the free are matched anew and never with whom they had, and the pairs are announced', async () => {
    const steps = stepsOf(process, autumn);
    value(await steps.accept('Maya'));
    value(await steps.accept('Sam'));
    value(await steps.join('Ines'));
    value(await steps.join('Omar'));
    await steps.draft();
    const drafts = await steps.proposals('draft');
    expect(drafts.length).toBeGreaterThan(0);
    expect(drafts.map(({ memberIds }) => memberIds.join())).not.toContain('lena,tom');
    await steps.send();
    await steps.allAccept();
    await invariantsHold(process.deps.rounds, autumn);
    const without = (await steps.content()).content.participants.filter(({ match }) => match.kind !== 'paired');
    await steps.announce(without.map(({ personId }) => personId));
    expect((await steps.content()).round.value.state).toBe('active');
  });

  it('ends: the earlier round is closed, and who did what in it is chained, sealed and checked', async () => {
    value(await endRound(process.deps, { roundId: spring, opId: newOp(), actor: priya }));
    expect((await process.deps.rounds.round(spring))?.value.state).toBe('closed');
    const place = auditPlaceOf(spring);
    expect(value(await process.deps.audit.seal(place))).toBeGreaterThan(5);
    const { books, waitingSince } = value(await process.deps.audit.check(place));
    expect([waitingSince, ...books.map(({ fault }) => fault)]).toEqual([null, null, null]);
  });
});
