import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { draftMatches } from '@coaching-pairs/bot/workflows/draft-matches';
import { draftNumbersOf } from '@coaching-pairs/bot/workflows/draft-numbers';
import { lockDraft } from '@coaching-pairs/bot/workflows/edit-board';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import type { OddChoice } from '@coaching-pairs/shared/wire/board';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { invariantsHold } from './invariants.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { id, ids, newOp, type Process, plainDirectory, priya, standings, startProcess, value } from './world.js';

const names = ['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar', 'Jonas'];
const five = ids('Sam', 'Tom', 'Lena', 'Aisha', 'Maya');
const words = wordsFor('en-GB');
const standBy = (name: string): OddChoice => ({ kind: 'reserve', personId: id(name) });
let process: Process;
const houseOf = (people: readonly string[]): Process =>
  startProcess(memoryTable(), plainDirectory([personNamed('Ruth'), ...people.map((name) => personNamed(name, { under: 'Ruth' }))]));
beforeEach(() => {
  process = houseOf(names);
});

/** A round in which these have joined, and what its administrators do and see. */
const joined = async (people = five) => {
  const roundId = await allJoined(process, people);
  const steps = stepsOf(process, roundId);
  const asked = { roundId, actor: priya };
  return {
    roundId,
    steps,
    asks: (odd?: OddChoice) => draftMatches(process.deps, { ...asked, opId: newOp(), odd }),
    drafts: async (odd?: OddChoice) => process.through(await draftMatches(process.deps, { ...asked, opId: newOp(), odd })),
    board: async () => value(await boardOf(process.deps, words, asked)),
    searches: async (query: string) => {
      const { count, people: found } = value(await draftNumbersOf(process.deps, { ...asked, query }));
      return { count, found: found.map(({ name }) => name) };
    },
    numbers: async () => {
      const { people: free, choice, reserve } = value(await draftNumbersOf(process.deps, { ...asked, query: '' }));
      return { free: free.map((one) => one.id), choice, reserve: reserve?.id ?? null };
    },
    notice: async () => value(await overviewOf(process.deps, words, asked)).notices.find(({ code }) => code === 'odd-number')?.text,
  };
};

