import { correctPerson } from '@coaching-pairs/bot/workflows/correct-people';
import type { PersonId } from '@coaching-pairs/shared/ids';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../cards/every-card.js';
import { id, newOp, priya, value } from '../workflows/world.js';
import { type Stage, stageIn } from './bot.js';

/** Opens the dialog of *Suggest someone*, or sends it: what it says, and what can be chosen. */
const dialog = async ({ app, turnOf, round }: Stage, who: PersonId, sent?: Readonly<Record<string, string>>) => {
  const data = { roundId: round, ...sent };
  const { view } = await app.handle(
    turnOf(who, { kind: 'view', name: 'suggestPartner', step: sent === undefined ? 'fetch' : 'submit', data }),
  );
  if (view === undefined || !('card' in view)) return { text: view !== undefined && 'message' in view ? view.message : '', choices: [] };
  const json = JSON.stringify(view.card);
  return {
    text: textsOf(view.card).join('\n'),
    choices: [...json.matchAll(/"title":"([^"]*)","value":"([^"]*)"/gu)].map(([, , key]) => key),
  };
};

const verbsOf = (answer: Awaited<ReturnType<Stage['click']>>['action']): readonly string[] =>
  answer !== undefined && 'card' in answer
    ? [...JSON.stringify(answer.card).matchAll(/"verb":"(\w+)"/gu)].map(([, verb = '']) => verb)
    : [];

/** Sam holds a match, Jonas has joined since and holds none. */
const joined = async () => {
  const stage = await stageIn('proposed');
  value(await stage.steps.join('Jonas'));
  return stage;
};

const nameJonas = async (stage: Stage) => dialog(stage, id('Sam'), { step: 'ask', personId: id('Jonas'), query: '' });
const suggestionIn = async (stage: Stage): Promise<string> =>
  (await stage.steps.content()).content.proposals.find(({ nominatedBy }) => nominatedBy !== null)?.id ?? '';

describe('Suggest someone, from the card of a match', () => {
  it('[CP-31] the card opens a dialog; whoever is found by the beginning of a name is asked, and answers on a card like any other', async () => {
    const stage = await joined();
    const about = { roundId: stage.round, proposalId: stage.proposal?.id };
    const { action } = await stage.click(id('Sam'), 'showProposal', about);
    expect(JSON.stringify(action)).toContain('"view":"suggestPartner"');
    const opened = await dialog(stage, id('Sam'));
    expect(opened.choices).toEqual([id('Jonas')]);
    expect(opened.text).toContain('ends with it');
    expect((await dialog(stage, id('Sam'), { step: 'find', query: 'Len' })).choices).not.toContain(id('Jonas'));
    expect((await dialog(stage, id('Sam'), { step: 'ask', query: '' })).text).toContain('choose somebody first');
    expect((await nameJonas(stage)).text).toContain('asked in private');
    const question = await stage.click(id('Jonas'), 'showProposal', { ...about, proposalId: await suggestionIn(stage) });
    expect(verbsOf(question.action)).toEqual(expect.arrayContaining(['acceptProposal', 'declineProposal']));
    expect(JSON.stringify(question.action)).not.toMatch(/suggested by|named you/u);
    const accepted = await stage.click(id('Jonas'), 'acceptProposal', { ...about, proposalId: await suggestionIn(stage) });
    expect(JSON.stringify(accepted.action)).toContain('Sam');
    expect((await stage.steps.content()).content.pairs).toHaveLength(2);
  });

  it('[S-07] whoever may name nobody gets a sentence, and a forged name is refused in the dialog without a change', async () => {
    const stage = await joined();
    const before = await stage.everything();
    for (const who of [id('Jonas'), id('Nora'), stage.paired]) expect((await dialog(stage, who)).choices).toEqual([]);
    for (const forged of [stage.paired, id('Nora'), id('Sam'), 'somebody'])
      expect((await dialog(stage, id('Sam'), { step: 'ask', personId: forged })).text).toContain('Not available this round');
    expect(await stage.everything()).toBe(before);
  });

  it('[CP-31] within one function the people partner decides on a card, and nobody else can', async () => {
    const stage = await joined();
    for (const name of ['Sam', 'Jonas'])
      value(
        await correctPerson(stage.process.deps, {
          roundId: stage.round,
          opId: newOp(),
          actor: priya,
          personId: id(name),
          functionName: 'Sales',
        }),
      );
    expect((await nameJonas(stage)).text).toContain('people partner looks at it first');
    const about = { roundId: stage.round, proposalId: await suggestionIn(stage) };
    expect(verbsOf((await stage.click(id('Priya'), 'showSuggestion', about)).action)).toEqual(
      expect.arrayContaining(['passOnSuggestion', 'keepSuggestion']),
    );
    const before = await stage.everything();
    for (const who of ['Omar', 'Sam', 'Jonas', 'Nora'])
      expect((await stage.click(id(who), 'passOnSuggestion', about)).action).not.toHaveProperty('card');
    expect(await stage.everything()).toBe(before);
    const passed = await stage.click(id('Priya'), 'passOnSuggestion', about);
    expect(JSON.stringify(passed.action)).toContain('settled');
    expect((await stage.steps.content()).participants.find(({ value: one }) => one.personId === id('Jonas'))?.value.asks).toEqual([
      about.proposalId,
    ]);
  });
});
