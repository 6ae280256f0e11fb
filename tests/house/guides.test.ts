import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOf } from './documented.js';
import { fixedMessages, messages, readLabels } from './guide-labels.js';

const guides = ['leaders', 'people-partners', 'round-leaders', 'it', 'coaches'];
const pages = ['README.md', 'docs/try-it.md', ...guides.map((name) => `docs/guides/${name}.md`)];
const plain = (text: string): string => text.replace(/[’‘]/gu, "'");
const said = messages().map(plain);

/** As a catalogue has it, with or without a number behind it, or as one of the ways in which a message can read. */
const isSaid = (words: string): boolean =>
  said.some((message) => message === words || message.startsWith(`${words} ({`) || message.includes(`{${words}}`));

/** Bold words within a sentence; those that begin a paragraph or a point say what it is about. */
const quotedIn = (text: string): readonly string[] =>
  [...text.replace(/^(?:- |\d+\. )?\*\*.+?\*\*/gmu, '').matchAll(/\*\*(.+?)\*\*/gu)].flatMap(([, words = '']) => plain(words).split(' → '));

/** What the guide for IT reads in Microsoft's own pages, and what it stresses. */
const notOurs: Readonly<Record<string, readonly string[]>> = {
  it: [
    ...['Teams apps', 'Manage apps', 'Actions', 'Upload new app', 'Permissions', 'App ID', 'Users', 'New user', 'Invite external user'],
    ...['Data keys are in none of them.', 'Entra', 'Azure', 'Outside'],
    ...['None of it has been walked in a live tenant yet', 'Not yet walked in a live tenant', 'purge protection'],
    'Never grant `Calendars.ReadWrite` or any other `Calendars` permission to the application in Entra',
  ],
};

describe('the guides', () => {
  it.each(guides)('%s: whatever stands in bold within a sentence can be read in the product', (name) => {
    const quoted = quotedIn(textOf(`docs/guides/${name}.md`));
    expect(quoted.length).toBeGreaterThan(name === 'round-leaders' ? 2 : 5);
    expect(quoted.filter((words) => !isSaid(words) && !notOurs[name]?.includes(words))).toEqual([]);
  });

  it('would be found wrong if a button had other words', () => {
    const quoted = quotedIn('- **A point** is this.\n1. Press **Approve and dispatch**, then **Accept**.');
    expect(quoted.filter((words) => !isSaid(words))).toEqual(['Approve and dispatch']);
  });

  it.each(guides)('%s: has pictures', (name) => {
    expect([...textOf(`docs/guides/${name}.md`).matchAll(/\]\(\.\.\/images\//gu)].length).toBeGreaterThan(1);
  });
});

describe('the pictures of the documentation', () => {
  const shown = pages.flatMap((page) =>
    [...textOf(page).matchAll(/!\[([^\]]*)\]\((?:\.\.\/|docs\/)?images\/([^)]+)\)/gu)].map(([, words = '', file = '']) => ({
      words,
      file,
    })),
  );
  const stored = readdirSync(join(root, 'docs/images'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:png|svg)$/u.test(file));
  const photographed = stored.filter((file) => file.endsWith('.png')).map((file) => file.slice(0, -'.png'.length));

  it('are there, each is shown somewhere, and each has words for whoever does not see it', () => {
    expect(shown.filter(({ file }) => !existsSync(join(root, 'docs/images', file)))).toEqual([]);
    expect(stored.filter((file) => !shown.some((one) => one.file === file))).toEqual([]);
    expect(shown.filter(({ words }) => words.length < 25)).toEqual([]);
  });

  it('are small enough to be read on the way', () => {
    expect(stored.filter((file) => statSync(join(root, 'docs/images', file)).size > 100 * 1024)).toEqual([]);
  });

  it('show no words that the product does not say any more; npm run docs:pictures makes them anew', () => {
    const labels = readLabels();
    expect(Object.keys(labels).toSorted()).toEqual(photographed.toSorted());
    const messagesNow = fixedMessages();
    const gone = Object.entries(labels).flatMap(([name, words]) =>
      words.filter((one) => !messagesNow.has(one)).map((one) => `${name}: ${one}`),
    );
    expect(gone).toEqual([]);
    expect(Object.values(labels).every((words) => words.length > 0)).toBe(true);
  });
});
