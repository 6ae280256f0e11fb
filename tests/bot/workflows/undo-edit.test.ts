import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { draftByHand, lockDraft, swapPeople, takeDraftApart } from '@coaching-pairs/bot/workflows/edit-board';
import { undoLastEdit } from '@coaching-pairs/bot/workflows/undo-edit';
import { operationId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, startProcess, value } from './world.js';

const names = ['Maya', 'Sam', 'Tom', 'Lena', 'Aisha', 'Priya', 'Omar', 'Jonas'];
const team = ids('Sam', 'Tom', 'Lena', 'Aisha');
const movedOn = { ok: false, error: { code: 'board-moved-on' } };

/** A round with its first drafts, and what Omar and Priya do to them. */
const drafted = async () => {
  const people = [personNamed('Ruth'), ...names.map((name) => personNamed(name, { under: 'Ruth' }))];
  const process = startProcess(memoryTable(), plainDirectory(people));
  const round = await allJoined(process, team);
  const steps = stepsOf(process, round);
  await steps.draft();
  const asked = (by = 'Omar') => ({ roundId: round, opId: newOp(), actor: actor(by) });
  const board = async (viewer = 'Omar') => value(await boardOf(process.deps, wordsFor('en-GB'), { roundId: round, actor: actor(viewer) }));
  return {
    ...{ process, round, steps, asked, board },
    undo: async (by = 'Omar', editId?: string) =>
      undoLastEdit(process.deps, { ...asked(by), editId: operationId(editId ?? (await board()).undo?.id ?? 'none') }),
    /** Somebody of the first draft and somebody of the second. */
    two: async () => {
      const [first, second] = await steps.proposals('draft');
      return { one: first?.memberIds[0] ?? id(''), other: second?.memberIds[0] ?? id('') };
    },
  };
};

describe('what was done to drafts by hand', () => {
  it('is taken back one after the other, by whoever administers the round, until the drafts stand exactly as they were made', async () => {
    const { process, steps, asked, board, undo, two } = await drafted();
    const before = await steps.proposals('draft');
    expect((await board()).undo).toBeNull();
    value(await swapPeople(process.deps, { ...asked(), ...(await two()) }));
    const [made] = await steps.proposals('draft');
    if (made === undefined) return expect.unreachable();
    value(await lockDraft(process.deps, { ...asked(), proposalId: made.id, locked: true }));
    const [, other] = await steps.proposals('draft');
    value(await takeDraftApart(process.deps, { ...asked('Priya'), proposalId: other?.id ?? made.id }));
    value(await draftByHand(process.deps, { ...asked('Priya'), memberIds: other?.memberIds ?? [] }));
    expect((await board('Omar')).undo?.text).toMatch(/^Priya: .+ and .+ were put together$/);
    expect((await board('Priya')).undo?.text).toMatch(/^[^:]+ were put together$/);
    for (const by of ['Priya', 'Omar', 'Omar', 'Omar']) value(await undo(by));
    expect(await steps.proposals('draft')).toEqual(before);
    expect((await board()).undo).toBeNull();
    const acts = (await process.deps.rounds.audit((await steps.content()).round.value.id)).map(({ action }) => action);
    expect(acts.filter((action) => action === 'draft.undo')).toHaveLength(4);
  });

  it('[R-12] is not taken back once somebody else has gone on, whoever comes second', async () => {
    const { process, steps, asked, board, undo, two } = await drafted();
    value(await swapPeople(process.deps, { ...asked(), ...(await two()) }));
    const editId = (await board()).undo?.id ?? '';
    const [first] = await steps.proposals('draft');
    if (first === undefined) return expect.unreachable();
    value(await lockDraft(process.deps, { ...asked('Priya'), proposalId: first.id, locked: true }));
    expect(await undo('Omar', editId)).toEqual(movedOn);
    const latest = (await board()).undo?.id ?? '';
    const both = await Promise.all([undo('Omar', latest), undo('Priya', latest)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    for (const by of ['Maya', 'Jonas']) expect(await undo(by)).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('is not taken back once somebody has left, nor after drafting again or sending', async () => {
    const { process, steps, asked, board, undo, two } = await drafted();
    const { one, other } = await two();
    value(await swapPeople(process.deps, { ...asked(), one, other }));
    value(await steps.sitOut(other));
    expect(await undo()).toEqual(movedOn);
    value(await steps.join(other));
    await steps.draft();
    expect((await board()).undo).toBeNull();
    const [draft] = await steps.proposals('draft');
    if (draft !== undefined) value(await lockDraft(process.deps, { ...asked(), proposalId: draft.id, locked: true }));
    const editId = (await board()).undo?.id ?? '';
    await steps.send();
    expect((await board()).undo).toBeNull();
    expect(await undo('Omar', editId)).toEqual(movedOn);
  });
});

describe('a match that was locked', () => {
  it('is neither swapped with nor taken apart, by whoever asks, until it is unlocked; then all of it is taken back again', async () => {
    const { process, steps, asked, undo, two } = await drafted();
    const before = await steps.proposals('draft');
    const { one, other } = await two();
    const [first, second] = before;
    if (first === undefined || second === undefined) return expect.unreachable();
    const lock = (locked: boolean) => lockDraft(process.deps, { ...asked('Priya'), proposalId: second.id, locked });
    value(await lock(true));
    const refused = { ok: false, error: { code: 'draft-locked', personIds: second.memberIds } };
    for (const by of ['Omar', 'Priya'] as const) {
      expect(await swapPeople(process.deps, { ...asked(by), one, other })).toEqual(refused);
      expect(await takeDraftApart(process.deps, { ...asked(by), proposalId: second.id })).toEqual(refused);
    }
    expect(await steps.proposals('draft')).toEqual(before.map((draft) => ({ ...draft, locked: draft.id === second.id })));
    value(await lock(false));
    value(await takeDraftApart(process.deps, { ...asked(), proposalId: second.id }));
    for (const by of ['Priya', 'Omar', 'Omar']) value(await undo(by));
    expect(await steps.proposals('draft')).toEqual(before);
  });
});

describe('drafting again', () => {
  it('tells the board what has stayed, what is new and what is gone; a first draft has nothing to be beside', async () => {
    const { steps, board } = await drafted();
    expect((await board()).changes).toBeNull();
    const before = await steps.proposals('draft');
    const gone = before.find(({ memberIds }) => memberIds.includes(id('Sam')));
    value(await steps.sitOut('Sam'));
    await steps.draft();
    const { changes, drafts } = await board();
    expect(changes).toMatchObject({ kept: 0, fresh: 1, goneInAll: 2 });
    expect(changes?.gone.map((members) => members.map((one) => one.id))).toContainEqual(gone?.memberIds);
    expect(drafts.map(({ fresh }) => fresh)).toEqual([true]);
    await steps.draft();
    expect(await board()).toMatchObject({ changes: { kept: 1, fresh: 0, gone: [], goneInAll: 0 }, drafts: [{ fresh: false }] });
  });
});
