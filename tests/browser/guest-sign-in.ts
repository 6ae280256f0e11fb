import type { Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { fullName, idOf } from '../bot/api/company.js';
import { type House, tabAppId, tenantId } from '../bot/api/house.js';

const entra = 'https://login.microsoftonline.com';
const outside = 'https://res.cdn.office.net/**';
const mail = 'gina@example.org';

/** Gina, whom IT has invited, as the directory knows her. */
export const guest = {
  ...{ id: idOf('Gina'), name: fullName('Gina'), department: null, managerId: null, enabled: true, jobTitle: null },
  ...{ mail, timeZone: null, language: null, location: null, functionName: null },
};
export const phone = { width: 375, height: 740 };

type Where = Pick<House, 'origin' | 'tokens'>;

/** Who picks their account at Entra, and whether it refuses to renew a sign-in. */
export type AtEntra = { who: 'Gina' | 'Ana'; refuses: boolean };

/** Entra's own pages as far as a browser meets them: it asks nothing, and leads back with a code. */
const authorize = async (route: Route, { origin }: Where, nonces: Map<string, string>): Promise<void> => {
  const asked = new URL(route.request().url()).searchParams;
  expect(asked.get('scope')).toContain(`/${tabAppId}/access_as_user`);
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('redirect_uri')).toBe(`${origin}/tab/`);
  nonces.set('code', asked.get('nonce') ?? '');
  const back = `${asked.get('redirect_uri')}#${new URLSearchParams({ code: 'code', state: asked.get('state') ?? '' })}`;
  await route.fulfill({ contentType: 'text/html', body: `<a href="${back.replaceAll('&', '&amp;')}">Go on</a>` });
};

const tokens = async (route: Route, house: Where, { who, refuses }: AtEntra, nonces: Map<string, string>): Promise<void> => {
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

/** Puts itself in Entra's place for one page; answers what the page complains of. */
export const inPlaceOfEntra = async (page: Page, house: Where, at: AtEntra): Promise<string[]> => {
  const complaints: string[] = [];
  // What is asked of the one address outside stays in this machine.
  await page.route(outside, (route) => route.abort());
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.startsWith('https://res.cdn.office.net/')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const nonces = new Map<string, string>();
  await page.route(`${entra}/${tenantId}/oauth2/v2.0/authorize?*`, (route) => authorize(route, house, nonces));
  await page.route(`${entra}/${tenantId}/oauth2/v2.0/token*`, (route) => tokens(route, house, at, nonces));
  await page.route(`${entra}/${tenantId}/oauth2/v2.0/logout*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>You have signed out</h1>' }),
  );
  return complaints;
};

/** Opens an address of the tab and signs in there as a guest. */
export const signsIn = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in as a guest' }).click();
  await page.getByRole('link', { name: 'Go on' }).click();
};
