import type { CardJson } from '@coaching-pairs/bot/cards/card';
import { describe, expect, it } from 'vitest';
import { elementsOf, textsOf } from '../cards/every-card.js';
import { id } from '../workflows/world.js';
import { type Scene, stageIn } from './bot.js';

/** What stands on a card once somebody has clicked: its verbs, the addresses it opens, and its text. */
const seen = (card: CardJson) => {
  const actions = elementsOf(card['actions']);
  return {
    verbs: actions.flatMap(({ verb }) => (typeof verb === 'string' ? [verb] : [])),
    links: actions.flatMap(({ url }) => (typeof url === 'string' ? [decodeURIComponent(url)] : [])),
    text: textsOf(card).join(' '),
  };
};

const clicking = async (scene: Scene) => {
  const stage = await stageIn(scene);
  return async (name: string, verb: string) => {
    const { action } = await stage.click(id(name), verb, { roundId: stage.round, disclosureVersion: 1 });
    if (action === undefined || !('card' in action)) throw new Error('no card');
    return { ...seen(action.card), before: await stage.everything() };
  };
};

describe('the card right after "I’m in"', () => {
  it('[CP-21] [CP-24c] offers both private lists on a page of their own, and is skipped by one tap that leaves no trace', async () => {
    const click = await clicking('inviting');
    const joined = await click('Jonas', 'join');
    expect(joined.verbs).toEqual(['showInvitation', 'sitOut']);
    expect(joined.links).toEqual([expect.stringContaining('/wishes')]);
    expect(joined.text).toContain('Only you see whom you name.');
    expect((await click('Jonas', 'showWishes')).text).toBe(joined.text);
    const skipped = await click('Jonas', 'showInvitation');
    expect(skipped.before).toBe(joined.before);
    expect(skipped.text).not.toContain('private wishes');
    expect(skipped.verbs).toEqual(['sitOut']);
    expect(skipped.links).toEqual([expect.stringContaining('/wishes'), expect.not.stringContaining('/wishes')]);
  });

  it('offers nothing to whoever joins once matches are made', async () => {
    const joined = await (await clicking('proposed'))('Jonas', 'join');
    expect(joined.verbs).toEqual(['sitOut']);
    expect(joined.links).toEqual([expect.not.stringContaining('/wishes')]);
  });
});
