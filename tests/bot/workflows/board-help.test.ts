import { inOwnThread } from '@coaching-pairs/bot/matching/in-own-thread';
import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { keptRelaxations } from '@coaching-pairs/bot/workflows/board-help';
import { checkPeople } from '@coaching-pairs/bot/workflows/edit-board';
import { costOf } from '@coaching-pairs/bot/workflows/weigh-people';
import { problemOf } from '@coaching-pairs/shared/matching/problem';
import { plainRules } from '@coaching-pairs/shared/matching/rules';
import { costText } from '@coaching-pairs/shared/words/cost-text';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { company, personNamed, someday } from '../../shared/organisation/company.js';
import { movableClock } from '../delivery/delivery-harness.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { id, ids, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');
const care = ['Sam', 'Tom', 'Lena', 'Aisha'];
const others = ['Maya', 'Priya'];

/** A round in which four of six work in one function, with its drafts. */
const drafted = async () => {
  const people = [
    personNamed('Ruth'),
    personNamed('Omar', { under: 'Ruth' }),
    ...care.map((name) => personNamed(name, { under: 'Ruth', department: 'Care' })),
    ...others.map((name) => personNamed(name, { under: 'Ruth' })),
  ];
  const process = startProcess(memoryTable(), plainDirectory(people), movableClock(), 'one', inOwnThread());
  const roundId = await allJoined(process, ids(...care, ...others));
  await stepsOf(process, roundId).draft();
  const asked = { roundId, actor: priya };
  return {
    board: async () => value(await boardOf(process.deps, words, asked)),
    check: async (...names: readonly string[]) => value(await checkPeople(process.deps, { ...asked, memberIds: ids(...names) })),
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
      },
    ]);
  });

  it('says nothing any more once those who were left are free no longer', async () => {
    const { board, process, roundId } = await drafted();
    const { left } = await board();
    for (const { person } of left) await stepsOf(process, roundId).sitOut(person.name);
    expect(await board()).toMatchObject({ left: [], help: [] });
  });

  it('keeps only what is done on a page of the round', () => {
    const rest = { paired: 2, givenUp: 1, lessPerPair: 0 };
    const members = [id('Sam'), id('Tom')] as const;
    expect(keptRelaxations([{ change: { code: 'repeats', pairs: [{ members, roundsAgo: 1 }] }, ...rest }])).toEqual([]);
    expect(keptRelaxations([{ change: { code: 'kept-apart', pairs: [members] }, ...rest }])).toEqual([]);
    const reach = { change: { code: 'reach', decisions: [{ personId: id('Sam'), levels: 1, partnerId: id('Tom') }] } as const, ...rest };
    expect(keptRelaxations([reach])).toEqual([reach]);
    expect(keptRelaxations([{ ...reach, givenUp: 41 }])).toEqual([]);
  });
});

describe('whoever thinks of putting two people together', () => {
  it('reads what it would cost all matches together, and of a refused pair only the rule', async () => {
    const { board, check } = await drafted();
    const [first] = (await board()).drafts;
    expect((await check(...(first?.members ?? []).map(({ name }) => name))).cost).toMatchObject({ unpaired: 0 });
    const bad = await check('Maya', 'Priya');
    expect(bad.cost).toMatchObject({ unpaired: 2 });
    expect(bad.cost && costText(words, bad.cost)).toBe('Kept together, 2 people more would stay without a match.');
    expect(await check('Sam', 'Tom')).toMatchObject({ reasons: [{ code: 'same-function' }], cost: null });
  });

  it('[CP-24c] cannot work out from it who trusts whom', () => {
    const all = ['Ana', 'Ben', 'Cem', 'Dee', 'Eve', 'Fay'].reduce((so, name) => so.has(name), company());
    const people = all.people.map((person) => person.id);
    const plain = plainRules(all.organisation(), someday);
    const trusts = [
      { by: id('Ana'), in: id('Dee') },
      { by: id('Dee'), in: id('Ana') },
    ];
    for (const one of people) {
      for (const other of people) {
        if (one === other) continue;
        const cost = costOf(problemOf(people, { ...plain, trusts }, { seed: 1 }), [one, other]);
        expect(cost).toEqual(costOf(problemOf(people, plain, { seed: 1 }), [one, other]));
      }
    }
  });

  it('is told it in words: nothing, points beside what all are worth, or people without a match', () => {
    const some = { unpaired: 0, leaderAlone: false, points: 0, ofPoints: 2_900 };
    expect(costText(words, some)).toMatch(/^Costs nothing/u);
    expect(costText(words, { ...some, points: 1 })).toContain('lose 1 point of 2,900.');
    expect(costText(words, { ...some, leaderAlone: true })).toBe('Kept together, the round leader would stay without a match.');
    expect(costOf(problemOf([], plainRules(company().organisation(), someday), { seed: 1 }), ids('Sam', 'Tom', 'Lena'))).toBeNull();
  });
});
