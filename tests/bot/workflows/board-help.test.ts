import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { helpFor, keptRelaxations } from '@coaching-pairs/bot/workflows/board-help';
import { checkPeople, draftByHand, lockDraft, takeDraftApart } from '@coaching-pairs/bot/workflows/edit-board';
import type { Relaxation } from '@coaching-pairs/shared/matching/relaxations/relaxation';
import { costText } from '@coaching-pairs/shared/words/cost-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { company, personNamed, someday } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');
const care = ['Sam', 'Tom', 'Lena', 'Aisha'];
const others = ['Maya', 'Priya'];
const nothing = { repeats: [], reach: [], split: [] };

/** A round in which four of six work in one function, with its drafts. */
const drafted = async () => {
  const people = [
    personNamed('Ruth'),
    personNamed('Omar', { under: 'Ruth' }),
    ...care.map((name) => personNamed(name, { under: 'Ruth', department: 'Care' })),
    ...others.map((name) => personNamed(name, { under: 'Ruth' })),
  ];
  const process = startProcess(memoryTable(), plainDirectory(people));
  const roundId = await allJoined(process, ids(...care, ...others));
  await stepsOf(process, roundId).draft();
  const asked = { roundId, actor: priya };
  return {
    board: async () => value(await boardOf(process.deps, words, asked)),
    check: async (...names: readonly string[]) =>
      value(await checkPeople(process.deps, { roundId, actor: actor('Omar'), memberIds: ids(...names) })),
    process,
    roundId,
  };
};

