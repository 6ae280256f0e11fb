import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { peoplePartnerId, roundAt } from '../tab/fake/scenarios.js';
import { type FakeApi, startFakeApi } from '../tab/fake-api.js';
import { looks } from './axe-hours.js';
import { type Browser, openBrowser, screenshot } from './harness.js';
import { openTab, violationsIn } from './tab-visit.js';

let browser: Browser;
let api: FakeApi;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  await api.close();
});

const open = async (path: string, theme = 'default', size = { width: 1280, height: 800 }): Promise<Frame> => {
  api = await startFakeApi([roundAt('inviting')]);
  page = await browser.page();
  await page.setViewportSize(size);
  return openTab(page, api.url, { as: peoplePartnerId, path, theme });
};

describe('how the product is', () => {
  it('is found below the rounds; what was given up is sent again, or dropped after a question', async () => {
    const tab = await open('/admin');
    await tab.getByRole('link', { name: 'How the product is' }).click();
    await tab.getByText('Microsoft Graph has not answered for more than an hour.').waitFor();
    await tab.getByText('a permission or role is missing').waitFor();
    await tab.getByRole('button', { name: 'Send all again: Teams took no message for too long' }).click();
    await tab.getByText('The message is on the way again.').waitFor();
    await tab.getByRole('button', { name: 'Drop all: Has blocked the app' }).click();
    const dialog = tab.getByRole('alertdialog');
    await dialog.getByText('Drop 4 messages?').waitFor();
    await dialog.getByRole('button', { name: 'Drop all' }).click();
    await tab.getByText('4 messages are dropped.').waitFor();
    expect(api.calls.filter(({ name }) => name.endsWith('Everywhere')).map(({ name, body }) => ({ name, body }))).toMatchObject([
      { name: 'retryEverywhere', body: { reason: 'too-busy' } },
      { name: 'dropEverywhere', body: { reason: 'blocked' } },
    ]);
  });

  it.each(looks)('has nothing that axe finds wrong, and nothing wider than the page: $theme, $width', async ({ theme, width, height }) => {
    const tab = await open('/admin/health', theme, { width, height });
    await tab.getByRole('heading', { name: 'Given up' }).waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.setViewportSize({ width, height: 1700 });
    await screenshot(page, `health-${theme}-${width}`);
  });
});
