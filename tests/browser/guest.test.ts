import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../bot/api/company.js';
import { type House, openHouse } from '../bot/api/house.js';
import { paperDirectory } from '../bot/api/paper-directory.js';
import { builtTab } from '../tab/built-tab.js';
import { type AtEntra, guest, inPlaceOfEntra, phone, signsIn } from './guest-sign-in.js';
import { axeViolations, type Browser, openBrowser, screenshot } from './harness.js';

let house: House;
let browser: Browser;
let page: Page;
let made = 0;
let at: AtEntra;
let complaints: string[];

const does = async (name: 'switchTwoTwo' | 'addCoach' | 'linkCoach', body: object, coachId = ''): Promise<unknown> => {
  const token = await house.tokens.token('Stella', { roles: ['Engagement.Coordinator'] });
  const { method, path } = routes[name];
  const answer = await fetch(`${house.origin}${path.replace('{coachId}', coachId)}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ opId: `guest-${String(++made).padStart(6, '0')}`, ...body }),
  });
  expect(answer.status, name).toBe(200);
  return answer.json();
};

beforeAll(async () => {
  const tabFolder = await builtTab();
  [house, browser] = await Promise.all([
    openHouse({ store: 'memory', tabFolder, directory: paperDirectory(people, [guest]) }),
    openBrowser(),
  ]);
  await does('switchTwoTwo', { on: true });
  const from = { kind: 'external', name: guest.name, mail: guest.mail };
  const { coaches } = routes.addCoach.answer.parse(await does('addCoach', { from, capacity: 2 }));
  await does('linkCoach', {}, coaches[0]?.id ?? '');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  at = { who: 'Gina', refuses: false };
  page = await browser.page(phone);
  complaints = await inPlaceOfEntra(page, house, at);
});
afterEach(() => page.close());

const signsInAt = (place: string) => signsIn(page, `${house.origin}/tab/${place}`);
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

describe('a coach from outside, in a browser of their own', () => {
  it('[S-04] [S-12] signs in, stands on the page of the link that led there, and leaves', async () => {
    await signsInAt('#/2-2/me');
    await heading('My entry as a coach').waitFor();
    expect(page.url()).toBe(`${house.origin}/tab/#/2-2/me`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await screenshot(page, 'guest-entry');
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['2:2 Coaching', 'My data']);
    // Loaded anew, the same window is still signed in; a page that is not a guest's leads to theirs.
    await page.goto(`${house.origin}/tab/#/notes`);
    await page.reload();
    await page.waitForURL(/#\/2-2\/engagements$/u);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading('You have signed out').waitFor();
    await page.goto(`${house.origin}/tab/`);
    await page.getByRole('button', { name: 'Sign in as a guest' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, 'guest-outside');
    expect(complaints).toEqual([]);
  });

  it('[S-08] somebody of the organisation, who is in Teams, finds nothing by that way', async () => {
    at.who = 'Ana';
    await signsInAt('');
    await heading('There is nothing here for this account').waitFor();
    await page.getByRole('button', { name: 'Sign in with another account' }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0);
  });

  it('[S-04] is told when the sign-in has ended, and comes back to the same page by signing in again', async () => {
    await signsInAt('#/2-2/me');
    await heading('My entry as a coach').waitFor();
    at.refuses = true;
    // As after a day: what the window holds is out of date.
    await page.evaluate(() => {
      for (const [key, value] of Object.entries(sessionStorage))
        if (value.includes('"expiresOn"'))
          sessionStorage.setItem(key, value.replace(/"(expiresOn|extendedExpiresOn)":"\d+"/gu, '"$1":"1"'));
    });
    await page.reload();
    await page.getByRole('alert').getByText('Your sign-in has ended.', { exact: false }).first().waitFor();
    await screenshot(page, 'guest-ended');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('link', { name: 'Go on' }).click();
    await heading('My entry as a coach').waitFor();
  });
});
