import { correctPerson } from '@coaching-pairs/bot/workflows/correct-people';
import { draftByHand } from '@coaching-pairs/bot/workflows/edit-board';
import { keptApartIn, recordApart } from '@coaching-pairs/bot/workflows/keep-apart';
import { type PeopleWanted, peopleOf } from '@coaching-pairs/bot/workflows/people-page';
import { readAgain } from '@coaching-pairs/bot/workflows/read-directory';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, kickedOff, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');
const names = ['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar', 'Zoë'];

const house = (more: readonly string[] = []) => {
  const people = [personNamed('Ruth'), ...[...names, ...more].map((name) => personNamed(name, { under: 'Ruth' }))];
  return startProcess(memoryTable(), plainDirectory(people));
};

const asks = (process: ReturnType<typeof house>, roundId: Awaited<ReturnType<typeof kickedOff>>) => ({
  people: async (wanted: PeopleWanted = {}) => value(await peopleOf(process.deps, words, { roundId, actor: priya }, wanted)),
  names: async (wanted: PeopleWanted = {}) =>
    value(await peopleOf(process.deps, words, { roundId, actor: priya }, wanted)).people.map(({ person }) => person.name),
  apart: (one: string, other: string, apart = true, by = priya) =>
    recordApart(process.deps, { roundId, opId: newOp(), actor: by, pair: [id(one), id(other)], apart }),
  list: async (by = priya) => value(await keptApartIn(process.deps, words, { roundId, actor: by })).pairs,
  corrects: (who: string, what: Omit<Parameters<typeof correctPerson>[1], 'roundId' | 'opId' | 'actor' | 'personId'>) =>
    correctPerson(process.deps, { roundId, opId: newOp(), actor: priya, personId: id(who), ...what }),
});

describe('the people of a round', () => {
  it('come a page at a time in the order of names, and all of them once', async () => {
    const crowd = Array.from({ length: 150 }, (_, index) => `Person${String(index).padStart(3, '0')}`);
    const process = house(crowd);
    const round = asks(process, await kickedOff(process, ids(...crowd, 'Zoë')));
    const first = await round.people();
    const second = await round.people({ after: first.next ?? '' });
    expect([first.people.length, first.total, second.next]).toEqual([100, 151, null]);
    expect([...first.people, ...second.people].map(({ person }) => person.name)).toEqual([...crowd, 'Zoë']);
    expect((await round.people({ text: 'person14' })).total).toBe(10);
    expect(await round.names({ after: 'nobody', text: 'zoe' })).toEqual(['Zoë']);
  });

  it('stand in one order beside the people of other rounds, whoever was asked for first', async () => {
    const process = house(['Émile']);
    const one = asks(process, await kickedOff(process, ids('Tom', 'Lena')));
    const other = asks(process, await kickedOff(process, ids('Sam', 'Aisha', 'Émile'), { name: 'Another' }));
    expect(await one.names()).toEqual(['Lena', 'Tom']);
    expect(await other.names()).toEqual(['Aisha', 'Émile', 'Sam']);
    expect([await one.names(), await one.names({ after: id('Lena') })]).toEqual([['Lena', 'Tom'], ['Tom']]);
  });

  it('are found by name or function however it is written, by answer, chain and whether they were put right', async () => {
    const process = house();
    const roundId = await allJoined(process, ids('Sam', 'Tom', 'Lena', 'Zoë'));
    const round = asks(process, roundId);
    value(await round.corrects('Tom', { functionName: 'Énergie', dottedManagerId: id('Lena') }));
    value(await round.corrects('Sam', { managerId: null }));
    expect(await round.names({ text: 'energ' })).toEqual(['Tom']);
    expect(await round.names({ functionName: 'Énergie' })).toEqual(['Tom']);
    expect(await round.names({ corrected: 'yes' })).toEqual(['Sam', 'Tom']);
    expect(await round.names({ answer: 'none' })).toEqual([]);
    expect(await round.names({ partner: 'none' })).toEqual(['Lena', 'Sam', 'Tom', 'Zoë']);
    expect(await round.names({ chain: 'unconfirmed' })).toEqual([]);
    expect((await round.people()).functions).toEqual(['Énergie', 'Lena', 'Sam', 'Zoë']);
    expect((await round.people({ text: 'tom' })).people[0]).toMatchObject({
      ...{ corrected: ['functionName', 'dottedManagerId'], secondManager: { name: 'Lena' }, directoryManager: { name: 'Ruth' } },
    });
  });

  it('[CP-24b] what was put right outlasts the next reading of the directory, and goes once it is taken back', async () => {
    const process = house();
    const roundId = await kickedOff(process, ids('Sam', 'Tom'));
    const round = asks(process, roundId);
    value(await round.corrects('Tom', { managerId: id('Sam'), functionName: 'Care' }));
    await process.through(await readAgain(process.deps, { roundId, opId: newOp(), actor: priya }));
    const tom = async () => (await round.people({ text: 'tom' })).people[0];
    expect(await tom()).toMatchObject({ manager: { name: 'Sam' }, person: { functionName: 'Care' }, directoryManager: { name: 'Ruth' } });
    value(await round.corrects('Tom', { takesBack: ['managerId', 'functionName'] }));
    expect(await tom()).toMatchObject({ manager: { name: 'Ruth' }, person: { functionName: 'Tom' }, corrected: [] });
    expect(await round.corrects('Sam', { dottedManagerId: id('Sam') })).toMatchObject({ error: { code: 'manager-circle' } });
  });

  it('[CP-22] a second manager is no partner, and whoever has them is drafted with somebody else', async () => {
    const process = house();
    const roundId = await allJoined(process, ids('Sam', 'Tom'));
    value(await asks(process, roundId).corrects('Tom', { dottedManagerId: id('Sam') }));
    const steps = stepsOf(process, roundId);
    await steps.draft();
    expect(await steps.proposals('draft')).toEqual([]);
    const pair = await draftByHand(process.deps, { ...steps.asked(), memberIds: ids('Sam', 'Tom') });
    expect(pair).toMatchObject({ error: { code: 'rule', reasons: [{ code: 'dotted-line', upper: id('Sam') }] } });
  });
});

