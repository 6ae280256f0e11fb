import { renderMessage } from '@coaching-pairs/bot/render-message';
import { dropAdministrator, nameAdministrator } from '@coaching-pairs/bot/workflows/administrators';
import { changeFeedbackDay } from '@coaching-pairs/bot/workflows/awayday/day';
import { askNames } from '@coaching-pairs/bot/workflows/awayday/nominate-ask';
import { pairFeedback } from '@coaching-pairs/bot/workflows/awayday/pairs';
import { announceFeedbackPairs } from '@coaching-pairs/bot/workflows/awayday/pairs-announce';
import { boardOf } from '@coaching-pairs/bot/workflows/board';
import { correctPerson } from '@coaching-pairs/bot/workflows/correct-people';
import { isReminder, messageKinds } from '@coaching-pairs/bot/workflows/messages';
import { endMyPair } from '@coaching-pairs/bot/workflows/pair/end-pair';
import { pausePerson } from '@coaching-pairs/bot/workflows/pause-person';
import { readAgain } from '@coaching-pairs/bot/workflows/read-directory';
import { stillWanted } from '@coaching-pairs/bot/workflows/still-wanted';
import { suggestPartner } from '@coaching-pairs/bot/workflows/suggest-partner';
import { plainDate } from '@coaching-pairs/shared/ids';
import { daysAfter, localDayOf } from '@coaching-pairs/shared/time';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { describe, expect, it } from 'vitest';
import { untranslated } from '../../pseudo.js';
import { people, stageIn } from '../listeners/bot.js';
import { id, newOp, priya, value } from '../workflows/world.js';
import { textsOf } from './every-card.js';

const names = people.map((person) => person.name);

/** A round in which everything was told that can be told. */
const toldEverything = async () => {
  const stage = await stageIn('proposed');
  const { deps, through } = stage.process;
  const { steps, partner, paired, round } = stage;
  const asked = () => ({ roundId: round, opId: newOp(), actor: priya });
  const pair = (await steps.content()).content.pairs[0]?.memberIds ?? [];
  value(await correctPerson(deps, { ...asked(), personId: pair[0] ?? paired, managerId: pair[1] ?? paired }));
  value(await steps.decline('Sam', stage.proposal));
  // The two are proposed again by nobody; a line between them ends a match of another pair of people.
  value(await steps.join('Jonas'));
  await steps.draft();
  await steps.send();
  const again = (await steps.proposals('sent'))[0];
  const [one = id('Jonas'), other = partner] = again?.memberIds ?? [];
  value(await correctPerson(deps, { ...asked(), personId: one, managerId: other }));
  await through(await readAgain(deps, asked()));
  await steps.announce([id('Sam'), partner, id('Jonas')]);
  value(await endMyPair(deps, { roundId: round, opId: newOp(), actor: { personId: pair[0] ?? paired, name: '', opener: false } }));
  value(await nameAdministrator(deps, { ...asked(), personId: id('Nora') }));
  const [, second = id('Nora')] = (await steps.content()).round.value.administratorIds;
  value(await dropAdministrator(deps, { ...asked(), personId: second }));
  value(await pausePerson(deps, { ...asked(), personId: id('Jonas'), until: plainDate('2026-12-14') }));
  return stage;
};

/** Sam names Jonas, who is asked; the partner, of Jonas’ function, names him too, and Priya is asked first. */
const toldOfSuggestions = async () => {
  const stage = await stageIn('proposed');
  const { deps } = stage.process;
  value(await stage.steps.join('Jonas'));
  for (const personId of [stage.partner, id('Jonas')])
    value(await correctPerson(deps, { roundId: stage.round, opId: newOp(), actor: priya, personId, functionName: 'Sales' }));
  for (const personId of [id('Sam'), stage.partner]) {
    const asker = { personId, name: '', opener: false };
    value(await suggestPartner(deps, { roundId: stage.round, opId: newOp(), actor: asker, nominee: id('Jonas') }));
  }
  return stage;
};

