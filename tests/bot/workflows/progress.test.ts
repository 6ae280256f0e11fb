import { renderMessage } from '@coaching-pairs/bot/render-message';
import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { isReminder } from '@coaching-pairs/bot/workflows/messages';
import { moveAnswerDay } from '@coaching-pairs/bot/workflows/move-answer-day';
import { myRound } from '@coaching-pairs/bot/workflows/my-rounds';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { comeBack, pausePerson } from '@coaching-pairs/bot/workflows/pause-person';
import { planReminders } from '@coaching-pairs/bot/workflows/plan-reminders';
import { progressOf } from '@coaching-pairs/bot/workflows/progress';
import { publishRhythms } from '@coaching-pairs/bot/workflows/publish-rhythm';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { toBeMatched } from '@coaching-pairs/bot/workflows/to-be-matched';
import { waitsForWork } from '@coaching-pairs/bot/workflows/waits-for-work';
import { instant, type PersonId, plainDate, type RoundId, type SessionId } from '@coaching-pairs/shared/ids';
import type { Session } from '@coaching-pairs/shared/sessions/session';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { textsOf } from '../cards/every-card.js';
import { startingClock } from '../reminders/lived.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, type Process, plainDirectory, priya, startProcess, value } from './world.js';

const fourteen = ids(...['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Jonas', 'Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gil', 'Hana']);
const words = wordsFor('en-GB');
const omar = actor('Omar');

let clock: ReturnType<typeof startingClock>;
let process: Process;
// Monday 23 November.
beforeEach(() => {
  clock = startingClock(Date.parse('2026-11-23T10:00:00Z'));
  const names = [...fourteen, ...ids('Priya', 'Omar')].map((one) => `${one[0]?.toUpperCase()}${one.slice(1)}`);
  const people = [personNamed('Ruth'), ...names.map((name) => ({ ...personNamed(name, { under: 'Ruth' }), timeZone: 'Europe/London' }))];
  process = startProcess(memoryTable(), plainDirectory(people), clock);
});
const goTo = (at: string): void => clock.advance(Date.parse(`${at}:00Z`) - clock.millis());
const asked = (roundId: RoundId, by = priya) => ({ roundId, opId: newOp(), actor: by });
const shown = async (roundId: RoundId, by = priya) => value(await progressOf(process.deps, { roundId, actor: by }));
const waiting = async (roundId: RoundId): Promise<readonly string[]> =>
  (await process.deps.rounds.unsent(roundId)).map(({ kind, to }) => `${kind} ${to}`).sort();

const matched = async (people: readonly PersonId[] = fourteen): Promise<RoundId> => {
  const round = await allJoined(process, people);
  await stepsOf(process, round).draft();
  await stepsOf(process, round).send();
  return round;
};
const inPairs = async (): Promise<RoundId> => {
  const round = await matched();
  await stepsOf(process, round).allAccept();
  await stepsOf(process, round).announce();
  return round;
};

/** Every pair has a session on that day. */
const allMeet = async (roundId: RoundId, day: string): Promise<void> => {
  const sessions = (await process.deps.rounds.pairs(roundId)).map(({ id: pairId, memberIds }, at): Session => {
    const organiserId = memberIds[0] ?? id('Sam');
    return {
      ...{ id: `s-${day}-${at}` as SessionId, pairId, organiserId, start: instant(`${day}T10:00:00.000Z`), minutes: 60 },
      ...{ place: 'teams', isPrivate: true, state: 'on', event: null, pending: null },
    };
  });
  const rows = sessions.map((one) => ({ value: one, etag: null }));
  await process.deps.rounds.commit({ roundId, opId: newOp(), sessions: rows, audit: [] });
};

