import { sandboxWordsFor } from '@coaching-pairs/local/words/sandbox-words';
import { pseudoLocale } from '@coaching-pairs/shared/words/locale';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTenantHouse, type TenantHouse } from '../local/connector/tenant-house.js';
import { untranslated } from '../pseudo.js';
import { type Browser, openBrowser, screenshot } from './harness.js';
import { textsIn } from './marked.js';
import { desk, phone } from './sandbox-visit.js';
import { buildPage, planMeeting, scriptInvitations } from './tried-page.js';

const { t } = sandboxWordsFor(pseudoLocale);
/** What the bot wrote, in its reader's language, and the app in its frame. */
const ofTheBot = ['.card-place', '.bubble', '.person-about', 'iframe'];

let house: TenantHouse;
let browser: Browser;
let page: Page;
let priya: string;
let facts: readonly string[];

beforeAll(async () => {
  buildPage();
  house = await openTenantHouse({ tabPage: '<!doctype html><title>Tab</title><h1>The app</h1>' });
  priya = house.idOf('Priya Sharma');
  scriptInvitations(house);
  planMeeting(house);
  await house.sandbox(`chats/${priya}/messages`, { text: 'hello' });
  facts = [house.tenant.name, ...house.tenant.people.map(({ name }) => name), 'Coaching pair: first conversation'];
  browser = await openBrowser();
  page = await browser.page(desk);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const opens = async (place: string): Promise<void> => {
  await page.goto(`${house.url}/?locale=${pseudoLocale}#/${place}`);
  await page.locator('main h2').first().waitFor();
};

const expectMarked = async (name: string): Promise<void> => {
  await screenshot(page, `pseudo-sandbox-${name}`);
  expect(untranslated(await textsIn(page.locator('body'), ofTheBot), facts)).toEqual([]);
};

describe('whatever the page of the sandbox says comes from its catalogue', () => {
  it('as the names of the page and its language show', async () => {
    await opens(`${house.tenant.administratorId}/chat`);
    expect(await page.title()).toBe(t('page.title'));
    expect(await page.locator('html').getAttribute('lang')).toBe(pseudoLocale);
  });

  it('in an empty chat, with the first steps', async () => {
    await page.getByText(t('chat.emptyHint')).waitFor();
    await page.getByText(t('firstSteps.title')).waitFor();
    await expectMarked('empty');
  });

  it('in a chat with messages, its menu and a dialog', async () => {
    await opens(`${priya}/chat/bot`);
    await page.getByRole('button', { name: 'Tell me more' }).last().click();
    await page.getByRole('button', { name: t('dialog.close') }).waitFor();
    expect(untranslated(await textsIn(page.getByRole('dialog'), ofTheBot), ['Tell me more'])).toEqual([]);
    await page.getByRole('button', { name: t('dialog.close') }).click();
    await page.getByRole('button', { name: 'Not this time' }).last().click();
    await page.getByText(t('chat.failed')).waitFor();
    await page.getByRole('button', { name: t('chat.menu') }).click();
    await page.getByRole('menuitem', { name: t('chat.remove') }).waitFor();
    await expectMarked('chat');
    await page.getByRole('menuitem', { name: t('chat.remove') }).click();
    await page.getByText(t('chat.missing')).waitFor();
    await expectMarked('removed');
    await page.getByRole('button', { name: t('chat.restore') }).click();
    await page.getByText(t('chat.missing')).waitFor({ state: 'detached' });
  });

  it('in the list of a phone', async () => {
    await page.setViewportSize(phone);
    await opens(`${priya}/chat`);
    await expectMarked('phone');
    await page.setViewportSize(desk);
  });

  it('where somebody becomes somebody else, moves the time on, or chooses a theme', async () => {
    await opens(`${priya}/calendar`);
    await page.getByRole('button', { name: t('people.me', { name: 'Priya Sharma' }) }).click();
    await page.getByRole('searchbox', { name: t('people.search') }).waitFor();
    await expectMarked('people');
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText(t('people.none')).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('button.clock').click();
    await page.getByRole('button', { name: t('clock.week') }).waitFor();
    await expectMarked('clock');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('theme.label', { name: t('theme.default') }) }).click();
    await page.getByRole('menuitemradio', { name: t('theme.contrast') }).waitFor();
    await expectMarked('theme');
  });

  it('in the calendar, and where a meeting is moved', async () => {
    await opens(`${house.idOf('Owen Gallagher')}/calendar`);
    await page.getByText(t('calendar.own')).waitFor();
    await expectMarked('calendar');
    await page.getByRole('button', { name: t('calendar.move'), exact: true }).click();
    await page.getByLabel(t('calendar.end')).fill('2020-01-01T00:00');
    await page.getByText(t('calendar.wrong')).waitFor();
    await expectMarked('move');
  });

  it('around the app', async () => {
    await opens(`${priya}/app`);
    await expectMarked('app');
  });
});