/** Everybody was asked for names, told with whom they are at the Awayday, and somebody is not there. */
const toldOfFeedback = async () => {
  const stage = await stageIn('active');
  const { deps, clock, through } = stage.process;
  const asked = () => ({ roundId: stage.round, opId: newOp(), actor: priya });
  const today = localDayOf(deps.clock.now(), 'UTC');
  await through(await askNames(deps, { ...asked(), namesBy: daysAfter(today, 1) }));
  clock.advance(3 * 86_400_000);
  await through(await pairFeedback(deps, asked()));
  await through(await announceFeedbackPairs(deps, asked()));
  value(await changeFeedbackDay(deps, { ...asked(), gone: [id('Sam')], came: [id('Jonas')] }));
  return stage;
};

describe('what is written to people of the product’s own accord', () => {
  it('[C-12] a notification names nobody and gives nothing away, whatever the card below it says', async () => {
    const stages = [await toldEverything(), await toldOfSuggestions(), await toldOfFeedback()];
    const told = await Promise.all(
      stages.map(async ({ process, round }) => (await process.deps.rounds.unsent(round)).map((message) => ({ process, message }))),
    );
    const messages = told.flat().map(({ message }) => message);
    expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(messageKinds.filter((kind) => !isReminder({ kind }))));
    for (const locale of ['en-GB', 'qps-ploc']) {
      for (const { process, message } of told.flat()) {
        const said = await renderMessage(process.deps, 'app', async () => wordsFor(locale))(message);
        if (said?.kind !== 'card') continue;
        const about = `${said.summary}`;
        expect([message.kind, names.filter((name) => about.includes(name))]).toEqual([message.kind, []]);
        expect([message.kind, about.match(/declin|rather not|partner|pair[^s]|rework|\bmatch/iu)]).toEqual([message.kind, null]);
        if (locale === 'qps-ploc') expect(untranslated([about, ...textsOf(said.card)], [...names, 'Leadership team, spring'])).toEqual([]);
      }
    }
  });

  it('[CP-33] who is told that a match is being reworked is told the same, without a name', async () => {
    const stage = await stageIn('proposed');
    value(await stage.steps.decline('Sam', stage.proposal));
    const message = (await stage.process.deps.rounds.unsent(stage.round)).find(({ kind }) => kind === 'being-reworked');
    const said = await renderMessage(stage.process.deps, 'app', async () => wordsFor('en'))(message ?? expect.unreachable());
    expect(message?.to).toBe(stage.partner);
    expect(JSON.stringify(said)).not.toMatch(/Sam|declin|rather not/u);
  });

  it('what was answered, ended, announced or closed meanwhile is not sent any more', async () => {
    const wanted = async (stage: Awaited<ReturnType<typeof stageIn>>): Promise<Record<string, string[]>> => {
      const messages = await stage.process.deps.rounds.unsent(stage.round);
      const still: Record<string, string[]> = {};
      for (const message of messages)
        if (await stillWanted(stage.process.deps)(message)) still[message.kind] = [...(still[message.kind] ?? []), message.to].sort();
      return still;
    };
    const proposed = await stageIn('proposed');
    const open = [id('Sam'), proposed.partner].sort();
    expect(await wanted(proposed)).toMatchObject({ invitation: [id('Jonas')], proposal: open });
    expect((await wanted(proposed))['kick-off']).toBeUndefined();
    value(await proposed.steps.decline('Sam', proposed.proposal));
    expect(await wanted(proposed)).toMatchObject({ 'being-reworked': [proposed.partner] });
    expect((await wanted(proposed))['proposal']).toBeUndefined();
    expect(await wanted(await stageIn('closed'))).toEqual({});
  });
});

describe('who is left over', () => {
  it('after a decline between the only two who are free, the board says so and what can be done, and not who it was', async () => {
    const stage = await stageIn('proposed');
    value(await stage.steps.decline('Sam', stage.proposal));
    await stage.steps.draft();
    for (const viewer of ['Priya', 'Omar']) {
      const actor = { personId: id(viewer), name: viewer, opener: false };
      const board = value(await boardOf(stage.process.deps, wordsFor('en-GB'), { roundId: stage.round, actor }));
      const why = board.left.map(({ person, why: said }) => `${person.id}: ${said}`).sort();
      const text =
        'Whoever is free was in a match with them before that came to nothing. Ask somebody who has not joined yet, wait for the next answers, or announce without them.';
      expect(why).toEqual([id('Sam'), stage.partner].sort().map((person) => `${person}: ${text}`));
      expect(board.reworking.map(({ declinedBy }) => declinedBy)).toEqual([viewer === 'Priya' ? id('Sam') : null]);
    }
  });
});