describe('people who are kept apart', () => {
  it('are drafted together in no round, and again once it is taken back; why is kept nowhere', async () => {
    const process = house();
    const roundId = await allJoined(process, ids('Sam', 'Tom'));
    const round = asks(process, roundId);
    value(await round.apart('Tom', 'Sam'));
    expect(await round.list()).toMatchObject([{ people: [{ name: 'Sam' }, { name: 'Tom' }], by: { name: 'Priya' } }]);
    for (const id of [roundId, await allJoined(process, ids('Sam', 'Tom'), { name: 'Another' })]) {
      const steps = stepsOf(process, id);
      await steps.draft();
      expect(await steps.proposals('draft')).toEqual([]);
    }
    value(await round.apart('Sam', 'Tom', false));
    expect(await round.list()).toEqual([]);
    await stepsOf(process, roundId).draft();
    expect(await stepsOf(process, roundId).proposals('draft')).toHaveLength(1);
  });

  it('[S-11] are told of to administrators of a round they both belong to, and to neither of the two', async () => {
    const process = house();
    const both = asks(process, await kickedOff(process, ids('Sam', 'Omar', 'Tom')));
    const other = asks(process, await kickedOff(process, ids('Sam', 'Lena'), { name: 'Another' }));
    value(await both.apart('Sam', 'Tom'));
    value(await both.apart('Omar', 'Tom'));
    expect(await other.list()).toEqual([]);
    expect(await other.apart('Sam', 'Tom')).toMatchObject({ error: { code: 'not-found' } });
    expect((await both.list()).length).toBe(2);
    expect((await both.list(actor('Omar'))).map(({ people }) => people.map(({ name }) => name))).toEqual([['Sam', 'Tom']]);
    expect(await both.apart('Omar', 'Tom', false, actor('Omar'))).toMatchObject({ error: { code: 'own-match' } });
  });

  it('whose match is drafted are to be taken apart first; what another round has drafted is not sent', async () => {
    const process = house();
    const roundId = await allJoined(process, ids('Sam', 'Tom'));
    const steps = stepsOf(process, roundId);
    await steps.draft();
    expect(await asks(process, roundId).apart('Sam', 'Tom')).toMatchObject({ error: { code: 'repeat-in-use' } });
    const another = asks(process, await kickedOff(process, ids('Sam', 'Tom'), { name: 'Another' }));
    value(await another.apart('Sam', 'Tom'));
    await expect(steps.send()).rejects.toThrow('kept-apart');
  });
});
