import { finishedWrite, type OutboxMessage, outboxKey, roundPartition } from '@coaching-pairs/bot/ports/outbox';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { deliveryReportOf } from '@coaching-pairs/bot/workflows/delivery-report';
import { noteInRound } from '@coaching-pairs/bot/workflows/note-unreachable';
import { type Dealing, dealWithUndelivered, type Which } from '@coaching-pairs/bot/workflows/undelivered';
import { instant, type RoundId } from '@coaching-pairs/shared/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, type Process, plainDirectory, priya, startProcess, value } from './world.js';

const leaders = ['Sam', 'Tom', 'Lena', 'Aisha'] as const;
const people = [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...leaders].map((name) => personNamed(name, { under: 'Ruth' }))];
const omar = actor('Omar');

let table: Table;
let process: Process;
let round: RoundId;
beforeEach(async () => {
  table = memoryTable();
  process = startProcess(table, plainDirectory(people));
  round = await allJoined(process, ids(...leaders));
});

/** What delivery does to those messages of the outbox: sent, or given up for a reason. */
const ends = async (which: (message: OutboxMessage) => boolean, reason: string | null): Promise<number> => {
  const partition = roundPartition(round);
  const waiting = (await process.deps.rounds.unsent(round)).filter(which);
  for (const message of waiting) {
    const row = await table.read(partition, outboxKey(message.id));
    const ended = {
      ...message,
      state: reason === null ? 'sent' : 'dead',
      reason,
      finishedAt: instant('2026-11-21T10:00:00.000Z'),
    } as const;
    const writes = [{ kind: 'delete', key: outboxKey(message.id), etag: row?.etag ?? '' } as const, finishedWrite(ended)];
    await table.commit({ partition, writes });
  }
  return waiting.length;
};
const isTo =
  (kind: string, ...names: readonly string[]) =>
  (message: OutboxMessage): boolean =>
    message.kind === kind && (names.length === 0 || names.map(id).includes(message.to));

const report = async (by = priya) => {
  // A reading is kept for a moment; every look here is one at what there is.
  const fresh = startProcess(table, plainDirectory(people), process.clock);
  return value(await deliveryReportOf(fresh.deps, { roundId: round, actor: by }));
};
const deals = (dealing: Dealing, which: Which, by = priya) =>
  dealWithUndelivered(process.deps, dealing, { roundId: round, opId: newOp(), actor: by, which });
const undelivered = async (by = priya): Promise<string[]> =>
  (await report(by)).undelivered.map(({ person, kind, reason }) => `${person.name} ${kind} ${reason}`);
const waiting = async (kind: string): Promise<readonly OutboxMessage[]> =>
  (await process.deps.rounds.unsent(round)).filter((message) => message.kind === kind);

/** A match that was declined by one of its two; the other is to be told. */
const declined = async () => {
  const steps = stepsOf(process, round);
  await steps.draft();
  await steps.send();
  const [proposal] = await steps.proposals('sent');
  const [one, other] = proposal?.memberIds ?? [];
  const nameOf = (who: string | undefined): string => people.find((person) => person.id === who)?.name ?? '';
  value(await steps.decline(nameOf(one), proposal));
  return { decliner: nameOf(one), told: nameOf(other) };
};

describe('the delivery report of a round', () => {
  it('counts what was sent, answered, is to come, could not reach anybody and was given up', async () => {
    await ends(isTo('kick-off'), null);
    await ends(isTo('invitation', 'Sam'), 'ConversationBlockedByUser');
    await ends(isTo('invitation', 'Tom'), 'perhaps-delivered');
    await ends(isTo('invitation', 'Lena'), null);
    await process.deps.rounds.noteUnreachable(round, id('Sam'), 'ConversationBlockedByUser');
    const { lines, unreachable } = await report();
    const [first, second] = lines;
    expect(first).toEqual({ kind: 'kick-off', sent: 4, toCome: 0, due: 0, unreachable: 0, givenUp: 0, answered: null });
    expect(second).toEqual({ kind: 'invitation', sent: 1, toCome: 1, due: 1, unreachable: 1, givenUp: 1, answered: 4 });
    expect(unreachable).toEqual([{ reason: 'blocked', people: 1 }]);
    expect(await undelivered()).toEqual(['Sam invitation blocked', 'Tom invitation perhaps-arrived']);
  });

  it('[S-10] [S-11] is for the administrators of the round alone', async () => {
    for (const name of ['Maya', 'Sam', 'Ruth'])
      expect(await deliveryReportOf(process.deps, { roundId: round, actor: actor(name, true) })).toMatchObject({
        error: { code: 'not-found' },
      });
    expect((await report(omar)).lines).toHaveLength(2);
  });

  it('[CP-33] betrays no decline: what follows one is in no count, and is listed for the people partner alone', async () => {
    await ends(() => true, null);
    const { told } = await declined();
    await ends(isTo('proposal'), null);
    const before = await report(omar);
    expect(await ends(isTo('being-reworked'), 'ConversationBlockedByUser')).toBe(1);
    expect(await report(omar)).toEqual(before);
    expect(await undelivered(omar)).toEqual([]);
    expect(await undelivered()).toEqual([`${told} null blocked`]);
    expect((await report()).lines).toEqual(before.lines);
  });

  it('[CP-33] nor a yes: of the matches it counts those who are in a pair', async () => {
    await ends(() => true, null);
    const steps = stepsOf(process, round);
    await steps.draft();
    await steps.send();
    await ends(isTo('proposal'), null);
    const answered = async () => (await report()).lines.find(({ kind }) => kind === 'proposal')?.answered;
    const [proposal] = await steps.proposals('sent');
    const [one = id(''), other = id('')] = proposal?.memberIds ?? [];
    const says = (who: string) => steps.accept(people.find((person) => person.id === who)?.name ?? '', proposal);
    value(await says(one));
    expect(await answered()).toBe(0);
    value(await says(other));
    expect(await answered()).toBe(2);
  });

  it('[CP-33] nobody becomes unreachable by a message that follows a decline', async () => {
    await declined();
    const [message] = await waiting('being-reworked');
    if (message === undefined) expect.unreachable();
    await noteInRound(process.deps, message, 'ConversationBlockedByUser');
    expect(await process.deps.rounds.unreachable(round)).toEqual([]);
    await noteInRound(process.deps, { ...message, kind: 'invitation' }, 'ConversationBlockedByUser');
    expect(await process.deps.rounds.unreachable(round)).toHaveLength(1);
  });
});

