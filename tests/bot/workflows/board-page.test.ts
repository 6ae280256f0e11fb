import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { type BoardWanted, boardPageOf } from '@coaching-pairs/bot/workflows/board-page';
import { takeDraftApart } from '@coaching-pairs/bot/workflows/edit-board';
import { proposalId } from '@coaching-pairs/shared/ids';
import { boardPageSize } from '@coaching-pairs/shared/wire/board';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { beforeAll, describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');
const crowd = Array.from({ length: 212 }, (_, index) => `Person${String(index).padStart(3, '0')}`);

/** 212 people have joined, and their 106 matches are drafted. */
const house = async () => {
  const people = [personNamed('Ruth'), ...[...crowd, 'Priya', 'Maya', 'Omar'].map((name) => personNamed(name, { under: 'Ruth' }))];
  const process = startProcess(memoryTable(), plainDirectory(people));
  const roundId = await allJoined(process, ids(...crowd));
  await stepsOf(process, roundId).draft();
  const asked = { roundId, actor: priya };
  return {
    board: async () => value(await boardOf(process.deps, words, asked)),
    page: async (wanted: BoardWanted) => value(await boardPageOf(process.deps, words, asked, wanted)),
    apart: async (draft: string) => value(await takeDraftApart(process.deps, { ...asked, opId: newOp(), proposalId: proposalId(draft) })),
    asStranger: () => boardPageOf(process.deps, words, { roundId, actor: actor('Maya') }, { view: 'drafts' }),
  };
};

let round: Awaited<ReturnType<typeof house>>;
beforeAll(async () => {
  round = await house();
});
const namesOf = (match: { readonly members: readonly { readonly name: string }[] } | undefined): readonly string[] =>
  (match?.members ?? []).map(({ name }) => name).sort();

describe('a board of more matches than one page holds', () => {
  it('carries the first of them in the order of names, counts all, and gives the others a page at a time', async () => {
    const board = await round.board();
    expect([board.drafts.length, board.counts.drafts, board.sending]).toEqual([
      boardPageSize,
      106,
      { people: 212, locked: 0, unconfirmed: 0, leader: 'none' },
    ]);
    const rest = await round.page({ view: 'drafts', after: board.drafts.at(-1)?.id ?? '' });
    expect([rest.matches.length, rest.total, rest.next]).toEqual([6, 106, null]);
    const firsts = [...board.drafts, ...rest.matches].map((match) => namesOf(match)[0]);
    expect(firsts).toEqual([...firsts].sort());
    expect(new Set([...board.drafts, ...rest.matches].flatMap(namesOf)).size).toBe(212);
    const whole = await round.page({ view: 'drafts' });
    expect([whole.matches, whole.next]).toEqual([board.drafts, board.drafts.at(-1)?.id]);
  });

  it('is searched as a whole by part of a name, and says where one person stands', async () => {
    const last = (await round.page({ view: 'drafts', after: (await round.board()).drafts.at(-1)?.id ?? '' })).matches.at(-1);
    const [name = ''] = namesOf(last);
    expect((await round.page({ view: 'drafts', text: ` ${name.toUpperCase()}` })).matches).toEqual([last]);
    expect((await round.page({ view: 'drafts', holding: id(name) })).matches).toEqual([last]);
    expect((await round.page({ view: 'drafts', text: 'person00' })).total).toBeGreaterThan(4);
    expect((await round.page({ view: 'pairs' })).total).toBe(0);
    expect((await round.page({ view: 'drafts', fresh: true })).total).toBe(0);
  });

  it('lists who is left over in the same way, and nothing to whoever is no administrator of the round', async () => {
    const [, second] = (await round.board()).drafts;
    await round.apart(second?.id ?? '');
    const board = await round.board();
    const [one = '', other = ''] = namesOf(second);
    expect([board.counts.left, board.left.map(({ person }) => person.name).sort()]).toEqual([2, [one, other]]);
    expect((await round.page({ view: 'left', text: one })).left.map(({ person }) => person.name)).toEqual([one]);
    expect(await round.page({ view: 'drafts', holding: id(other) })).toMatchObject({ matches: [], left: [{ person: { name: other } }] });
    expect(await round.asStranger()).toEqual({ ok: false, error: { code: 'not-found' } });
  });
});
