import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inventedLeaders } from '../tab/fake/people.js';
import { type Moment, roundAt } from '../tab/fake/scenarios.js';
import { type FakeApi, startFakeApi } from '../tab/fake-api.js';
import { type Browser, openBrowser } from './harness.js';
import { openTab, violationsIn } from './tab-visit.js';

let browser: Browser;
let api: FakeApi;
let page: Page;
const complaints: string[] = [];

const open = async (moment: Moment, as: string, visit: { link?: string; locale?: string } = {}): Promise<Frame> => {
  api = await startFakeApi([roundAt(moment)]);
  page = await browser.page();
  // A policy that is broken, or a fault of the page, is said on the console.
  page.on('console', (said) => {
    if (/Content Security Policy|Uncaught|Warning:/.test(said.text())) complaints.push(said.text());
  });
  return openTab(page, api.url, { as, ...visit });
};
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  await api.close();
  expect(complaints.splice(0)).toEqual([]);
});
/** Anybody else of the round. */
const [trusted = { id: '', name: '' }] = inventedLeaders(1);
const bodies = (name: string): unknown[] => api.calls.filter((one) => one.name === name).map((one) => one.body);

describe('Maya, who is invited', () => {
  it('[C-01] has who sees what before her when she says that she is in, and its version goes with her answer', async () => {
    const tab = await open('inviting', 'leader-3');
    await tab.getByRole('heading', { name: 'Who sees what' }).waitFor();
    await tab.getByRole('button', { name: 'I’m in'.replace('’', "'"), exact: true }).click();
    await tab.getByText('You are in this round.').waitFor();
    expect(bodies('answerInvitation')).toMatchObject([{ answer: 'joined', disclosureVersion }]);
  });

  it('[CP-11] says no without a reason, and can still change her mind', async () => {
    const tab = await open('inviting', 'leader-3');
    await tab.getByRole('button', { name: 'Not this time' }).click();
    await tab.getByRole('heading', { name: 'You are sitting this round out' }).waitFor();
    await tab.getByRole('button', { name: "I'm in after all" }).click();
    await tab.getByText('You are in this round.').waitFor();
  });

  it('[CP-24c] [C-01] names in private whom she would trust, found by name and kept at once, or skips it', async () => {
    const tab = await open('inviting', 'leader-3');
    await tab.getByRole('button', { name: "I'm in", exact: true }).click();
    await tab.getByRole('button', { name: 'Name people' }).click();
    await tab.getByRole('heading', { name: 'Your wishes', level: 1 }).waitFor();
    await tab.getByRole('combobox', { name: 'Somebody you would trust' }).pressSequentially(trusted.name.slice(0, 5));
    await tab.getByRole('option', { name: trusted.name }).waitFor();
    await page.keyboard.press('Enter');
    await tab.getByRole('list', { name: 'Whom you would trust' }).getByText(trusted.name).waitFor();
    expect(bodies('saveWishes')).toMatchObject([{ closely: [], trusted: [trusted.id] }]);
    expect(await tab.getByText('Only you', { exact: true }).count()).toBe(2);
    expect(await violationsIn(tab)).toEqual([]);
  });

  it('[CP-60] reads that there is no hierarchy in a pair', async () => {
    const tab = await open('inviting', 'leader-3');
    expect(await tab.getByText('In a pair nobody outranks anybody').count()).toBe(1);
  });

  it('[R-11] sends the same operation again when the connection breaks before the answer arrives', async () => {
    const tab = await open('inviting', 'leader-3');
    api.failNext('answerInvitation', 0);
    await tab.getByRole('button', { name: "I'm in", exact: true }).click();
    await tab.getByText('You are in this round.').waitFor();
    const sent = bodies('answerInvitation');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('is told in a sentence when something is refused, with a reference for IT', async () => {
    const tab = await open('inviting', 'leader-3');
    api.failNext('answerInvitation', 409);
    await tab.getByRole('button', { name: "I'm in", exact: true }).click();
    await tab.getByRole('alert').filter({ hasText: 'told to refuse this' }).waitFor();
    expect(await tab.getByRole('alert').first().textContent()).toContain('c0ffee-1234');
  });
});

describe('Ingrid, before a proposed match', () => {
  const asked = async (): Promise<Frame> => {
    const tab = await open('proposed', 'leader-1');
    await tab.getByRole('heading', { name: 'Your proposed match' }).waitFor();
    return tab;
  };

  it('[CP-24] reads the one question, and no score', async () => {
    const tab = await asked();
    await tab.getByText('Could I be open with this person, and they with me?').waitFor();
    expect(await tab.getByText(/score|%/i).count()).toBe(0);
  });

  it('accepts in one step and then waits for the other', async () => {
    const tab = await asked();
    await tab.getByRole('button', { name: 'Accept' }).click();
    await tab.getByRole('heading', { name: 'You said yes' }).waitFor();
    expect(bodies('answerProposal')).toMatchObject([{ answer: 'accept' }]);
  });

  it('[CP-33] is told before a decline what the other may guess, and gives no reason', async () => {
    const tab = await asked();
    await tab.getByRole('button', { name: "I'd rather not" }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('They may still guess').waitFor();
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    await dialog.getByRole('button', { name: "I'd rather not" }).click();
    await tab.getByRole('heading', { name: 'Your match is being reworked' }).waitFor();
  });

  it('[CP-33] sees, as round leader, who is being reworked but never who declined', async () => {
    const tab = await asked();
    expect(await tab.getByText('would rather not').count()).toBe(0);
    await tab.getByRole('button', { name: "To the round leader's page" }).click();
    await tab.getByText('Being reworked (2)').waitFor();
    expect(await tab.getByText('would rather not').count()).toBe(0);
  });
});

describe('the tab', () => {
  it('opens where a link from a card points, and starts reading at the title of each further page', async () => {
    const tab = await open('active', 'leader-4', { link: 'about' });
    await tab.getByRole('heading', { level: 1, name: 'What Coaching Pairs is' }).waitFor();
    await tab.getByRole('link', { name: 'My round' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Leadership team, spring' }).waitFor();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('follows the theme of Teams while it is open, and says when it is ready', async () => {
    const tab = await open('active', 'leader-4');
    const ground = (): Promise<string> =>
      tab.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor);
    const light = await ground();
    await page.evaluate("setTheme('dark')");
    await expect.poll(ground).not.toBe(light);
    expect(await page.evaluate('window.notified')).toEqual(
      expect.arrayContaining(['appInitialization.appLoaded', 'appInitialization.success']),
    );
  });

  it('asks in the language of the reader', async () => {
    await open('active', 'leader-4', { locale: 'de-de' });
    expect(new Set(api.calls.map((one) => one.language))).toEqual(new Set(['de-DE']));
  });

  it('asks kindly to be opened in Teams where there is no host', async () => {
    api = await startFakeApi([]);
    page = await browser.page();
    await page.goto(`${api.url}/tab/`);
    await page.getByRole('heading', { name: 'Please open this in Microsoft Teams' }).waitFor();
    expect(api.calls).toEqual([]);
  });

  it('[S-24] shows that it is loading while the bot takes its time, and offers another try when it fails', async () => {
    api = await startFakeApi([roundAt('inviting')]);
    page = await browser.page();
    await page.route('https://res.cdn.office.net/**', (route) => route.abort());
    api.delay = 1_500;
    api.failNext('me', 400);
    await page.goto(`${api.url}/host?as=leader-3`, { waitUntil: 'commit' });
    const tab = page.frameLocator('iframe');
    await tab.getByLabel('Loading').first().waitFor();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { name: 'Would you like to take part?' }).waitFor();
  });
});
