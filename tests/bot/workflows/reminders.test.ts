import { renderMessage } from '@coaching-pairs/bot/render-message';
import { isReminder } from '@coaching-pairs/bot/workflows/messages';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { planReminders, reminderPlanner } from '@coaching-pairs/bot/workflows/plan-reminders';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { waitsForWork } from '@coaching-pairs/bot/workflows/waits-for-work';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { untranslated } from '../../pseudo.js';
import { personNamed } from '../../shared/organisation/company.js';
import { textsOf } from '../cards/every-card.js';
import { startingClock } from '../reminders/lived.js';
import { memoryTable } from './memory-table.js';
import { allJoined, kickedOff, stepsOf } from './steps.js';
import { id, ids, plainDirectory, priya, startProcess, value } from './world.js';

const zone: Readonly<Record<string, string>> = { Sam: 'Asia/Kathmandu' };
const house = (): Person[] => [
  personNamed('Ruth'),
  ...['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar'].map((name) => ({
    ...personNamed(name, { under: 'Ruth' }),
    timeZone: zone[name] ?? 'Europe/London',
  })),
];

let people: Person[];
let clock: ReturnType<typeof startingClock>;
let process: ReturnType<typeof startProcess>;
let table: ReturnType<typeof memoryTable>;
// Monday 23 November; answers are asked for until Friday 4 December (see `plan`).
beforeEach(() => {
  people = house();
  table = memoryTable();
  clock = startingClock(Date.parse('2026-11-23T10:00:00Z'));
  process = startProcess(table, plainDirectory(people), clock);
});
const goTo = (at: string): void => clock.advance(Date.parse(`${at}:00Z`) - clock.millis());

type Round = Awaited<ReturnType<typeof kickedOff>>;
const written = async (round: Round) => (await process.deps.rounds.unsent(round)).filter(isReminder);
const shown = async (round: Round): Promise<readonly string[]> =>
  (await written(round)).map(({ to, kind, localIntent, zone: where }) => `${kind} ${to} ${localIntent} ${where}`).sort();

const invited = async (): Promise<Round> => {
  const round = await kickedOff(process, ids('Sam', 'Tom', 'Lena'));
  await stepsOf(process, round).invite();
  return round;
};

