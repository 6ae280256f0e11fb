import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { leadingOf } from '@coaching-pairs/bot/workflows/leading/leading';
import { overviewOf } from '@coaching-pairs/bot/workflows/overview';
import { peopleOf } from '@coaching-pairs/bot/workflows/people-page';
import { suggestPartner } from '@coaching-pairs/bot/workflows/suggest-partner';
import { withdrawMatch } from '@coaching-pairs/bot/workflows/withdraw-match';
import { proposalId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { invariantsHold } from './invariants.js';
import { memoryTable } from './memory-table.js';
import { kickedOff, stepsOf } from './steps.js';
import { asked, people, stillClock, strangers, words } from './suggestion-stage.js';
import { actor, id, ids, newOp, plainDirectory, startProcess, value } from './world.js';

describe('who knows of a suggestion', () => {
  /** One declines; in the other world they name somebody with it. Every view of the round for whoever looks after it or leads it. */
  const world = async (suggests: boolean) => {
    const stage = await asked();
    const [one, other] = await strangers(stage);
    if (suggests) value(await stage.names(one, id(other)));
    else value(await stage.steps.decline(one));
    const views = async (who: string) => {
      const about = { roundId: stage.round, actor: actor(who) };
      const [overview, people] = [await overviewOf(stage.deps, words, about), await peopleOf(stage.deps, words, about)];
      const { left, ...board } = await stage.board(who);
      const shown = { ...board, left: left.map(({ person }) => person.id).sort() };
      const { works: _works, ...rest } = value(overview);
      return JSON.stringify([rest, value(people), shown]);
    };
    const leader = JSON.stringify([
      value(await leadingOf(stage.deps, words, { roundId: stage.round, actor: actor('Maya') })),
      (await stage.mine('Maya')).leads,
    ]);
    return { one, other, omar: await views('Omar'), priya: await views('Priya'), leader };
  };

  it('[CP-33] whether somebody declined, or declined and named another, looks the same to the round leader and to administrators', async () => {
    const [declined, suggested] = [await world(false), await world(true)];
    expect(suggested.one).toBe(declined.one);
    if (![declined.one, declined.other].includes('Maya')) expect(suggested.leader).toEqual(declined.leader);
    expect(suggested.omar).toEqual(declined.omar);
    expect(suggested.priya).not.toEqual(declined.priya);
  });
});

describe('what else ends or keeps back a suggestion', () => {
  it('[CP-31] the announcement ends what is still open, and says to whoever named somebody what it says to all without a partner', async () => {
    const stage = await asked();
    const [one, other] = await strangers(stage);
    value(await stage.names(one, id(other)));
    for (const { id: open } of (await stage.board('Omar')).sent)
      value(await withdrawMatch(stage.deps, { roundId: stage.round, opId: newOp(), actor: actor('Omar'), proposalId: proposalId(open) }));
    const { content } = await stage.steps.content();
    await stage.steps.announce(content.participants.map(({ personId }) => personId));
    expect(await stage.mine(one)).toMatchObject({ state: 'active', match: { kind: 'none' }, maySuggest: false });
    expect((await stage.mine(other)).questions).toEqual([]);
    expect(await stage.told()).not.toContain(`being-reworked ${id(one)}`);
    await invariantsHold(stage.deps.rounds, stage.round);
  });

  it.each([
    ['another administrator sees it, and the people partner does not', ['Omar'], 'asked'],
    ['without another administrator it is not available', [], 'refused'],
  ] as const)('[CP-33] somebody names the people partner: %s', async (_what, administrators, outcome) => {
    const process = startProcess(memoryTable(), plainDirectory([...people]), stillClock());
    const four = ['Sam', 'Tom', 'Lena', 'Aisha'];
    const round = await kickedOff(process, ids(...four, 'Priya'), { administratorIds: ids(...administrators) });
    const steps = stepsOf(process, round);
    await steps.invite();
    for (const name of four) value(await steps.join(name));
    await steps.draft();
    await steps.send();
    value(await steps.join('Priya'));
    const said = await suggestPartner(process.deps, { roundId: round, opId: newOp(), actor: actor('Sam'), nominee: id('Priya') });
    expect(said.ok ? said.value : 'refused').toBe(outcome);
    const seenBy = async (who: string) => value(await boardOf(process.deps, words, { roundId: round, actor: actor(who) })).suggestions;
    expect(await seenBy('Priya')).toEqual([]);
    for (const who of administrators) expect(await seenBy(who)).toMatchObject([{ by: { id: id('Sam') }, nominee: { id: id('Priya') } }]);
  });
});
