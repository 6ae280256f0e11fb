import { endRound } from '@coaching-pairs/bot/workflows/close-round';
import { checkPeople, draftByHand, takeDraftApart } from '@coaching-pairs/bot/workflows/edit-board';
import { nomineesOf } from '@coaching-pairs/bot/workflows/nominees';
import { otherPartnersOf } from '@coaching-pairs/bot/workflows/other-partners';
import { reconcile } from '@coaching-pairs/bot/workflows/reconcile';
import { peopleToName, saveWishes, wishesOf } from '@coaching-pairs/bot/workflows/wishes';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { people, type Stage, stageIn } from '../listeners/bot.js';
import { memoryTable } from './memory-table.js';
import { allJoined, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, priya, startProcess, value } from './world.js';

const words = wordsFor('en-GB');
const team = ['Sam', 'Tom', 'Lena', 'Aisha'] as const;
type Lists = { readonly closely?: readonly PersonId[]; readonly trusted?: readonly PersonId[] };

/** What people say as they join, on a stage where four are in and Jonas is silent. */
const voices = ({ process: { deps }, round: roundId, steps }: Stage) => {
  const says = (name: string, { closely = [], trusted = [] }: Lists) =>
    saveWishes(deps, { roundId, opId: newOp(), actor: actor(name), closely, trusted });
  const partnerOf = async (name: string): Promise<PersonId | undefined> => {
    const drafts = await steps.proposals('draft');
    return drafts.find(({ memberIds }) => memberIds.includes(id(name)))?.memberIds.find((one) => one !== id(name));
  };
  const own = async (name: string) => value(await wishesOf(deps, { roundId, actor: actor(name) }));
  const kept = async () => (await deps.rounds.wishes(roundId)).map(({ value: { by } }) => by);
  return { says, partnerOf, own, kept };
};

const others = ids('Tom', 'Lena', 'Aisha');