describe('messages that were given up', () => {
  it('[R-05] go again as if they had never been tried: one, or all of a reason; each is written down', async () => {
    await ends(isTo('invitation', 'Sam', 'Tom'), 'throttled');
    await ends(isTo('invitation', 'Lena'), 'ConversationBlockedByUser');
    await process.deps.rounds.noteUnreachable(round, id('Lena'), 'ConversationBlockedByUser');
    const [sam] = (await report()).undelivered.filter(({ person }) => person.id === id('Sam'));
    value(await deals('retry', { kind: 'one', messageId: sam?.id ?? '' }));
    expect(await undelivered()).toEqual(['Lena invitation blocked', 'Tom invitation too-busy']);
    expect(await waiting('invitation')).toContainEqual(
      expect.objectContaining({ to: id('Sam'), state: 'waiting', attempts: 0, reason: null, finishedAt: null }),
    );
    value(await deals('retry', { kind: 'reason', reason: 'blocked' }));
    expect(await undelivered()).toEqual(['Tom invitation too-busy']);
    expect(await process.deps.rounds.unreachable(round)).toEqual([]);
    const written = (await process.deps.rounds.audit(round)).filter(({ action }) => action === 'messages.retry');
    expect(written.map(({ by, subject }) => `${by} ${subject.messages}`)).toEqual([`${id('Priya')} 1`, `${id('Priya')} 1`]);
  });

  it('are dropped for good, and that is written down', async () => {
    await ends(isTo('invitation'), 'poison');
    value(await deals('drop', { kind: 'reason', reason: 'unsendable' }));
    expect(await undelivered()).toEqual([]);
    expect(await waiting('invitation')).toEqual([]);
    expect((await process.deps.rounds.audit(round)).at(-1)).toMatchObject({ action: 'messages.drop', subject: { messages: '4' } });
  });

  it('[R-11] are dealt with once, however often and by however many that is asked', async () => {
    await ends(isTo('invitation'), 'throttled');
    const asked = { roundId: round, opId: newOp(), actor: priya, which: { kind: 'reason', reason: 'too-busy' } } as const;
    const both = [
      dealWithUndelivered(process.deps, 'retry', asked),
      dealWithUndelivered(process.deps, 'retry', { ...asked, opId: newOp() }),
    ];
    for (const done of await Promise.all(both)) value(done);
    value(await dealWithUndelivered(process.deps, 'retry', asked));
    expect(await waiting('invitation')).toHaveLength(4);
    expect((await process.deps.rounds.audit(round)).filter(({ action }) => action === 'messages.retry')).toHaveLength(1);
  });

  it('[CP-33] [S-11] are left alone by those who may not know of them, and by those outside of the round', async () => {
    await declined();
    await ends(isTo('being-reworked'), 'throttled');
    value(await deals('drop', { kind: 'reason', reason: 'too-busy' }, omar));
    expect(await undelivered()).toHaveLength(1);
    expect(await deals('drop', { kind: 'reason', reason: 'too-busy' }, actor('Maya'))).toMatchObject({ error: { code: 'not-found' } });
    value(await deals('drop', { kind: 'reason', reason: 'too-busy' }));
    expect(await undelivered()).toEqual([]);
  });

  it('are not sent in a round that is closed, but may be dropped', async () => {
    await ends(isTo('invitation'), 'throttled');
    value(await endRound(process.deps, { roundId: round, opId: newOp(), actor: priya }));
    expect(await deals('retry', { kind: 'reason', reason: 'too-busy' })).toMatchObject({ error: { code: 'wrong-state' } });
    value(await deals('drop', { kind: 'reason', reason: 'too-busy' }));
    expect(await undelivered()).toEqual([]);
  });
});
