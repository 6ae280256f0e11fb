import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Frame, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRepository } from '../acceptance/driver/product.js';
import type { Round } from '../acceptance/driver/round.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { type Browser, openBrowser, screenshot, standing } from './harness.js';
import { isMarked, textsIn } from './marked.js';
import { desk, type Visitor, visitSandbox } from './sandbox-visit.js';

const reader = 'Ravi Menon';
const approach = 'We listen before we advise.';

let folder: string;
let sandbox: Sandbox;
let browser: Browser;
let visitor: Visitor;
let round: Round;
let data: readonly string[];

/** The twelve leaders, one of whom reads Teams in the language that marks whatever comes from the catalogue. */
const organisation = async (): Promise<string> => {
  const lines = (await readFile(inRepository('tests/data/twelve-leaders.csv'), 'utf8')).split('\n');
  folder = await mkdtemp(join(tmpdir(), 'pseudo-'));
  const file = join(folder, 'people.csv');
  await writeFile(file, lines.map((line) => (line.includes(reader) ? line.replace('en-GB', 'qps-ploc') : line)).join('\n'));
  return file;
};

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: await organisation() }), openBrowser()]);
  visitor = await visitSandbox(await browser.page(desk), sandbox.url());
  await visitor.becomes(reader);
  await sandbox.moves('Oskar Lind', { managerId: null });
  const leaders = (await sandbox.people()).filter(({ id }) => /^T\d\d$/.test(id));
  const audience = { kind: 'list' as const, entries: leaders.map(({ id }) => id) };
  round = await sandbox.opens('Noor Sayegh', { leader: 'Helena Marsh', peoplePartner: reader, administrators: ['Noor Sayegh'], audience });
  const { departments } = await sandbox.as('Noor Sayegh').calls(routes.functions, {});
  data = [
    ...(await sandbox.people()).map(({ name }) => name),
    ...departments.map(({ name }) => name),
    (await round.overview()).name,
    approach,
    'coachingpairs.com',
  ];
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
  await rm(folder, { recursive: true, force: true });
});

const unmarked = async (top: Locator): Promise<readonly string[]> =>
  (await textsIn(top)).filter((text) => !isMarked(text) && !data.includes(text));

const tabAt = async (path: string): Promise<Frame> => {
  await visitor.opens('Chat');
  await visitor.opens('Coaching Pairs');
  const tab = await visitor.tab();
  await tab.evaluate((to) => {
    window.location.hash = to;
  }, path);
  await standing(tab);
  return tab;
};

const expectMarked = async (...paths: readonly string[]): Promise<void> => {
  const left: string[] = [];
  for (const path of paths) left.push(...(await unmarked((await tabAt(path)).locator('body'))).map((text) => `${path}: ${text}`));
  expect(left).toEqual([]);
};

const steps = (): readonly string[] =>
  ['audience', 'organisation', 'kick-off', 'invitations', 'matching', 'announce'].map((step) => `/admin/${round.id}/${step}`);

const newestCard = async (): Promise<Locator> => {
  await visitor.opens('Chat');
  const card = visitor.page.getByRole('group', { name: 'Card from Coaching Pairs' }).last();
  await card.waitFor();
  return card;
};

describe('whatever a reader of the pseudo-language is shown comes from the catalogue', () => {
  it('which marks it', async () => {
    const tab = await tabAt('/about');
    expect(await tab.getByRole('heading', { level: 1 }).textContent()).toMatch(/^\[.*\]$/);
    await screenshot(visitor.page, 'pseudo-about');
  });

  it('in a draft', () => expectMarked('/', '/about', '/admin', ...steps()));

  it('when asked whether they are in, in the chat and in the tab', async () => {
    const answer = { roundId: round.id, personId: sandbox.as('Oskar Lind').id };
    await sandbox.as('Noor Sayegh').calls(routes.correctPerson, answer, { managerId: sandbox.as('Helena Marsh').id });
    await round.invites(approach);
    expect(await unmarked(await newestCard())).toEqual([]);
    await expectMarked('/', ...steps());
  });

  it('while matches are drafted', async () => {
    for (const { person } of await round.people()) await sandbox.as(person.name).clicks('join');
    await round.does(routes.beginMatching);
    await expectMarked('/', ...steps());
  });

  it('when asked about a match, in the chat and in the tab', async () => {
    await round.sends();
    expect(await unmarked(await newestCard())).toEqual([]);
    await expectMarked('/', ...steps());
  });

  it('in a pair that is announced', async () => {
    for (const { person } of await round.people()) await sandbox.as(person.name).clicks('acceptProposal');
    await round.settles();
    await round.announces();
    expect(await unmarked(await newestCard())).toEqual([]);
    await expectMarked('/', '/admin', ...steps());
  });
});
