import { correctPerson } from '@coaching-pairs/bot/workflows/correct-people';
import { openNewRound } from '@coaching-pairs/bot/workflows/open-round';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { personNamed } from '../../shared/organisation/company.js';
import { memoryTable } from './memory-table.js';
import { allJoined, kickedOff, stepsOf } from './steps.js';
import { actor, id, ids, newOp, plainDirectory, plan, priya, startProcess, value } from './world.js';
import { faultsOf, playYears } from './years.js';

const words = wordsFor('en-GB');
const team = ['Sam', 'Lena', 'Tom', 'Aisha'];
const staff = () => [personNamed('Ruth'), ...['Maya', 'Priya', 'Omar', ...team].map((name) => personNamed(name, { under: 'Ruth' }))];

const underWay = async () => {
  const people = staff();
  const process = startProcess(memoryTable(), plainDirectory(people));
  const first = await allJoined(process, ids(...team));
  const steps = stepsOf(process, first);
  await steps.draft();
  await steps.send();
  await steps.allAccept();
  await steps.announce();
  const next = { ...plan, name: 'Leadership team, autumn' };
  const opens = (by = priya, opId = newOp()) => openNewRound(process.deps, { opId, actor: by, plan: next, follows: first });
  const overview = async (roundId: typeof first, by = priya) => value(await overviewOf(process.deps, words, { roundId, actor: by }));
  return { process, people, first, opens, overview };
};

describe('the round after a round', () => {
  it('[CP-14] is opened from the one before and takes over people, reaches, notes and what was put right, as the directory has them now', async () => {
    const { process, people, first, opens, overview } = await underWay();
    value(await correctPerson(process.deps, { roundId: first, opId: newOp(), actor: priya, personId: id('Tom'), managerId: id('Aisha') }));
    people.splice(
      people.findIndex(({ name }) => name === 'Sam'),
      1,
    );
    const second = value(await opens());
    await process.runWorks();
    const { content, round } = await stepsOf(process, second).content();
    expect(content.participants.map(({ personId, answer }) => [personId, answer])).toEqual(
      ids('Lena', 'Tom', 'Aisha')
        .sort()
        .map((one) => [one, 'none']),
    );
    expect(round.value).toMatchObject({ follows: first, state: 'draft', repeats: [], kickOff: null });
    expect((await overview(second)).follows).toBe(plan.name);
    expect((await overview(first)).next).toEqual({ id: second, name: 'Leadership team, autumn' });
    const chains = (await process.deps.organisation.snapshot()).corrections;
    expect(chains).toMatchObject([{ personId: id('Tom'), managerId: id('Aisha') }]);
  });

  it('[S-10] is opened only by whoever may open rounds and administers the one before', async () => {
    const { opens } = await underWay();
    expect(await opens(actor('Omar'))).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await opens(actor('Aisha', true))).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('[R-11] is one round, however often it is asked for', async () => {
    const { process, opens } = await underWay();
    const opId = newOp();
    expect(value(await opens(priya, opId))).toBe(value(await opens(priya, opId)));
    expect(await process.deps.rounds.list()).toHaveLength(2);
  });

  it('is refused while nobody is anybody’s partner yet', async () => {
    const process = startProcess(memoryTable(), plainDirectory(staff()));
    const first = await kickedOff(process, ids(...team));
    const refused = await openNewRound(process.deps, { opId: newOp(), actor: priya, plan, follows: first });
    expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-state', state: 'kick-off' } });
  });

  it('[CP-12] [CP-15] over two years asks everybody again who sat out, and never matches earlier partners', async () => {
    const played = await playYears({ people: 40, rounds: 4, seed: 11 });
    expect(faultsOf(played)).toEqual([]);
    expect(played.every(({ satOut, pairs }) => satOut.size > 0 && pairs.length > 10)).toBe(true);
    const twos = played.map(({ pairs }) => pairs.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0));
    expect(played.map(({ year }) => year.newTies)).toEqual(twos);
  });
});