describe('a draft that cannot give everybody a partner', () => {
  it('says on the board what would help, with what it brings and where it is done', async () => {
    const { board } = await drafted();
    const { left, help } = await board();
    expect(left).toHaveLength(2);
    expect(help).toEqual([
      {
        text: 'Invite 2 more people from outside Care, and outside their lines of management. 2 people more would have a partner.',
        step: 'invitations',
        ...nothing,
        done: false,
      },
    ]);
  });

  it('says nothing any more once those who were left are free no longer', async () => {
    const { board, process, roundId } = await drafted();
    const { left } = await board();
    for (const { person } of left) await stepsOf(process, roundId).sitOut(person.name);
    expect(await board()).toMatchObject({ left: [], help: [] });
  });

  it('says so where a lock by hand is in the way, until nothing is locked any more', async () => {
    const people = [
      personNamed('Ruth'),
      ...['Omar', 'Maya', 'Priya', 'Ines', 'Karl'].map((name) => personNamed(name, { under: 'Ruth' })),
      ...['Sam', 'Tom'].map((name) => personNamed(name, { under: 'Ruth', department: 'Care' })),
    ];
    const process = startProcess(memoryTable(), plainDirectory(people));
    const roundId = await allJoined(process, ids('Sam', 'Tom', 'Ines', 'Karl'));
    const steps = stepsOf(process, roundId);
    await steps.draft();
    for (const { id: proposalId } of await steps.proposals('draft'))
      value(await takeDraftApart(process.deps, { ...steps.asked(), proposalId }));
    value(await draftByHand(process.deps, { ...steps.asked(), memberIds: ids('Ines', 'Karl') }));
    const [locked] = await steps.proposals('draft');
    if (locked === undefined) return expect.unreachable();
    value(await lockDraft(process.deps, { ...steps.asked(), proposalId: locked.id, locked: true }));
    await steps.draft();
    const unlock = async () => value(await boardOf(process.deps, words, { roundId, actor: priya })).help[0];
    const text = 'Unlock what is locked below, and draft again. 2 people more would have a partner.';
    expect(await unlock()).toEqual({ text, step: null, ...nothing, done: false });
    value(await lockDraft(process.deps, { ...steps.asked(), proposalId: locked.id, locked: false }));
    expect(await unlock()).toMatchObject({ text, done: true });
    await steps.draft();
    expect((await steps.proposals('draft')).flatMap(({ memberIds }) => memberIds)).toHaveLength(4);
  });

  it('keeps only what is done on a page of the round', () => {
    const rest = { paired: 2, givenUp: 1, lessPerPair: 0 };
    const members = [id('Sam'), id('Tom')] as const;
    const repeats = { change: { code: 'repeats', pairs: [{ members, roundsAgo: 1 }] } as const, ...rest };
    expect(keptRelaxations([repeats])).toEqual([repeats]);
    expect(keptRelaxations([{ ...repeats, givenUp: 41 }])).toEqual([]);
    expect(keptRelaxations([{ change: { code: 'kept-apart', pairs: [members] }, ...rest }])).toEqual([]);
    const reach = { change: { code: 'reach', decisions: [{ personId: id('Sam'), levels: 1, partnerId: id('Tom') }] } as const, ...rest };
    expect(keptRelaxations([reach])).toEqual([reach]);
    expect(keptRelaxations([{ ...reach, givenUp: 41 }])).toEqual([]);
  });

  it('says of each offer whether it has been taken up since', () => {
    const rest = { paired: 2, givenUp: 1, lessPerPair: 0 };
    const members = [id('Sam'), id('Tom')] as const;
    const all = company().has('Sam', { department: 'Care' }).has('Tom', { department: 'Homes' });
    const act = { by: id('Priya'), at: someday };
    const done = (change: Relaxation['change'], organisation = all.organisation(), round = {}): readonly boolean[] =>
      helpFor(
        { words, round: { reach: [], repeats: [], ...round }, organisation },
        { help: keptRelaxations([{ change, ...rest }]), unlocking: 0 },
        0,
      ).map((offer) => offer.done);
    const repeats = { code: 'repeats', pairs: [{ members, roundsAgo: 1 }] } as const;
    expect(done(repeats)).toEqual([false]);
    expect(done(repeats, all.organisation(), { repeats: [{ memberIds: [id('Tom'), id('Sam')], ...act }] })).toEqual([true]);
    const reach = { code: 'reach', decisions: [{ personId: id('Sam'), levels: 2, partnerId: id('Tom') }] } as const;
    const nearer = { personId: id('Sam'), levels: 1, partnerId: id('Sam') };
    const decided = (levels: number | 'whole') => ({ reach: [{ personId: id('Sam'), levels, ...act }] });
    expect(done(reach, all.organisation(), decided(3))).toEqual([false]);
    expect(done(reach, all.organisation(), decided('whole'))).toEqual([false]);
    expect(done(reach, all.organisation(), decided(2))).toEqual([true]);
    const offer = helpFor(
      { words, round: { reach: [], repeats: [] }, organisation: all.organisation() },
      { help: keptRelaxations([{ change: { ...reach, decisions: [...reach.decisions, nearer] }, ...rest }]), unlocking: 0 },
      0,
    );
    expect(offer).toMatchObject([{ reach: [{ person: { name: 'Sam' }, levels: 1, partners: [{ name: 'Tom' }, { name: 'Sam' }] }] }]);
    const split = { code: 'split-function', functionName: 'People', departments: ['Care', 'Homes'] } as const;
    expect(done(split, all.group('People', 'Care', 'Homes').organisation())).toEqual([false]);
    expect(done(split)).toEqual([true]);
    expect(done({ code: 'invite', count: 2, functions: [] })).toEqual([false]);
  });
});

describe('whoever thinks of putting two people together', () => {
  it('reads what it would cost all matches together, and of a refused pair only the rule', async () => {
    const { board, check } = await drafted();
    const [first] = (await board()).drafts;
    expect((await check(...(first?.members ?? []).map(({ name }) => name))).cost).toMatchObject({ unpaired: 0 });
    const bad = await check('Maya', 'Priya');
    expect(bad.cost).toMatchObject({ unpaired: 2 });
    expect(bad.cost && costText(words, bad.cost)).toBe(
      'Kept together, 2 people more would stay without a match. This would leave Care 2 short.',
    );
    expect(await check('Sam', 'Tom')).toMatchObject({ reasons: [{ code: 'same-function' }], cost: null });
  });
});
