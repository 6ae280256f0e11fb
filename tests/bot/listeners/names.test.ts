import { saveFeedback } from '@coaching-pairs/bot/workflows/awayday/nominate';
import { askForNames } from '@coaching-pairs/shared/awayday/feedback-record';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { dayOf } from '@coaching-pairs/shared/time';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../cards/every-card.js';
import { id, newOp, value } from '../workflows/world.js';
import { type Stage, stageIn } from './bot.js';

/** Opens the dialog for two names, or sends it: what it says, whom it offers, and who is chosen in it. */
const dialog = async ({ app, turnOf, round }: Stage, who: PersonId, sent?: Readonly<Record<string, string>>) => {
  const step = sent === undefined ? 'fetch' : 'submit';
  const { view } = await app.handle(turnOf(who, { kind: 'view', name: 'nameForAwayday', step, data: { roundId: round, ...sent } }));
  if (view === undefined || !('card' in view))
    return { text: view !== undefined && 'message' in view ? view.message : '', offered: [], chosen: [], isEachOnce: true };
  const json = JSON.stringify(view.card);
  const offered = [...json.matchAll(/"title":"[^"]*","value":"([^"]*)"/gu)].map(([, key]) => key);
  const chosen = [...json.matchAll(/\],"value":"([^"]*)"/gu)].map(([, key]) => key);
  return {
    text: textsOf(view.card).join('\n'),
    offered: [...new Set(offered)],
    chosen,
    isEachOnce: offered.length === 2 * new Set(offered).size,
  };
};

/** Pairs are announced, and names are asked for until the end of the day. */
const asking = async (): Promise<Stage> => {
  const stage = await stageIn('active');
  const { rounds, clock } = stage.process.deps;
  const round = (await rounds.round(stage.round))?.value ?? expect.unreachable();
  const feedback = { value: value(askForNames(round, dayOf(clock.now()), clock.now())), etag: null };
  await rounds.commit({ roundId: stage.round, opId: newOp(), feedback, audit: [] });
  return stage;
};
const saidBy = async ({ process, round }: Stage, who: PersonId) => (await process.deps.rounds.feedbackNamesOf(round, who))?.value ?? null;
const partnerOf = async ({ steps }: Stage, who: PersonId): Promise<PersonId> =>
  (await steps.content()).content.pairs.find(({ memberIds }) => memberIds.includes(who))?.memberIds.find((one) => one !== who) ??
  expect.unreachable();

describe('two names for the Awayday, from the card that asks for them', () => {
  it('[CP-81] the card opens a dialog; whoever is found by the beginning of a name can be named, first and second, and changed until the end', async () => {
    const stage = await asking();
    const sam = id('Sam');
    const partner = await partnerOf(stage, sam);
    const opened = await dialog(stage, sam);
    // Everybody of the wider team, whatever they answered, but for Sam and Sam's coaching partner.
    expect(opened.offered.toSorted()).toEqual(
      ['Tom', 'Lena', 'Aisha', 'Jonas']
        .map(id)
        .filter((one) => one !== partner)
        .toSorted(),
    );
    expect(opened.text).toContain('takes part');
    // Who is chosen stays, whomever else is looked for.
    const other = opened.offered.find((one) => one !== id('Jonas')) ?? '';
    const found = await dialog(stage, sam, { step: 'find', query: 'Jon', first: other });
    expect([found.offered, found.chosen]).toEqual([[other, id('Jonas')], [other]]);
    const [first = '', second = ''] = opened.offered;
    expect((await dialog(stage, sam, { step: 'save', query: '', first })).text).toContain('choose two colleagues');
    expect(await dialog(stage, sam, { step: 'save', query: '', first, second: first })).toMatchObject({
      ...{ text: expect.stringContaining('two different people'), chosen: [first, first], isEachOnce: true },
    });
    expect((await dialog(stage, sam, { step: 'save', query: '', first, second })).text).toContain('are saved');
    expect(await saidBy(stage, sam)).toMatchObject({ attends: true, named: { first, second } });
    expect((await dialog(stage, sam)).chosen).toEqual([first, second]);
    await dialog(stage, sam, { step: 'save', query: '', first: second, second: first });
    expect(await saidBy(stage, sam)).toMatchObject({ named: { first: second, second: first } });
  });

  it('[CP-81] [S-07] whom nobody may name is refused in words and nothing is kept, whatever the dialog sends', async () => {
    const stage = await asking();
    const [sam, jonas] = [id('Sam'), id('Jonas')];
    const partner = await partnerOf(stage, sam);
    for (const [first, second] of [
      [sam, jonas],
      [partner, jonas],
      [jonas, jonas],
      [jonas, 'somebody'],
    ] as const)
      expect((await dialog(stage, sam, { step: 'save', query: '', first, second })).offered).not.toEqual([]);
    expect(await saidBy(stage, sam)).toBeNull();
    for (const who of [id('Nora'), id('Priya')]) expect((await dialog(stage, who)).offered).toEqual([]);
  });

  it('[CP-81] once names are closed there is one sentence, and no change', async () => {
    const stage = await asking();
    const sam = id('Sam');
    const [first = '', second = ''] = (await dialog(stage, sam)).offered;
    const named = { first: first as PersonId, second: second as PersonId };
    value(await saveFeedback(stage.process.deps, { roundId: stage.round, actor: { personId: sam }, opId: newOp(), attends: true, named }));
    const { rounds } = stage.process.deps;
    const row = (await rounds.feedback(stage.round)) ?? expect.unreachable();
    const closed = { value: { ...row.value, madeAt: stage.process.deps.clock.now() }, etag: row.etag };
    await rounds.commit({ roundId: stage.round, opId: newOp(), feedback: closed, audit: [] });
    expect((await dialog(stage, sam)).offered).toEqual([]);
    expect((await dialog(stage, sam, { step: 'save', query: '', first: second, second: first })).offered).toEqual([]);
    expect(await saidBy(stage, sam)).toMatchObject({ named });
  });
});
