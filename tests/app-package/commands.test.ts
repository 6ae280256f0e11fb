import { readFileSync } from 'node:fs';
import { createApp } from '@coaching-pairs/bot/bolt/app';
import { anyText } from '@coaching-pairs/bot/bolt/routes';
import { listenToCommands } from '@coaching-pairs/bot/listeners/commands';
import type { BotApp } from '@coaching-pairs/bot/listeners/context';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const offered = z
  .object({ bots: z.tuple([z.object({ commandLists: z.tuple([z.object({ commands: z.array(z.object({ title: z.string() })) })]) })]) })
  .parse(JSON.parse(readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8')))
  .bots[0].commandLists[0].commands.map(({ title }) => title);

/** The commands of the bot: for each, the ways to say it. */
const understood = (): readonly (readonly string[])[] => {
  const commands: (readonly string[])[] = [];
  const app: BotApp = createApp({
    contextOf: () => Promise.reject(new Error('No turn is run here.')),
    texts: { failed: () => '', notUnderstood: () => '' },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  listenToCommands({ ...app, command: (said) => void commands.push([said].flat()) });
  return commands.filter((said) => !said.includes(anyText));
};

describe('the commands that Teams offers while somebody types', () => {
  it('are those that the bot understands, each one once, but for sitting out, to which `leave` leads, and 2:2 Coaching, which is offered to those who are in it: ten at most', () => {
    const found = understood().map((said) => ({ said, titles: offered.filter((title) => said.includes(title)) }));
    const missing = found.filter(({ titles }) => titles.length !== 1);
    expect(missing.map(({ said, titles }) => [said[0], titles])).toEqual([
      ['sit out', []],
      ['2:2', []],
    ]);
    expect(found.flatMap(({ titles }) => titles).sort()).toEqual([...offered].sort());
    expect(offered.length).toBeLessThanOrEqual(10);
  });
});
