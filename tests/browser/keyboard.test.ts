import { routes } from '@coaching-pairs/shared/wire/routes';
import type { ElementHandle, Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { membersOf, type OnBoard } from '../acceptance/driver/board.js';
import { inRepository } from '../acceptance/driver/product.js';
import type { Round } from '../acceptance/driver/round.js';
import { everyStory } from '../acceptance/driver/stories.js';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { type Browser, openBrowser, screenshot, standing } from './harness.js';
import { desk, type Visitor, visitSandbox } from './sandbox-visit.js';

const leader = 'Helena Marsh';
const administrator = 'Noor Sayegh';
const most = 80;

let sandbox: Sandbox;
let browser: Browser;
let visitor: Visitor;
let page: Page;
let round: Round;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ people: inRepository('tests/data/twelve-leaders.csv') }), openBrowser()]);
  page = await browser.page(desk);
  visitor = await visitSandbox(page, sandbox.url());
  // On a busy machine a page may come up behind, where the keyboard goes to nobody.
  await page.bringToFront();
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

/** What the keyboard acts on, in the page or in the frame of the app. */
const focused = async (): Promise<ElementHandle<Element>> => {
  const outer = (await page.evaluateHandle(() => document.activeElement ?? document.body)).asElement();
  const frame = await outer.contentFrame();
  return frame === null ? outer : (await frame.evaluateHandle(() => document.activeElement ?? document.body)).asElement();
};

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.ownerDocument.hasFocus() && element === element.ownerDocument.activeElement);

/** Presses Tab until this has the focus; refuses when it is never reached. */
const reaches = async (target: Locator): Promise<void> => {
  await target.waitFor();
  const met: string[] = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    met.push(await (await focused()).evaluate((one) => one.getAttribute('aria-label') ?? one.textContent?.slice(0, 30) ?? one.tagName));
  }
  throw new Error(`The keyboard does not reach ${target}, but: ${met.join(' | ')}`);
};

const presses = async (target: Locator, key = 'Enter'): Promise<void> => {
  await reaches(target);
  await page.keyboard.press(key);
};

/** A field that searches: types, goes down to what is found, and takes it. */
const takes = async (tab: Frame, label: string, name: string): Promise<void> => {
  await reaches(tab.getByRole('combobox', { name: label }));
  await page.keyboard.type(name.slice(0, 6));
  // What was found for the first letters gives way to what is found for all of them.
  await page.waitForTimeout(600);
  await tab.getByRole('option', { name }).first().waitFor();
  for (let pressed = 0; pressed < 5; pressed += 1) {
    const active = tab.getByRole('combobox', { name: label });
    const id = await active.getAttribute('aria-activedescendant');
    if (id !== null && (await tab.locator(`[id="${id}"]`).textContent())?.includes(name)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
};

const goesTo = async (tab: Frame, path: string): Promise<void> => {
  await tab.evaluate((to) => {
    window.location.hash = to;
  }, path);
  await standing(tab);
};

/** Two of different drafts who could change places. */
const swappable = async (drafts: readonly OnBoard[]): Promise<readonly [string, string]> => {
  const allowed = async (...members: readonly string[]): Promise<boolean> =>
    (await round.calls(routes.checkPeople, { memberIds: members.map((name) => sandbox.as(name).id) })).allowed;
  for (const one of drafts) {
    for (const other of drafts) {
      const [[a = '', b = ''], [c = '', d = '']] = [membersOf(one), membersOf(other)];
      if (one !== other && (await allowed(c, b)) && (await allowed(a, d))) return [a, c];
    }
  }
  throw new Error('Nobody can change places.');
};

/** Goes on so many stops; answers those whose look does not change when they have the focus. */
const invisibleStops = async (count: number): Promise<readonly string[]> => {
  const invisible: string[] = [];
  const look = async (one: ElementHandle<Element>): Promise<string> => {
    const box = await one.boundingBox();
    if (box === null) return '';
    const clip = { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12 };
    return (await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })).toString('base64');
  };
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(120);
    const one = await focused();
    if (await one.evaluate((element) => element === document.body)) continue;
    const withFocus = await look(one);
    await one.evaluate((element) => element instanceof HTMLElement && element.blur());
    await page.waitForTimeout(120);
    if ((await look(one)) === withFocus) invisible.push(await one.evaluate((element) => element.outerHTML.slice(0, 160)));
    await one.focus();
  }
  return invisible;
};