describe('an odd number of people to match', () => {
  it('is told before the first draft, the round leader and the people partner first, and a match of three is what stands there', async () => {
    const { numbers } = await joined([...five, id('Priya'), id('Omar')]);
    const { free, ...rest } = await numbers();
    expect(free.slice(0, 2).sort()).toEqual(ids('Maya', 'Priya'));
    expect([...free].sort()).toEqual([...five, id('Priya'), id('Omar')].sort());
    expect(rest).toEqual({ choice: 'trio', reserve: null });
  });

  it('of many lists the first who may stand by, and finds the others by part of a name', async () => {
    const crowd = Array.from({ length: 25 }, (_, index) => `Person${String(index).padStart(2, '0')}`);
    process = houseOf([...names, ...crowd]);
    const { searches } = await joined([...ids(...crowd), id('Priya')]);
    const { count, found } = await searches('');
    expect([count, found.length, found[0]]).toEqual([26, 20, 'Priya']);
    expect([...(await searches(' PERSON2')).found].sort()).toEqual(crowd.slice(20));
    expect((await searches('nobody')).found).toEqual([]);
  });

  it('becomes one match of three, whose three links stand on the board with a reason each', async () => {
    const { board, drafts, notice } = await joined();
    await drafts({ kind: 'trio' });
    const found = await board();
    expect([found.left, await notice()]).toEqual([[], undefined]);
    expect(found.drafts.map(({ members }) => members.length).sort()).toEqual([2, 3]);
    for (const { members, links } of found.drafts) {
      const [a, b, c] = members.map((one) => one.id);
      const twos = [
        [a, b],
        [a, c],
        [b, c],
      ];
      expect(links.map((link) => link.members.map((one) => one.id))).toEqual(members.length === 3 ? twos : []);
      for (const { reasons } of links) expect(reasons).not.toEqual([]);
    }
  });

  it('leaves whoever stands by without a match and without a word; drafted again, they still stand by', async () => {
    const { board, drafts, numbers, steps, roundId } = await joined();
    await drafts(standBy('Sam'));
    expect(await numbers()).toMatchObject({ choice: 'reserve', reserve: id('Sam') });
    await drafts(standBy('Sam'));
    const { left, drafts: made } = await board();
    expect(left.map(({ person, standsBy }) => [person.id, standsBy])).toEqual([[id('Sam'), true]]);
    expect(left[0]?.why).toContain('Stands by');
    expect(made.map(({ members }) => members.length)).toEqual([2, 2]);
    await steps.send();
    expect((await standings(process.deps, roundId)).filter((one) => one.startsWith(id('Sam')))).toEqual([`${id('Sam')}: joined none`]);
    const told = (await process.deps.rounds.unsent(roundId)).filter(({ to }) => to === id('Sam')).map(({ kind }) => kind);
    expect(told).not.toContain('proposal');
    await invariantsHold(process.deps.rounds, roundId);
  });

  it('whoever stood by is matched as soon as a match comes to nothing: what was chosen counts until matches are sent', async () => {
    const { drafts, numbers, steps, board, roundId } = await joined();
    await drafts(standBy('Sam'));
    await steps.send();
    const [first] = await steps.proposals('sent');
    value(await steps.decline(first?.memberIds[0] ?? '', first));
    expect(await numbers()).toMatchObject({ choice: 'trio', reserve: null });
    expect((await numbers()).free).toHaveLength(3);
    await drafts({ kind: 'trio' });
    const { drafts: made, left } = await board();
    expect(made.map(({ members }) => members.map((one) => one.id))).toEqual([expect.arrayContaining([id('Sam')])]);
    expect(left.map(({ standsBy, why }) => [standsBy, why.split('.')[0]])).toEqual([
      [false, 'An odd number is free, so one person is left over'],
    ]);
    await invariantsHold(process.deps.rounds, roundId);
  });

  it('is even again once one more has joined: then whoever was to stand by is matched too', async () => {
    const { drafts, steps, board, notice } = await joined([...five, id('Jonas')]);
    value(await steps.sitOut('Jonas'));
    await drafts(standBy('Sam'));
    expect(await notice()).toContain('5 people are free for a match, an odd number');
    value(await steps.join('Jonas'));
    await drafts(standBy('Sam'));
    expect([(await board()).left, (await board()).drafts.length, await notice()]).toEqual([[], 3, undefined]);
  });
});

describe('who may stand by', () => {
  it('is somebody who joined and is in no locked draft; whoever steps back is chosen no more', async () => {
    const { asks, drafts, steps, numbers, roundId, board } = await joined([...five, id('Jonas'), id('Omar')]);
    value(await steps.sitOut('Omar'));
    expect(await asks(standBy('Omar'))).toEqual({ ok: false, error: { code: 'reserve-not-free', personId: id('Omar') } });
    value(await steps.sitOut('Jonas'));
    await drafts(standBy('Sam'));
    const [locked] = (await board()).drafts;
    const [proposal] = (await steps.proposals('draft')).filter((one) => one.id === locked?.id);
    if (proposal === undefined) throw new Error('no draft');
    value(await lockDraft(process.deps, { roundId, actor: priya, opId: newOp(), proposalId: proposal.id, locked: true }));
    expect((await numbers()).free).toHaveLength(3);
    const [held = id('')] = proposal.memberIds;
    expect(await asks({ kind: 'reserve', personId: held })).toEqual({ ok: false, error: { code: 'reserve-not-free', personId: held } });
    value(await steps.sitOut('Sam'));
    expect(await numbers()).toMatchObject({ choice: 'trio', reserve: null });
  });

  it('[S-11] is never somebody of whom the round knows nothing', async () => {
    const { asks } = await joined();
    expect(await asks(standBy('Ruth'))).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('a choice that is overtaken while the work waits is told in words, and drafts nothing', async () => {
    const { asks, steps, roundId } = await joined();
    const begun = await asks(standBy('Sam'));
    value(await steps.sitOut('Sam'));
    const ended = await process.through(begun);
    expect(ended).toMatchObject({ state: 'failed', refusal: { code: 'reserve-not-free', personId: id('Sam') } });
    const { works } = value(await overviewOf(process.deps, words, { roundId, actor: priya }));
    expect(works[0]?.text).toContain('Sam cannot stand by');
    expect(await steps.proposals('draft')).toEqual([]);
  });
});
