import type { BrowserSignIn } from '@coaching-pairs/shared/wire/browser-sign-in';
import { type Request, Router, text, urlencoded } from 'express';
import type { SandboxContext, SandboxPerson } from '../parts.js';
import { escaped, textIn } from './sign-in-page.js';

type Tenant = Pick<SandboxContext, 'people' | 'guests' | 'trust' | 'ids' | 'origin' | 'publicUrl'>;

const asked = ['redirect_uri', 'state', 'nonce', 'code_challenge'] as const;

const buttons = (people: readonly SandboxPerson[]): string =>
  people
    .map(
      ({ id, name, mail }) =>
        `<li><button name="person" value="${escaped(id)}" type="submit">${escaped(name)}<br /><small>${escaped(mail ?? '')}</small></button></li>`,
    )
    .join('');

const page = ({ people, guests }: Tenant, request: Request): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>Pick an account</title>
<style>body{font:16px/1.5 sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem}h1{font-size:1.25rem}h2{font-size:1rem}ul{list-style:none;padding:0}button{font:inherit;width:100%;text-align:start;padding:.5rem .75rem;margin:.125rem 0}</style></head>
<body><h1>Pick an account</h1>
<p>This stands in for Microsoft Entra. Nothing leaves this machine.</p>
<form method="post">${asked.map((name) => `<input type="hidden" name="${name}" value="${escaped(textIn(request.query, name))}" />`).join('')}
<h2>Guests</h2><ul>${buttons(guests)}</ul><h2>People of the organisation</h2><ul>${buttons(people)}</ul></form></body></html>`;

/** Where the tab of this sandbox is, and nowhere else, is anybody led back to. */
const isOwn = ({ publicUrl }: Tenant, address: string): boolean => address === `${publicUrl}/tab/`;

/**
 * Entra's pages for a browser of its own, at the address of the page: a browser would not trust the sandbox's https origin. The tab is
 * told of them in place of those that the product names.
 */
export const browserSignInPages = (tenant: Tenant): Router => {
  const { people, guests, trust, ids, origin, publicUrl } = tenant;
  // With the tenant in front, as at Entra: the library puts it there.
  const base = `/${ids.tenantId}/oauth2/v2.0`;
  const own = `${publicUrl}${base}`;
  const router = Router();
  router.get('/tab/sign-in.json', (_request, response) => {
    const metadata = {
      authorization_endpoint: `${own}/authorize`,
      token_endpoint: `${own}/token`,
      end_session_endpoint: `${own}/logout`,
      issuer: `${origin}/${ids.tenantId}/v2.0`,
      jwks_uri: `${origin}/${ids.tenantId}/discovery/v2.0/keys`,
    };
    const scope = `api://${new URL(publicUrl).host}/${ids.tabAppId}/access_as_user`;
    const told: BrowserSignIn = {
      clientId: ids.tabAppId,
      authority: `${origin}/${ids.tenantId}`,
      scope,
      metadata: JSON.stringify(metadata),
    };
    response.set('Cache-Control', 'no-store').json(told);
  });
  router.get(`${base}/authorize`, (request, response) => void response.type('html').send(page(tenant, request)));
  router.post(`${base}/authorize`, urlencoded({ extended: false }), (request, response) => {
    const [redirectUri = '', state = '', nonce = '', challenge = ''] = asked.map((name) => textIn(request.body, name));
    const person = [...guests, ...people].find(({ id }) => id === textIn(request.body, 'person'));
    if (person === undefined || !isOwn(tenant, redirectUri)) return void response.status(400).end();
    const code = trust.browser.codeFor(person, { redirectUri, nonce, challenge });
    response.redirect(303, `${redirectUri}#${new URLSearchParams({ code, state })}`);
  });
  router.post(`${base}/token`, text({ type: 'application/x-www-form-urlencoded' }), async (request, response) => {
    const tokens = await trust.browser.redeem(new URLSearchParams(typeof request.body === 'string' ? request.body : ''));
    response.set('Cache-Control', 'no-store');
    if (tokens === undefined)
      response.status(400).json({ error: 'invalid_grant', error_description: 'AADSTS70000: It is not as it was asked.' });
    else response.json(tokens);
  });
  router.get(`${base}/logout`, (_request, response) => response.redirect(303, `${publicUrl}/tab/`));
  return router;
};
