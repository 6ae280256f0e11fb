import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fullName, idOf, people } from '../bot/api/company.js';
import { type House, openHouse, tabAppId, tenantId } from '../bot/api/house.js';
import { paperDirectory } from '../bot/api/paper-directory.js';
import { builtTab } from '../tab/built-tab.js';
import { axeViolations, type Browser, openBrowser, screenshot } from './harness.js';

const entra = 'https://login.microsoftonline.com';
const outside = 'https://res.cdn.office.net/**';
const mail = 'gina@example.org';
const guest = {
  ...{ id: idOf('Gina'), name: fullName('Gina'), department: null, managerId: null, enabled: true, jobTitle: null },
  ...{ mail, timeZone: null, language: null, location: null, functionName: null },
};
const phone = { width: 375, height: 740 };

let house: House;
let browser: Browser;
let page: Page;
let made = 0;
/** Who picks their account at Entra, and with which marks. */
let who: 'Gina' | 'Ana';
/** Whether Entra refuses to renew a sign-in. */
let refuses: boolean;
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

/** Entra's own pages as far as a browser meets them: it asks nothing, and leads back with a code. */
const authorize = async (route: Route, nonces: Map<string, string>): Promise<void> => {
  const asked = new URL(route.request().url()).searchParams;
  expect(asked.get('scope')).toContain(`/${tabAppId}/access_as_user`);
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('redirect_uri')).toBe(`${house.origin}/tab/`);
  nonces.set('code', asked.get('nonce') ?? '');
  const back = `${asked.get('redirect_uri')}#${new URLSearchParams({ code: 'code', state: asked.get('state') ?? '' })}`;
  await route.fulfill({ contentType: 'text/html', body: `<a href="${back.replaceAll('&', '&amp;')}">Go on</a>` });
};

const tokens = async (route: Route, nonces: Map<string, string>): Promise<void> => {
  const form = new URLSearchParams(route.request().postData() ?? '');
  const headers = { 'access-control-allow-origin': house.origin };
  if (refuses && form.get('grant_type') === 'refresh_token')
    return route.fulfill({ status: 400, headers, json: { error: 'invalid_grant', error_description: 'AADSTS700084: ended.' } });
  if (form.get('grant_type') === 'authorization_code') expect(form.get('code_verifier')).toMatch(/^[\w-]{43,}$/u);
  const marks = who === 'Gina' ? { acct: 1 } : { acct: 0 };
  const id = { aud: tabAppId, nonce: nonces.get('code'), preferred_username: mail, tid: tenantId };
  const uid = Buffer.from(JSON.stringify({ uid: idOf(who), utid: tenantId })).toString('base64url');
  await route.fulfill({
    headers,
    json: {
      ...{ token_type: 'Bearer', scope: form.get('scope'), expires_in: 3600, client_info: uid, refresh_token: 'refresh' },
      access_token: await house.tokens.token(who, { ...marks, azp: tabAppId }),
      id_token: await house.tokens.token(who, id),
    },
  });
};

beforeAll(async () => {
  const tabFolder = await builtTab();
  [house, browser] = await Promise.all([
    openHouse({ store: 'memory', tabFolder, directory: paperDirectory(people, [guest]) }),
    openBrowser(),
  ]);
  await does('switchTwoTwo', { on: true });
  const from = { kind: 'external', name: guest.name, mail };
  const { coaches } = routes.addCoach.answer.parse(await does('addCoach', { from, capacity: 2 }));
  await does('linkCoach', {}, coaches[0]?.id ?? '');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  [who, refuses, complaints] = ['Gina', false, []];
  page = await browser.page(phone);
  // What is asked of the one address outside stays in this machine.
  await page.route(outside, (route) => route.abort());
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.startsWith('https://res.cdn.office.net/')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const nonces = new Map<string, string>();
  await page.route(`${entra}/${tenantId}/oauth2/v2.0/authorize?*`, (route) => authorize(route, nonces));
  await page.route(`${entra}/${tenantId}/oauth2/v2.0/token*`, (route) => tokens(route, nonces));
  await page.route(`${entra}/${tenantId}/oauth2/v2.0/logout*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>You have signed out</h1>' }),
  );
});
afterEach(() => page.close());

const signsIn = async (place: string): Promise<void> => {
  await page.goto(`${house.origin}/tab/${place}`);
  await page.getByRole('button', { name: 'Sign in as a guest' }).click();
  await page.getByRole('link', { name: 'Go on' }).click();
};
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

describe('a coach from outside, in a browser of their own', () => {
  it('[S-04] [S-12] signs in, stands on the page of the link that led there, and leaves', async () => {
    await signsIn('#/2-2/me');
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
    who = 'Ana';
    await signsIn('');
    await heading('There is nothing here for this account').waitFor();
    await page.getByRole('button', { name: 'Sign in with another account' }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0);
  });

  it('[S-04] is told when the sign-in has ended, and comes back to the same page by signing in again', async () => {
    await signsIn('#/2-2/me');
    await heading('My entry as a coach').waitFor();
    refuses = true;
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
