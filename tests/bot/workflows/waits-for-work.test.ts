import { deliveryReportOf } from '@coaching-pairs/bot/workflows/delivery-report';
import { isReminder } from '@coaching-pairs/bot/workflows/messages';
import { changeAnswersBy } from '@coaching-pairs/bot/workflows/move-answers-by';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { pausedUntilOf, pauseReminders } from '@coaching-pairs/bot/workflows/pause-reminders';
import { planReminders, reminderPlanner } from '@coaching-pairs/bot/workflows/plan-reminders';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { waitsForWork } from '@coaching-pairs/bot/workflows/waits-for-work';
import { plainDate } from '@coaching-pairs/shared/ids';
import type { Person } from '@coaching-pairs/shared/organisation/person';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { startingClock } from '../reminders/lived.js';
import { memoryTable } from './memory-table.js';
import { kickedOff, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const own: Readonly<Record<string, Partial<Person>>> = {
  Sam: { timeZone: 'Asia/Tokyo' },
  // Sunday to Thursday, from half past seven.
  Tom: { workingHours: { days: [7, 1, 2, 3, 4], from: 7 * 60 + 30, to: 15 * 60 } },
};
const people = [
  personNamed('Ruth'),
  ...['Maya', 'Sam', 'Tom', 'Lena', 'Priya', 'Omar'].map((name) => ({
    ...personNamed(name, { under: 'Ruth' }),
    timeZone: 'Europe/London',
    ...own[name],
  })),
];

let clock: ReturnType<typeof startingClock>;
let process: ReturnType<typeof startProcess>;
// Monday 23 November; answers are asked for until Friday 4 December (see `plan`).
beforeEach(() => {
  clock = startingClock(Date.parse('2026-11-23T10:00:00Z'));
  process = startProcess(memoryTable(), plainDirectory([...people]), clock);
});
const goTo = (at: string): void => clock.advance(Date.parse(`${at}:00Z`) - clock.millis());

const invited = async () => {
  const round = await kickedOff(process, ids('Sam', 'Tom', 'Lena'));
  await stepsOf(process, round).invite();
  return round;
};
type Round = Awaited<ReturnType<typeof invited>>;
const unsent = async (round: Round, kind: string, name?: string) =>
  (await process.deps.rounds.unsent(round)).filter((one) => one.kind === kind && (name === undefined || one.to === id(name)));
const waits = async (round: Round, kind: string) =>
  Object.fromEntries(
    await Promise.all(
      (await unsent(round, kind)).map(async (one) => [one.to, (await waitsForWork(process.deps)(one))?.localIntent ?? 'now'] as const),
    ),
  );

describe('what an organiser sends', () => {
  it('[CP-73] [R-16] reaches each person in the hours of their own mailbox, at once whoever is at work', async () => {
    const round = await invited();
    expect(await waits(round, 'invitation')).toEqual({ sam: '2026-11-24T09:00', tom: 'now', lena: 'now' });
    goTo('2026-11-27T16:00');
    // Friday afternoon: no working day of Tom's, who begins again on Sunday.
    expect(await waits(round, 'invitation')).toEqual({ sam: '2026-11-30T09:00', tom: '2026-11-29T07:30', lena: 'now' });
  });

  it('[CP-82] that a feedback pair has changed on the day is told at once, as people stand in the room', async () => {
    const round = await invited();
    const [toSam] = await unsent(round, 'invitation', 'Sam');
    const wait = waitsForWork(process.deps);
    expect(toSam === undefined ? undefined : await wait({ ...toSam, kind: 'feedback-pair-changed' })).toBeNull();
  });

  it('in the sandbox goes at any hour', async () => {
    const round = await invited();
    const [toSam] = await unsent(round, 'invitation', 'Sam');
    const wait = waitsForWork(process.deps, { newsAtAnyHour: true });
    expect(toSam === undefined ? undefined : await wait(toSam)).toBeNull();
  });

  it('[CP-73] has room where news has none any more, and a match always', async () => {
    const round = await invited();
    const [toLena] = await unsent(round, 'invitation', 'Lena');
    if (toLena === undefined) return expect.unreachable();
    const wanted = async (kind: string, weight?: string): Promise<boolean> =>
      stillWanted(process.deps)({ ...toLena, kind, wantedIf: 'always', subject: weight === undefined ? {} : { weight } });
    const tell = async (count: number): Promise<void> => {
      const writes = Array.from(
        { length: count },
        (_none, place) => ({ kind: 'upsert', key: `told~lena~m${place}`, fields: { kind: 'invitation' } }) as const,
      );
      await process.table.commit({ partition: `round~${round}`, writes });
    };
    await tell(7);
    expect([await wanted('invitation-reminder', 'early'), await wanted('pair-in-one-line')]).toEqual([false, true]);
    await tell(9);
    expect([await wanted('pair-in-one-line'), await wanted('invitation-reminder', 'last-call')]).toEqual([false, true]);
    await tell(14);
    expect([await wanted('invitation-reminder', 'last-call'), await wanted('proposal')]).toEqual([false, true]);
  });
});

describe('news that waits for its reader', () => {
  it('[CP-33] is in no number: the hour at which it fell would tell where they live', async () => {
    const round = await invited();
    const steps = stepsOf(process, round);
    for (const name of ['Sam', 'Lena']) value(await steps.join(name));
    await steps.draft();
    await steps.send();
    value(await steps.decline('Lena'));
    const shown = async () => value(await overviewOf(process.deps, wordsFor('en-GB'), { roundId: round, actor: priya })).toDeliver;
    const [news] = await unsent(round, 'being-reworked', 'Sam');
    const before = await shown();
    const slot = news === undefined ? null : await waitsForWork(process.deps)(news);
    expect(slot?.zone).toBe('Asia/Tokyo');
    const row = await process.table.read(`round~${round}`, `out~${news?.id}`);
    if (row === null || slot === null) return expect.unreachable();
    await process.table.swap(row, { ...row.fields, dueAt: slot.at, zone: slot.zone, localIntent: slot.localIntent });
    expect(await shown()).toBe(before - 1);
  });
});

describe('somebody who wants no reminders for a while', () => {
  const reminders = async (round: Round) =>
    (await process.deps.rounds.unsent(round)).filter(isReminder).map(({ to, localIntent }) => `${to} ${localIntent}`);

  it('gets none until the day they chose, nobody else learns of it, and one that is on its way waits', async () => {
    const round = await invited();
    goTo('2026-11-27T08:00');
    await planReminders(process.deps);
    const [mine] = (await process.deps.rounds.unsent(round)).filter((one) => isReminder(one) && one.to === id('Lena'));
    value(await pauseReminders(process.deps, { actor: actor('Lena'), until: plainDate('2026-12-02') }));
    expect(mine === undefined ? null : await waitsForWork(process.deps)(mine)).toMatchObject({ localIntent: '2026-12-02T09:00' });
    const [invitation] = await unsent(round, 'invitation', 'Lena');
    goTo('2026-11-27T10:00');
    expect(invitation === undefined ? undefined : await waitsForWork(process.deps)(invitation)).toBeNull();
    expect(JSON.stringify(await process.deps.rounds.audit(round))).not.toContain('pause');
    // That one reminder of several is long on its way would tell that somebody is away.
    const toCome = async () => {
      const { lines } = value(await deliveryReportOf(process.deps, { roundId: round, actor: priya }));
      return lines.find(({ kind }) => kind === 'invitation-reminder')?.toCome ?? 0;
    };
    expect(await toCome()).toBe(1);
    const row = await process.table.read(`round~${round}`, `out~${mine?.id}`);
    if (row !== null) await process.table.swap(row, { ...row.fields, dueAt: '2026-12-02T09:00:00.000Z' });
    // A reading is good for a moment.
    await expect.poll(toCome).toBe(0);
  });

  it('is not written to anew while it lasts; when it is over the last reminder stands for both', async () => {
    const round = await invited();
    for (const name of ['Sam', 'Tom']) value(await stepsOf(process, round).join(name));
    value(await pauseReminders(process.deps, { actor: actor('Lena'), until: plainDate('2026-12-04') }));
    goTo('2026-12-03T08:00');
    await planReminders(process.deps);
    expect(await reminders(round)).toEqual([]);
    expect(await pausedUntilOf(process.deps, actor('Lena'))).toBe('2026-12-04');
    goTo('2026-12-04T08:00');
    expect(await pausedUntilOf(process.deps, actor('Lena'))).toBeNull();
    await planReminders(process.deps);
    expect(await reminders(round)).toEqual(['lena 2026-12-04T09:00']);
    goTo('2026-12-05T10:00');
    await reminderPlanner(process.deps)();
    expect(await process.deps.pauses.all()).toEqual(new Map());
  });

  it('takes it back, and may not ask for a day that has passed; strangers ask in vain', async () => {
    await invited();
    const until = (day: string | null) =>
      pauseReminders(process.deps, { actor: actor('Lena'), until: day === null ? null : plainDate(day) });
    value(await until('2026-12-02'));
    value(await until(null));
    expect(await process.deps.pauses.of(id('Lena'))).toBeNull();
    expect(await until('2026-11-23')).toMatchObject({ error: { code: 'pause-out-of-range' } });
    const stranger = await pauseReminders(process.deps, { actor: actor('Stella'), until: plainDate('2026-12-02') });
    expect(stranger).toMatchObject({ error: { code: 'not-invited' } });
  });
});

describe('the last day for answers', () => {
  const move = (round: Round, day: string) =>
    changeAnswersBy(process.deps, { roundId: round, opId: newOp(), actor: priya, answersBy: plainDate(day) });

  it('[R-15] is moved, reminders follow it, and nobody is written to because of it', async () => {
    const round = await invited();
    for (const name of ['Sam', 'Tom']) value(await stepsOf(process, round).join(name));
    const before = (await process.deps.rounds.unsent(round)).length;
    value(await move(round, '2026-12-18'));
    expect(await process.deps.rounds.unsent(round)).toHaveLength(before);
    goTo('2026-11-27T08:00');
    expect(await planReminders(process.deps)).toBe(0);
    goTo('2026-12-04T08:00');
    await planReminders(process.deps);
    const [first] = (await process.deps.rounds.unsent(round)).filter(isReminder);
    expect(first).toMatchObject({ to: 'lena', localIntent: '2026-12-04T09:00' });
    expect((await process.deps.rounds.audit(round)).at(-1)).toMatchObject({ action: 'round.answers-by', subject: { to: '2026-12-18' } });
  });

  it('has reminders of its own, also where those of the day before it were written', async () => {
    const round = await invited();
    for (const name of ['Sam', 'Tom']) value(await stepsOf(process, round).join(name));
    goTo('2026-11-27T08:00');
    await planReminders(process.deps);
    await process.deps.deliveries.takeOut(round, async (message) => isReminder(message));
    value(await move(round, '2026-11-30'));
    expect(await planReminders(process.deps)).toBe(1);
  });

  it('is refused once it has passed, after the start, and in a draft', async () => {
    const round = await invited();
    expect(await move(round, '2026-11-22')).toMatchObject({ error: { code: 'day-passed' } });
    expect(await move(round, '2027-01-12')).toMatchObject({ error: { code: 'dates-out-of-order' } });
    value(await move(round, '2027-01-11'));
  });
});