/** Whether the keyboard acts on something of the app outside its dialog; runs in the app. */
const isCovered = (): boolean => {
  const active = document.activeElement;
  if (!document.hasFocus() || active === null || active === document.body) return false;
  return active.closest('[role=alertdialog]') === null && !active.hasAttribute('data-tabster-dummy');
};

describe('by keyboard alone', () => {
  it('an administrator opens a round', async () => {
    await presses(page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: 'Coaching Pairs' }));
    const tab = await visitor.tab();
    await presses(tab.getByRole('link', { name: 'Administration' }));
    await presses(tab.getByRole('button', { name: 'New round' }));
    await takes(tab, 'The person at the top', leader);
    await takes(tab, 'People partner', 'Ravi Menon');
    await presses(tab.getByRole('button', { name: 'Open as a draft' }));
    await tab.getByRole('heading', { name: /^Coaching Pairs from / }).waitFor();
    expect(await (await focused()).evaluate((element) => element.tagName)).toBe('H1');
  });

  it('a leader answers a card, and the focus stays with it', async () => {
    round = await sandbox.opens(administrator, { leader, peoplePartner: 'Ravi Menon', administrators: [administrator] });
    await round.invites();
    await presses(page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: 'Chat' }));
    await presses(page.getByRole('button', { name: /Change person/ }));
    await reaches(page.getByRole('searchbox', { name: 'Search name, title or department' }));
    await page.keyboard.type('Mira Chandra');
    await page.getByText(/^1 of \d+ people$/).waitFor();
    await presses(page.getByRole('region', { name: 'Be somebody else' }).getByRole('button', { name: 'Mira Chandra' }));
    await presses(visitor.card('Would you like to be in a coaching pair?').getByRole('button', { name: "I'm in" }));
    await visitor.card("You're in").waitFor();
    expect((await sandbox.as('Mira Chandra').round()).answer).toBe('joined');
    await expect.poll(async () => (await focused()).evaluate((element) => element.closest('.card, .log') !== null)).toBe(true);
  });

  it('an administrator locks a match and has two people change places', async () => {
    for (const { person } of await round.people()) if (person.name !== 'Mira Chandra') await sandbox.as(person.name).clicks('join');
    await round.does(routes.beginMatching);
    await visitor.becomes(administrator);
    await visitor.opens('Coaching Pairs');
    const tab = await visitor.tab();
    await goesTo(tab, `/admin/${round.id}/matching`);
    const lock = tab.getByRole('button', { name: /^Lock: / }).last();
    await presses(lock, ' ');
    await tab.getByRole('button', { name: /^Locked: / }).waitFor();
    expect((await round.board()).drafts.filter(({ locked }) => locked)).toHaveLength(1);
    const [one, other] = await swappable((await round.board()).drafts.filter(({ locked }) => !locked));
    await presses(tab.getByRole('button', { name: `Choose ${one} for a change by hand` }), ' ');
    await presses(tab.getByRole('button', { name: `Choose ${other} for a change by hand` }), ' ');
    await screenshot(page, 'keyboard-swap');
    await presses(tab.getByRole('button', { name: 'Change places' }));
    await tab.getByText('They have changed places.').last().waitFor();
    const now = (await round.board()).drafts.find((draft) => membersOf(draft).includes(one));
    expect(now?.byHand).toBe(true);
  });

  it.each(['no-preference', 'reduce'] as const)('a dialog keeps the focus and gives it back, where motion is %s', async (reducedMotion) => {
    await page.emulateMedia({ reducedMotion });
    const tab = await visitor.tab();
    const send = tab.getByRole('button', { name: /^Approve and send/ });
    await presses(send);
    const dialog = tab.getByRole('alertdialog');
    await dialog.waitFor();
    for (let pressed = 0; pressed < 8; pressed += 1) {
      // Whoever goes on from the last stop comes to the client around the app, never to what the dialog covers.
      expect(await tab.evaluate(isCovered)).toBe(false);
      await page.keyboard.press(pressed < 4 ? 'Tab' : 'Shift+Tab');
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(send)).toBe(true);
  });

  it.runIf(everyStory)('the focus can be seen at every stop of the board, and of a chat', async () => {
    const tab = await visitor.tab();
    await tab.getByRole('region', { name: 'Notifications' }).getByRole('listitem').first().waitFor({ state: 'detached' });
    await tab.getByRole('link', { name: 'My round' }).focus();
    expect(await invisibleStops(24)).toEqual([]);
    await visitor.becomes('Jonas Weber');
    await visitor.opens('Chat');
    await page.getByRole('button', { name: 'More about this chat' }).focus();
    expect(await invisibleStops(10)).toEqual([]);
  });
});
