import type { Questions } from '@coaching-pairs/bot/delivery/deps';
import { preparing } from '@coaching-pairs/bot/delivery/prepare';
import type { OutboxMessage } from '@coaching-pairs/bot/ports/outbox';
import type { Sender } from '@coaching-pairs/bot/ports/sender';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { questionsOf } from '@coaching-pairs/bot/questions';
import { whoAmI } from '@coaching-pairs/bot/workflows/my-rounds';
import { readOnce } from '@coaching-pairs/bot/workflows/read-once';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { plainDate, type RoundId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { countedTable, noCounts } from '../../bench/operations/counted.js';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { kickedOff, stepsOf } from './steps.js';
import { actor, id, ids, plainDirectory, startProcess, value } from './world.js';

const people = [
  personNamed('Ruth'),
  ...['Maya', 'Sam', 'Lena', 'Priya', 'Omar'].map((name) => ({ ...personNamed(name, { under: 'Ruth' }), timeZone: 'Europe/London' })),
];
const tenantId = 'contoso';
const words = wordsFor('en');

let counts: ReturnType<typeof noCounts>;
let table: Table;
let process: ReturnType<typeof startProcess>;
let round: RoundId;
let invitation: OutboxMessage;
beforeEach(async () => {
  counts = noCounts();
  table = memoryTable();
  process = startProcess(countedTable(table, counts), plainDirectory([...people]));
  round = await kickedOff(process, ids('Sam', 'Lena'));
  await stepsOf(process, round).invite();
  const waiting = await process.deps.rounds.unsent(round);
  invitation = waiting.find(({ to, kind }) => to === id('Sam') && kind === 'invitation') ?? expect.unreachable();
  const about = { tenantId, personId: id('Sam'), conversationId: 'a:sam' };
  await process.deps.conversations.remember({ ...about, serviceUrl: 'https://example.com/', botId: 'bot' });
});

const asked = async (what: () => Promise<unknown>): Promise<number> => {
  const before = counts.transactions;
  await what();
  return counts.transactions - before;
};

const sender: Sender = {
  send: async () => ({ kind: 'sent', activityId: 'activity' }),
  update: async () => ({ kind: 'precondition' }),
  open: async () => ({ kind: 'precondition' }),
};

const questions = () => {
  const { deps } = process;
  const { conversations, reach } = deps;
  const installations = { install: async () => ({ kind: 'installed', chatId: 'a:lena' }) as const };
  const urls = { connectorUrl: 'https://example.com/', botId: 'bot' };
  const preparation = preparing({ conversations, reach, installations, sender, stillWanted: stillWanted(deps), tenantId, ...urls });
  return questionsOf({ deps, sender, preparation, tenantId, newsAtAnyHour: false, watched: (send) => send });
};

/** Everything that is asked about a message before it goes, and its way. */
const goes = async ({ waitsUntil, prepare, stillWanted: wanted, render, send }: Questions): Promise<boolean> => {
  await waitsUntil?.(invitation);
  await prepare?.(invitation);
  const said = (await wanted(invitation)) ? await render(invitation) : null;
  return said !== null && (await send(invitation.to, said)).kind === 'sent';
};

describe('what is asked about a message', () => {
  it('is read once: the organisation, the reader’s zone, reach and chat, the round and what they answered', async () => {
    const { reading } = questions();
    // And, for all messages of the next seconds, whether 2:2 Coaching is on, as nobody is written to in a session of it.
    expect(await asked(async () => expect(await goes(reading())).toBe(true))).toBe(7);
    // The next message is asked about anew.
    expect(await asked(() => goes(reading()))).toBe(6);
  });

  it('[R-15] is not remembered of the round itself: what is answered while it waits for its turn silences it', async () => {
    const toLena = { ...invitation, to: id('Lena') };
    const { prepare, stillWanted: wanted } = questions().reading();
    // She has no chat yet, so it was asked before whether the message is wanted.
    expect(await prepare?.(toLena)).toEqual({ kind: 'ready', chatMade: true });
    value(await stepsOf(process, round).sitOut('Lena'));
    expect(await wanted(toLena)).toBe(false);
  });
});

describe('one reading of the store', () => {
  it('of seven rows makes the page of whoever opens the tab', async () => {
    const sam = actor('Sam');
    const page = await whoAmI(process.deps, words, sam);
    expect(await asked(async () => expect(await whoAmI(readOnce(process.deps), words, sam)).toEqual(page))).toBe(7);
  });

  it('ends with everything that is written through it', async () => {
    const once = readOnce(process.deps);
    const stateOf = async (): Promise<string | undefined> => (await once.rounds.participant(round, id('Sam')))?.value.answer;
    expect([await stateOf(), await asked(stateOf)]).toEqual(['none', 0]);
    value(await stepsOf({ ...process, deps: once }, round).sitOut('Sam'));
    expect(await stateOf()).toBe('sitting-out');
  });

  it('does not keep what was read while something was written', async () => {
    const once = readOnce(process.deps);
    const read = once.pauses.of(id('Sam'));
    const written = once.pauses.set(id('Sam'), plainDate('2026-12-01'));
    const meanwhile = once.pauses.of(id('Sam'));
    await Promise.all([read, written, meanwhile]);
    expect(await once.pauses.of(id('Sam'))).toBe('2026-12-01');
  });

  it('asks again for what could not be read', async () => {
    let away = true;
    const { rounds } = process.deps;
    const list = (): ReturnType<typeof rounds.list> => (away ? Promise.reject(new Error('away')) : rounds.list());
    const once = readOnce({ ...process.deps, rounds: { ...rounds, list } });
    await expect(once.rounds.list()).rejects.toThrow('away');
    away = false;
    expect(await once.rounds.list()).toHaveLength(1);
  });

  it('is of one request: the next sees what others have changed', async () => {
    await readOnce(process.deps).rounds.participant(round, id('Sam'));
    value(await stepsOf(process, round).sitOut('Sam'));
    expect((await readOnce(process.deps).rounds.participant(round, id('Sam')))?.value.answer).toBe('sitting-out');
  });
});
