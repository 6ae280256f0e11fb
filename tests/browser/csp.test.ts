import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../acceptance/sandbox.js';
import { type Browser, openBrowser } from './harness.js';

/** Where the tab is served for this test; the sandbox itself may frame what it serves, and so does not count. */
const home = 'https://coaching-pairs.example.com';

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.remove();
});

/** Frames the tab in a page of that origin; answers the frame and what the browser said of it. */
const framedBy = async (origin: string): Promise<{ readonly page: Page; readonly frame: Frame; readonly said: readonly string[] }> => {
  const page = await browser.page();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.route(`${home}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${sandbox.url()}${pathname}${search}` }) });
  });
  await page.route('https://res.cdn.office.net/**', (route) => route.abort());
  const html = `<!doctype html><html lang="en"><title>Host</title><iframe title="Tab" src="${home}/tab/" width="800" height="600"></iframe></html>`;
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('The host page framed nothing.');
  return { page, frame, said };
};

describe('the tab in a frame', () => {
  // Side by side: outside of Teams the tab waits a while for a host before it says so.
  it.concurrent.each(['https://teams.microsoft.com', 'https://emea.teams.microsoft.com', 'https://teams.cloud.microsoft'])(
    '[S-12] is shown by %s',
    async (origin) => {
      const { page, frame, said } = await framedBy(origin);
      await frame.getByRole('heading', { level: 1 }).waitFor();
      expect(said.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
      await page.close();
    },
  );

  it.each([
    'https://evil.test',
    'https://teams.microsoft.com.evil.test',
    'https://evil-teams.microsoft.com.example.com',
    'http://teams.microsoft.com',
    'https://microsoft.com',
  ])('[S-12] is blocked by the browser in %s', async (origin) => {
    const { page, frame, said } = await framedBy(origin);
    await expect.poll(() => said.some((text) => /frame-ancestors/.test(text))).toBe(true);
    expect(await frame.getByRole('heading').count()).toBe(0);
    expect(await frame.locator('#root').count()).toBe(0);
    await page.close();
  });
});