describe('the share of pairs on their rhythm', () => {
  it('[CP-72] [C-03] is worked out once a week, and read as it then was, however often and by whichever administrator', async () => {
    const round = await inPairs();
    await publishRhythms(process.deps);
    expect((await shown(round)).rhythm).toEqual({ kind: 'none', from: '2027-02-16' });
    goTo('2027-02-16T09:00');
    await publishRhythms(process.deps);
    const first = { kind: 'shown', on: '2027-02-16', share: 'at-most', percent: 50 };
    expect((await shown(round)).rhythm).toEqual(first);
    await allMeet(round, '2027-03-03');
    goTo('2027-02-19T09:00');
    await publishRhythms(process.deps);
    expect([(await shown(round)).rhythm, (await shown(round, omar)).rhythm]).toEqual([first, first]);
    goTo('2027-02-22T00:30');
    await publishRhythms(process.deps);
    expect((await shown(round)).rhythm).toEqual({ ...first, on: '2027-02-22', share: 'at-least' });
  });

  it('[CP-72] is for administrators: neither the round leader nor anybody in a pair reads it, and of no pair anything is told', async () => {
    const round = await inPairs();
    await allMeet(round, '2027-02-03');
    goTo('2027-02-16T09:00');
    await publishRhythms(process.deps);
    for (const name of ['Maya', 'Sam', 'Ruth']) {
      expect(await progressOf(process.deps, { roundId: round, actor: actor(name) })).toEqual({ ok: false, error: { code: 'not-found' } });
      expect(JSON.stringify(await myRound(process.deps, words, id(name), round))).not.toMatch(/rhythm|at-least/u);
    }
    const told = JSON.stringify([await shown(round), await overviewOf(process.deps, words, { roundId: round, actor: priya })]);
    for (const pair of await process.deps.rounds.pairs(round)) expect(told).not.toContain(pair.id);
    expect(told).not.toContain('2027-02-03');
  });

  it('[C-10] leaves behind how pairs stood for the next figure alone, and nothing once the Awayday is there', async () => {
    const round = await inPairs();
    goTo('2027-02-16T09:00');
    await publishRhythms(process.deps);
    expect((await process.deps.rounds.rhythm(round))?.value.pairIds).toHaveLength(7);
    const found = await process.deps.rounds.round(round);
    if (found === null) return expect.unreachable();
    const awayday = { value: { ...found.value, state: 'awayday' as const }, etag: found.etag };
    await process.deps.rounds.commit({ roundId: round, opId: newOp(), round: awayday, audit: [] });
    await publishRhythms(process.deps);
    expect([await process.deps.rounds.rhythm(round), (await shown(round)).rhythm.kind]).toEqual([null, 'shown']);
  });

  it('[CP-72] a stalled pair is nudged by the bot, and no administrator hears of it, by a message or on any page of theirs', async () => {
    const round = await inPairs();
    const before = JSON.stringify(await overviewOf(process.deps, words, { roundId: round, actor: priya }));
    goTo('2027-02-16T08:30');
    await planReminders(process.deps);
    const nudges = (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'rhythm-nudge').map(({ to }) => to);
    expect([...nudges].sort()).toEqual([...fourteen].sort());
    expect((await waiting(round)).filter((one) => / (?:priya|omar)$/u.test(one))).toEqual([]);
    expect(JSON.stringify(await overviewOf(process.deps, words, { roundId: round, actor: priya }))).toBe(before);
  });
});

