import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTenantHouse, type TenantHouse } from '../local/connector/tenant-house.js';
import { everything } from './axe-hours.js';
import { axeViolations, type Browser, openBrowser, screenshot } from './harness.js';
import { buildPage, planMeeting, scriptInvitations } from './tried-page.js';

const teamsJs = readFileSync(createRequire(import.meta.url).resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'), 'utf8');

/** A page that asks its host what a tab asks, and writes down what it hears. */
const tabPage = `<!doctype html><html lang="en"><head><title>Tab</title></head><body><main><h1>The app</h1><p id="heard"></p></main>
<script>${teamsJs}</script><script>
const heard = {}; const note = (more) => { Object.assign(heard, more); document.getElementById('heard').textContent = JSON.stringify(heard); };
(async () => {
  await microsoftTeams.app.initialize();
  const { app, page, user } = await microsoftTeams.app.getContext();
  note({ theme: app.theme, subPage: page.subPageId, user: user.id, locale: app.locale });
  microsoftTeams.app.registerOnThemeChangeHandler((theme) => note({ theme }));
  const token = await microsoftTeams.authentication.getAuthToken();
  note({ oid: JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).oid });
  microsoftTeams.app.notifySuccess();
})();
</script></body></html>`;

const desktop = { width: 1280, height: 800 };
const phone = { width: 375, height: 740 };

describe('the page that stands in for the Teams client', () => {
  let house: TenantHouse;
  let browser: Browser;
  let priya: string;
  let invitation: ReturnType<typeof scriptInvitations>;

  const opened = async (size: { width: number; height: number }, place: string, theme = 'default'): Promise<Page> => {
    const page = await browser.page(size);
    await page.addInitScript((name) => {
      localStorage.setItem('sandbox-theme', name);
      localStorage.setItem('sandbox-first-steps-read', 'yes');
    }, theme);
    await page.goto(`${house.url}/#/${priya}/${place}`);
    await page.locator('main h1, main h2').first().waitFor();
    return page;
  };

  beforeAll(async () => {
    buildPage();
    house = await openTenantHouse({ tabPage });
    priya = house.idOf('Priya Sharma');
    invitation = scriptInvitations(house);
    await house.sandbox(`chats/${priya}/messages`, { text: 'hello' });
    await house.sandbox(`chats/${priya}/read`, {});
    planMeeting(house);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });
  beforeEach(() => invitation.forgets());

  it('draws the chat, the app and the calendar in three themes at two widths, with nothing for axe to find', async () => {
    // By day half of them: the light and the contrasting theme on a desk, the dark one on a phone.
    for (const [size, name] of [
      [desktop, 'desktop'],
      [phone, 'phone'],
    ] as const)
      for (const theme of everything ? ['default', 'dark', 'contrast'] : name === 'desktop' ? ['default', 'contrast'] : ['dark']) {
        const page = await opened(size, 'chat/bot', theme);
        await page.getByText('Who sees what').waitFor();
        await screenshot(page, `sandbox-chat-${name}-${theme}`);
        expect([name, theme, await axeViolations(page)]).toEqual([name, theme, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        const cards = await page.locator('.card').evaluateAll((all) => all.map((card) => card.scrollWidth <= card.clientWidth));
        expect(cards).toEqual(cards.map(() => true));
        await page.goto(`${house.url}/#/${priya}/calendar`);
        await page.getByText('Organised by Owen Gallagher').waitFor();
        await screenshot(page, `sandbox-calendar-${name}-${theme}`);
        expect([name, theme, await axeViolations(page)]).toEqual([name, theme, []]);
        await page.getByRole('button', { name: /You are.*Priya Sharma/ }).click();
        await page.getByRole('searchbox').fill('product');
        await page.getByText('Isabel Fuentes').waitFor();
        await screenshot(page, `sandbox-people-${name}-${theme}`);
        expect([name, theme, await axeViolations(page)]).toEqual([name, theme, []]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /Move the time on/ }).click();
        await page.getByRole('button', { name: '+ 1 week' }).waitFor();
        await screenshot(page, `sandbox-clock-${name}-${theme}`);
        expect([name, theme, await axeViolations(page)]).toEqual([name, theme, []]);
        await page.close();
      }
  });

  it('shows the card that a click brings back, and says where one failed', async () => {
    const page = await opened(phone, 'chat');
    await page.getByRole('link', { name: /Coaching Pairs.*\d\d/ }).click();
    await page.getByRole('button', { name: 'Not this time' }).last().click();
    await page.getByText('Something went wrong. Please try again.').waitFor();
    await page.getByRole('button', { name: 'I’m in' }).last().click();
    await page.getByText('You are in. We will write when there is a match.').last().waitFor();
    expect(await page.getByText('Something went wrong').count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 10_000 }).toBe('Sit this one out');
    await page.getByRole('link', { name: 'Back to the chats' }).click();
    await page.getByRole('heading', { name: 'Chat' }).waitFor();
    await page.close();
  });

  it('tells whoever comes first where to begin, until they have read it', async () => {
    for (const size of [desktop, phone]) {
      const page = await browser.page(size);
      await page.goto(house.url);
      await page.evaluate(() => localStorage.removeItem('sandbox-first-steps-read'));
      await page.reload();
      await page.getByText('You are Noor Sayegh.').waitFor();
      await screenshot(page, `sandbox-first-steps-${size.width}`);
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close this hint' }).click();
      await page.reload();
      await page.getByRole('heading', { name: 'Chat' }).waitFor();
      expect(await page.getByText('You are Noor Sayegh.').count()).toBe(0);
      await page.close();
    }
  });

  it('opens a dialog, keeps it while a field is missing, and shows what the bot says at the end', async () => {
    const page = await opened(desktop, 'chat/bot');
    await page.getByRole('button', { name: 'Tell me more' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Tell me more' });
    await dialog.getByLabel('A topic').waitFor();
    await page.waitForTimeout(400);
    await screenshot(page, 'sandbox-dialog');
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Write a topic.').waitFor();
    await dialog.getByLabel('A topic').fill('Delegating');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Thank you.').waitFor();
    const submitted = house.bot.received.find(({ name }) => name === 'task/submit');
    expect(submitted.value.data).toMatchObject({ form: 'topic', topic: 'Delegating', when: 'morning', remind: 'true' });
    await page.close();
  });

  it('frames the app as Teams does: context, token, theme, and deep links from cards', async () => {
    const page = await opened(desktop, 'chat/bot');
    await page.getByRole('link', { name: 'Open in the app' }).last().click();
    const heard = page.frameLocator('iframe').locator('#heard');
    await expect
      .poll(async () => JSON.parse((await heard.textContent()) || '{}'), { timeout: 10_000 })
      .toEqual({
        theme: 'default',
        subPage: 'round/spring',
        user: priya,
        locale: 'en-gb',
        oid: priya,
      });
    await page.getByRole('button', { name: /Theme/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(async () => JSON.parse((await heard.textContent()) || '{}').theme).toBe('dark');
    await page.getByRole('button', { name: /You are/ }).click();
    await page.getByRole('searchbox').fill('owen');
    await page.getByRole('button', { name: /Owen Gallagher/ }).click();
    await expect.poll(async () => JSON.parse((await heard.textContent()) || '{}').oid).toBe(house.idOf('Owen Gallagher'));
    await page.close();
  });

  it('answers, moves and cancels meetings', async () => {
    const page = await opened(desktop, 'calendar');
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Priya Sharma (accepted)').waitFor();
    await page.goto(`${house.url}/#/${house.idOf('Owen Gallagher')}/calendar`);
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    const ends = page.getByLabel('Ends');
    const starts = await page.getByLabel('Starts').inputValue();
    await ends.fill(`${starts.slice(0, 11)}00:00`);
    await page.getByText('The end must be after the start.').waitFor();
    await page.getByLabel('Starts').fill(`${starts.slice(0, 11)}06:00`);
    await ends.fill(`${starts.slice(0, 11)}06:45`);
    await page.getByRole('button', { name: 'Move it' }).click();
    await page.getByText('Priya Sharma (no answer yet)').waitFor();
    expect(house.graph.calendars.events(priya)[0]).toMatchObject({ answer: 'none' });
    await page.getByRole('button', { name: 'Cancel meeting' }).click();
    await page.getByText('Nothing in this week.').waitFor();
    await page.close();
  });

  it('marks what is unread, and moves the time on', async () => {
    const owen = house.idOf('Owen Gallagher');
    const page = await opened(desktop, 'calendar');
    await house.sandbox(`chats/${owen}/messages`, { text: 'hello' });
    await page.getByRole('button', { name: /You are/ }).click();
    await page.getByRole('button', { name: /Owen Gallagher.*1 unread message/ }).click();
    await page.getByRole('link', { name: /Chat 1 unread message/ }).waitFor();
    await screenshot(page, 'sandbox-unread');
    await page.getByRole('link', { name: /Chat 1 unread message/ }).click();
    await page.getByText('New', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: /unread/ }).count()).toBe(0);
    const before = Date.parse((await house.sandbox('clock')).body.now);
    await page.getByRole('button', { name: /Move the time on/ }).click();
    await screenshot(page, 'sandbox-clock');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '+ 1 week' }).click();
    await expect.poll(async () => Date.parse((await house.sandbox('clock')).body.now) - before).toBeGreaterThanOrEqual(7 * 86_400_000);
    await page.close();
  });
});