describe('reminders in the outbox', () => {
  it('[R-15] [R-16] are written before they are due, for whoever is silent, at nine o’clock of their own day', async () => {
    const round = await invited();
    value(await stepsOf(process, round).join('Tom'));
    expect(await planReminders(process.deps)).toBe(0);
    goTo('2026-11-27T02:00');
    await planReminders(process.deps);
    expect(await shown(round)).toEqual(['invitation-reminder sam 2026-11-27T09:00 Asia/Kathmandu']);
    goTo('2026-11-27T08:00');
    await planReminders(process.deps);
    expect(await shown(round)).toEqual([
      'invitation-reminder lena 2026-11-27T09:00 Europe/London',
      'invitation-reminder sam 2026-11-27T09:00 Asia/Kathmandu',
    ]);
  });

  it('[R-11] [R-17] are written once, by however many instances, with clocks five minutes apart, and again and again', async () => {
    const round = await invited();
    goTo('2026-11-27T08:00');
    const ahead = startProcess(table, plainDirectory(people), startingClock(clock.millis() + 5 * 60_000), 'two');
    const counts = await Promise.all([process, ahead, process, ahead].map(({ deps }) => planReminders(deps)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await written(round)).toHaveLength(3);
    expect(new Set((await written(round)).map(({ opId }) => opId)).size).toBe(3);
    // Nobody reads from an operation whom it is about.
    for (const { opId, to } of await written(round)) expect(opId).not.toContain(to);
  });

  it('are looked for every five minutes at most, and at once when the clock is put forward', async () => {
    await invited();
    const plan = reminderPlanner(process.deps);
    goTo('2026-11-27T08:00');
    expect([await plan(), await plan()]).toEqual([3, 0]);
    goTo('2026-12-03T08:00');
    expect(await plan()).toBe(0);
  });

  it('[R-15] are silenced by an answer, by leaving, by the end of the round and by the last day', async () => {
    const round = await invited();
    goTo('2026-11-27T08:00');
    await planReminders(process.deps);
    const wanted = async (): Promise<readonly string[]> => {
      const all = await Promise.all((await written(round)).map(async (one) => ((await stillWanted(process.deps)(one)) ? [one.to] : [])));
      return all.flat().sort();
    };
    expect(await wanted()).toEqual(ids('Lena', 'Sam', 'Tom'));
    value(await stepsOf(process, round).sitOut('Tom'));
    expect(await wanted()).toEqual(ids('Lena', 'Sam'));
    await process.deps.organisation.savePeople([{ ...personNamed('Lena', { under: 'Ruth' }), enabled: false }], []);
    expect(await wanted()).toEqual(ids('Sam'));
    goTo('2026-12-04T18:30');
    expect(await wanted()).toEqual([]);
  });

  it('[R-16] wait for the morning where their person is now', async () => {
    const round = await invited();
    goTo('2026-11-27T08:00');
    await planReminders(process.deps);
    goTo('2026-11-27T09:00');
    const mine = (await written(round)).find(({ to }) => to === id('Lena'));
    if (mine === undefined) return expect.unreachable();
    expect(await waitsForWork(process.deps)(mine)).toBeNull();
    // She opens the tab in New York, where it is four in the morning.
    await process.deps.zones.note(id('Lena'), 'tab', 'America/New_York');
    expect(await waitsForWork(process.deps)(mine)).toEqual({
      at: '2026-11-27T14:00:00.000Z',
      zone: 'America/New_York',
      localIntent: '2026-11-27T09:00',
    });
  });

  it('[R-07] are not written to whoever cannot be reached', async () => {
    const round = await invited();
    await process.deps.rounds.noteUnreachable(round, id('Sam'), 'ConversationBlockedByUser');
    goTo('2026-11-27T08:00');
    await planReminders(process.deps);
    expect((await written(round)).map(({ to }) => to).sort()).toEqual(ids('Lena', 'Tom'));
  });
});

describe('reminders of a match', () => {
  /** Two matches; the first of each pair says yes. */
  const proposed = async () => {
    const round = await allJoined(process, ids('Sam', 'Tom', 'Lena', 'Aisha'));
    const steps = stepsOf(process, round);
    await steps.draft();
    await steps.send();
    const [match] = await steps.proposals('sent');
    return { round, steps, match };
  };

  it('[CP-33] [C-12] bring the same question anew to whoever has not answered, and say nothing of the other', async () => {
    const { round, steps, match } = await proposed();
    expect(match?.answerBy).toBe('2026-12-03');
    const [silent, other] = [match?.memberIds[0] ?? '', match?.memberIds[1] ?? ''];
    value(await steps.accept(other, match));
    goTo('2026-11-27T08:30');
    await planReminders(process.deps);
    const mine = (await written(round)).filter(({ subject }) => subject.proposalId === match?.id);
    expect(mine.map(({ to }) => to)).toEqual([silent]);
    for (const locale of ['en-GB', 'qps-ploc']) {
      const said = mine[0] === undefined ? null : await renderMessage(process.deps, 'app', async () => wordsFor(locale))(mine[0]);
      if (said?.kind !== 'card') return expect.unreachable();
      expect(JSON.stringify(said.card)).toContain('"acceptProposal"');
      expect(JSON.stringify(said.card)).toContain('"declineProposal"');
      expect(said.summary).not.toMatch(/declin|partner|pair[^s]|remind|\bmatch|Sam|Tom|Lena|Aisha/iu);
      expect(textsOf(said.card).join(' ')).not.toMatch(/has said yes|accepted/iu);
      const names = ['Sam', 'Tom', 'Lena', 'Aisha', 'Leadership team, spring'];
      if (locale === 'qps-ploc') expect(untranslated([said.summary, ...textsOf(said.card)], names)).toEqual([]);
    }
  });

  it('[CP-33] count in no number that administrators read', async () => {
    const { round } = await proposed();
    const before = value(await overviewOf(process.deps, wordsFor('en-GB'), { roundId: round, actor: priya })).toDeliver;
    goTo('2026-11-27T08:30');
    await planReminders(process.deps);
    expect(await written(round)).not.toEqual([]);
    expect(value(await overviewOf(process.deps, wordsFor('en-GB'), { roundId: round, actor: priya })).toDeliver).toBe(before);
  });

  it('[CP-33] end in telling administrators how many are open, and no name; a yes is still taken', async () => {
    const { round, steps, match } = await proposed();
    // Friday 4 December, the first working day after the last day for an answer.
    goTo('2026-12-04T08:30');
    await planReminders(process.deps);
    const told = (await written(round)).filter(({ kind }) => kind === 'matches-overdue');
    expect(told.map(({ to }) => to).sort()).toEqual(ids('Omar', 'Priya'));
    const said = told[0] === undefined ? null : await renderMessage(process.deps, 'app', async () => wordsFor('en-GB'))(told[0]);
    const words = said?.kind === 'card' ? textsOf(said.card).join(' ') : '';
    expect(words).toContain('2 matches are still open');
    expect(words).not.toMatch(/Sam|Tom|Lena|Aisha/);
    const overview = value(await overviewOf(process.deps, wordsFor('en-GB'), { roundId: round, actor: priya }));
    expect(overview.notices.find(({ code }) => code === 'matches-overdue')).toMatchObject({ people: [] });
    await steps.allAccept();
    expect(await Promise.all(told.map(stillWanted(process.deps)))).toEqual([false, false]);
    expect((await steps.proposals('formed')).map((one) => one.id)).toContain(match?.id);
  });
});