describe('somebody whom organisers pause', () => {
  const until = plainDate('2026-12-14');
  const pause = async (round: RoundId, name: string, to: typeof until | null = until) =>
    pausePerson(process.deps, { ...asked(round), personId: id(name), until: to });

  it('is told so without a reason, is matched with nobody meanwhile, and goes on at once when they say so', async () => {
    const round = await allJoined(process, fourteen);
    await stepsOf(process, round).draft();
    value(await pause(round, 'Sam'));
    expect((await stepsOf(process, round).proposals('draft')).flatMap(({ memberIds }) => memberIds)).not.toContain(id('Sam'));
    expect(await toBeMatched(process.deps, await stepsOf(process, round).content())).not.toContain(id('Sam'));
    expect((await shown(round)).paused).toMatchObject([{ person: { id: id('Sam') }, until }]);
    const { left } = value(await boardOf(process.deps, words, { roundId: round, actor: priya }));
    expect(left.find(({ person }) => person.id === id('Sam'))?.why).toMatch(/^Paused until .*14 December 2026/u);
    const [told] = (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'paused');
    if (told === undefined) return expect.unreachable();
    const card = await renderMessage(process.deps, 'app', async () => words)(told);
    expect(card?.kind === 'card' ? textsOf(card.card).join(' ') : '').toMatch(/paused until .*14 December 2026.*not asked for a reason/u);
    value(await comeBack(process.deps, asked(round, actor('Sam'))));
    expect([await stillWanted(process.deps)(told), (await shown(round)).paused]).toEqual([false, []]);
    expect(await toBeMatched(process.deps, await stepsOf(process, round).content())).toContain(id('Sam'));
    const acts = (await process.deps.rounds.audit(round)).filter(({ action }) => action.startsWith('person.'));
    expect(acts.map(({ action, by }) => [action, by])).toEqual([
      ['person.pause', id('Priya')],
      ['person.back', id('Sam')],
    ]);
  });

  it('keeps their match, reads of no reminder until they are back, and nobody but organisers and they know', async () => {
    const round = await matched();
    value(await pause(round, 'Sam'));
    expect((await stepsOf(process, round).proposalOf(id('Sam')))?.state).toBe('sent');
    for (const day of ['2026-11-27', '2026-12-02']) {
      goTo(`${day}T08:00`);
      await planReminders(process.deps);
    }
    const reminded = (await process.deps.rounds.unsent(round)).filter(isReminder).map(({ to }) => to);
    expect([reminded.includes(id('Sam')), reminded.includes(id('Tom'))]).toEqual([false, true]);
    expect((await myRound(process.deps, words, id('Sam'), round))?.pausedUntil).toBe(until);
    expect(JSON.stringify(await myRound(process.deps, words, id('Tom'), round))).not.toContain(until);
  });

  it('a reminder that was written before waits until they are back', async () => {
    const round = await matched();
    goTo('2026-11-27T08:00');
    await planReminders(process.deps);
    const mine = (await process.deps.rounds.unsent(round)).find((one) => isReminder(one) && one.to === id('Sam'));
    if (mine === undefined) return expect.unreachable();
    value(await pause(round, 'Sam'));
    goTo('2026-11-27T10:00');
    expect(await waitsForWork(process.deps)(mine)).toMatchObject({ localIntent: '2026-12-14T09:00' });
  });

  it('[CP-72] their pair is not nudged while one of it is away, and stays counted all the same', async () => {
    const round = await inPairs();
    goTo('2027-02-10T09:00');
    value(await pause(round, 'Sam', plainDate('2027-04-01')));
    goTo('2027-02-16T08:30');
    await planReminders(process.deps);
    const nudged = (await process.deps.rounds.unsent(round)).filter(({ kind }) => kind === 'rhythm-nudge').map(({ to }) => to);
    const pair = (await process.deps.rounds.pairs(round)).find(({ memberIds }) => memberIds.includes(id('Sam')));
    expect(nudged).toHaveLength(12);
    expect(nudged.some((one) => pair?.memberIds.includes(one))).toBe(false);
    await publishRhythms(process.deps);
    expect((await process.deps.rounds.rhythm(round))?.value.pairIds).toContain(pair?.id);
  });

  it('[S-11] is no affair of anybody else, and nobody can be paused who does not belong to the round', async () => {
    const round = await matched();
    expect(await pause(round, 'Ruth')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    for (const name of ['Maya', 'Sam'])
      expect(await pausePerson(process.deps, { ...asked(round, actor(name)), personId: id('Tom'), until })).toMatchObject({
        ...{ ok: false, error: { code: 'not-found' } },
      });
    expect(await comeBack(process.deps, asked(round, actor('Ruth')))).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('more time for matches', () => {
  it('[CP-31] is given to all at once; reminders follow, nobody is written to, and one line stands in the record in any case', async () => {
    const round = await matched();
    const before = await waiting(round);
    expect((await shown(round)).matches).toEqual({ open: 7, firstDay: '2026-12-03', from: '2026-11-23', to: '2027-01-22' });
    const move = { ...asked(round), until: plainDate('2026-12-18') };
    value(await moveAnswerDay(process.deps, move));
    value(await moveAnswerDay(process.deps, move));
    expect([(await shown(round)).matches.firstDay, await waiting(round)]).toEqual(['2026-12-18', before]);
    await stepsOf(process, round).allAccept();
    value(await moveAnswerDay(process.deps, { ...asked(round), until: plainDate('2026-12-20') }));
    const acts = (await process.deps.rounds.audit(round)).filter(({ action }) => action === 'proposals.answers-by');
    expect(acts.map(({ subject }) => subject.to)).toEqual(['2026-12-18', '2026-12-20']);
  });

  it('reaches every match of a large wave, in as many steps as it takes', async () => {
    const round = await matched();
    const { content } = await stepsOf(process, round).content();
    const [one] = content.proposals;
    if (one === undefined) return expect.unreachable();
    for (const from of [0, 80]) {
      const copies = Array.from({ length: 80 }, (_none, at) => ({
        value: { ...one, id: `copy-${from + at}` as typeof one.id },
        etag: null,
      }));
      await process.deps.rounds.commit({ roundId: round, opId: newOp(), proposals: copies, audit: [] });
    }
    value(await moveAnswerDay(process.deps, { ...asked(round), until: plainDate('2026-12-18') }));
    const days = new Set((await stepsOf(process, round).proposals('sent')).map(({ answerBy }) => answerBy));
    expect([...days]).toEqual(['2026-12-18']);
  });
});