describe('joining with a voice', () => {
  it.each(others)('[CP-21] %s is left for Sam once close work rules out the two others, whichever side says so', async (left) => {
    const close = others.filter((one) => one !== left);
    const bySam = await stageIn('inviting');
    value(await voices(bySam).says('Sam', { closely: close }));
    await bySam.steps.draft();
    expect(await voices(bySam).partnerOf('Sam')).toBe(left);
    const byThem = await stageIn('inviting');
    for (const one of close) value(await voices(byThem).says(one, { closely: ids('Sam') }));
    await byThem.steps.draft();
    expect(await voices(byThem).partnerOf('Sam')).toBe(left);
  });

  it.each(others)(
    '[CP-24c] Sam and %s, who trust each other, are drafted together, and no trace of it stands in the match',
    async (other) => {
      const stage = await stageIn('inviting');
      value(await voices(stage).says('Sam', { trusted: [other] }));
      value(await voices(stage).says(other, { trusted: ids('Sam') }));
      await stage.steps.draft();
      expect(await voices(stage).partnerOf('Sam')).toBe(other);
      expect(JSON.stringify(await stage.steps.content())).not.toContain('trust');
    },
  );

  it('[CP-21] a match that was drafted in the very moment of the entry ends instead of being sent, like one whose people stepped back', async () => {
    const stage = await stageIn('inviting');
    const { process, round: roundId, steps } = stage;
    await steps.draft();
    const [draft] = await steps.proposals('draft');
    const [by, other] = draft?.memberIds ?? [];
    if (by === undefined || other === undefined) return expect.unreachable();
    const late = { value: { by, closely: [other], trusted: [] }, etag: null };
    await process.deps.rounds.commit({ roundId, opId: newOp(), wishes: [late], audit: [] });
    await steps.send();
    expect((await steps.proposals('sent')).some(({ id: sent }) => sent === draft?.id)).toBe(false);
    const ended = (await steps.content()).content.proposals.find((one) => one.id === draft?.id);
    expect(ended).toMatchObject({ state: 'ended', ending: 'redrafted' });
  });

  it('[CP-24d] whoever names their own choice reads their own entry, and of another’s only that it is not available', async () => {
    const other = id('Tom');
    const stage = await stageIn('inviting');
    const { deps } = stage.process;
    value(await voices(stage).says('Sam', { closely: [other] }));
    await stage.steps.draft();
    await stage.steps.send();
    const why = async (asker: PersonId, nominee: PersonId) => {
      const found = value(await nomineesOf(deps, words, { roundId: stage.round, actor: actor(asker), query: '' }));
      return found.people.find(({ person }) => person.id === nominee)?.why;
    };
    expect(await why(id('Sam'), other)).toBe('You said that you work closely with them.');
    expect(await why(other, id('Sam'))).toBe('Not available this round.');
  });

  it('names are found among all whom the round is for, whatever they answered, by whoever is in', async () => {
    const stage = await stageIn('inviting');
    const found = (name: string, query: string) =>
      peopleToName(stage.process.deps, words, { roundId: stage.round, actor: actor(name), query });
    expect(value(await found('Sam', '')).people.map((one) => one.id)).toEqual(ids('Aisha', 'Jonas', 'Lena', 'Tom'));
    expect(value(await found('Sam', 'jo')).people.map((one) => one.id)).toEqual(ids('Jonas'));
    expect(await found('Jonas', '')).toMatchObject({ ok: false, error: { code: 'wishes-closed' } });
    for (const name of ['Nora', 'Priya']) expect(await found(name, '')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is changed and taken back by its author; once matches are drafted it only becomes less', async () => {
    const stage = await stageIn('inviting');
    const { says, own, kept } = voices(stage);
    expect(await says('Jonas', { closely: ids('Sam') })).toMatchObject({ ok: false, error: { code: 'wishes-closed' } });
    value(await says('Sam', { closely: ids('Tom', 'Jonas'), trusted: ids('Lena') }));
    expect(await own('Sam')).toMatchObject({
      open: true,
      closely: [{ id: id('Tom') }, { id: id('Jonas') }],
      trusted: [{ id: id('Lena') }],
    });
    expect(await own('Tom')).toEqual({ open: true, closely: [], trusted: [] });
    await stage.steps.draft();
    expect(await says('Sam', { closely: ids('Tom', 'Aisha') })).toMatchObject({ ok: false, error: { code: 'wishes-closed' } });
    value(await says('Sam', { closely: ids('Tom') }));
    expect(await own('Sam')).toMatchObject({ open: false, closely: [{ id: id('Tom') }], trusted: [] });
    value(await says('Sam', {}));
    expect(await kept()).toEqual([]);
  });

  it('goes with whoever steps back, and with the round; what a dying process left is found', async () => {
    const stage = await stageIn('inviting');
    const { process, round: roundId, steps } = stage;
    const { says, own, kept } = voices(stage);
    for (const name of team.slice(1)) value(await says(name, { trusted: ids('Sam') }));
    value(await says('Sam', { closely: ids('Tom') }));
    value(await steps.sitOut('Sam'));
    expect(await kept()).toEqual(ids('Aisha', 'Lena', 'Tom'));
    value(await steps.join('Sam'));
    expect(await own('Sam')).toEqual({ open: true, closely: [], trusted: [] });
    value(await endRound(process.deps, { roundId, opId: newOp(), actor: priya }));
    expect(await kept()).toEqual([]);
    const left = { value: { by: id('Tom'), closely: ids('Sam'), trusted: [] }, etag: null };
    await process.deps.rounds.commit({ roundId, opId: newOp(), wishes: [left], audit: [] });
    expect(await reconcile(process.deps)).toMatchObject({ wishes: 1 });
    expect(await kept()).toEqual([]);
  });

  it('[CP-21] an administrator who takes part tries no match of their own, whether a rule is against it or not', async () => {
    const process = startProcess(memoryTable(), plainDirectory([...people]));
    const roundId = await allJoined(process, ids('Sam', 'Tom', 'Lena', 'Priya'));
    const asked = { ...stepsOf(process, roundId).asked(), actor: priya };
    value(await saveWishes(process.deps, { roundId, opId: newOp(), actor: actor('Tom'), closely: ids('Priya'), trusted: [] }));
    for (const other of ['Sam', 'Tom', 'Lena']) {
      const refused = { ok: false, error: { code: 'own-match' } };
      expect(await checkPeople(process.deps, { ...asked, memberIds: ids('Priya', other) })).toMatchObject(refused);
    }
    await stepsOf(process, roundId).draft();
    for (const { id: proposalId } of await stepsOf(process, roundId).proposals('draft'))
      value(await takeDraftApart(process.deps, { ...asked, opId: newOp(), proposalId }));
    const own = await draftByHand(process.deps, { ...asked, opId: newOp(), memberIds: ids('Priya', 'Lena') });
    expect(own).toMatchObject({ ok: false, error: { code: 'own-match' } });
    expect(await otherPartnersOf(process.deps, words, { ...asked, personId: id('Priya') })).toEqual(own);
    value(await draftByHand(process.deps, { ...asked, opId: newOp(), memberIds: ids('Sam', 'Lena') }));
  });
});
