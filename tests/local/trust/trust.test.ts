import { createHash } from 'node:crypto';
import { audiences } from '@coaching-pairs/local/parts';
import { forgedBotTokens, forgedTabTokens } from '@coaching-pairs/local/trust/forge';
import { PortTaken } from '@coaching-pairs/local/trust/listen';
import { principals } from '@coaching-pairs/local/trust/registrations';
import { openTrust } from '@coaching-pairs/local/trust/trust';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, hanna, managedIdentityToken, openTrustHouse, priya, type TrustHouse } from './trust-house.js';

let house: TrustHouse;

beforeEach(async () => {
  house = await openTrustHouse();
});
afterEach(() => house.close());

const keySet = (body: Readonly<Record<string, unknown>>) => createLocalJWKSet({ keys: body['keys'] } as JSONWebKeySet);
const hours = (count: number): number => count * 3_600_000;

describe('the origin that stands in for Microsoft', () => {
  it('is on loopback, announces keys for itself, and signs tab tokens with them', async () => {
    const { trust, now } = house;
    const { tenantId, tabAppId } = trust.ids;
    const metadata = await ask(trust, `/${tenantId}/v2.0/.well-known/openid-configuration`);
    const keys = await ask(trust, `/${tenantId}/discovery/v2.0/keys`);
    const token = await trust.issueTabToken(hanna.id);
    const { payload } = await jwtVerify(token, keySet(keys.body), {
      issuer: `${trust.origin}/${tenantId}/v2.0`,
      audience: tabAppId,
      currentDate: now(),
    });

    expect(trust.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(metadata.body['jwks_uri']).toBe(`${trust.origin}/${tenantId}/discovery/v2.0/keys`);
    expect(payload).toMatchObject({
      ver: '2.0',
      tid: tenantId,
      oid: hanna.id,
      name: 'Hanna Vogt',
      scp: 'access_as_user',
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      roles: ['Round.Admin'],
    });
  });

  it('gives somebody without a role a token without roles, and nobody unknown a token', async () => {
    expect(decodeJwt(await house.trust.issueTabToken(priya.id))).not.toHaveProperty('roles');
    await expect(house.trust.issueTabToken('nobody')).rejects.toThrow('Nobody in the sandbox');
  });

  it('signs in a browser of its own by a code with PKCE, once, and marks who is a guest', async () => {
    const { browser, ids } = house.trust;
    const verifier = 'v'.repeat(43);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const redirectUri = 'http://127.0.0.1:1/tab/';
    const redeem = (form: Record<string, string>) => browser.redeem(new URLSearchParams({ client_id: ids.tabAppId, ...form }));
    const asked = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier };
    const codeFor = (guest?: true) => browser.codeFor({ ...priya, ...(guest && { guest }) }, { redirectUri, nonce: 'n-1', challenge });

    for (const wrong of [{ code_verifier: 'w'.repeat(43) }, { redirect_uri: 'http://127.0.0.1:2/tab/' }, { client_id: ids.botAppId }])
      expect(await redeem({ ...asked, code: codeFor(), ...wrong }), JSON.stringify(wrong)).toBeUndefined();
    const code = codeFor(true);
    const tokens = await redeem({ ...asked, code });
    expect(await redeem({ ...asked, code })).toBeUndefined();
    expect(decodeJwt(String(tokens?.['access_token']))).toMatchObject({ oid: priya.id, azp: ids.tabAppId, scp: 'access_as_user', acct: 1 });
    expect(decodeJwt(String(tokens?.['id_token']))).toMatchObject({ aud: ids.tabAppId, nonce: 'n-1' });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(tokens?.['refresh_token']) };
    expect(await redeem(refresh)).toHaveProperty('access_token');
    expect(await redeem(refresh)).toBeUndefined();
    const member = await redeem({ ...asked, code: codeFor() });
    expect(decodeJwt(String(member?.['access_token']))).toMatchObject({ acct: 0 });
  });

  it('signs Bot Framework tokens with a key that is endorsed for Teams, beside one that is not', async () => {
    const { trust, now } = house;
    const metadata = await ask(trust, '/botframework/v1/.well-known/openidconfiguration');
    const keys = await ask(trust, '/botframework/v1/.well-known/keys');
    const token = await trust.signBotToken({ serviceUrl: `${trust.origin}/connector/` });
    const { payload, protectedHeader } = await jwtVerify(token, keySet(keys.body), { audience: trust.ids.botAppId, currentDate: now() });

    expect(metadata.body).toMatchObject({
      issuer: 'https://api.botframework.com',
      jwks_uri: `${trust.origin}/botframework/v1/.well-known/keys`,
    });
    expect(payload).toMatchObject({ iss: 'https://api.botframework.com', serviceurl: `${trust.origin}/connector/` });
    expect(keys.body['keys']).toEqual([
      expect.objectContaining({ kid: protectedHeader.kid, endorsements: ['msteams'] }),
      expect.objectContaining({ endorsements: ['webchat'] }),
    ]);
  });

  it('signs in the time of the tenant, not of the machine', async () => {
    house.later(hours(24 * 180));
    const { iat = 0 } = decodeJwt(await house.trust.issueTabToken(priya.id));

    expect(Math.abs(iat * 1000 - house.now().getTime())).toBeLessThan(2000);
  });

  it('is the same origin with the same keys after a restart, and tokens stay valid', async () => {
    const token = await managedIdentityToken(house.trust, audiences.connector);
    const reopened = await house.reopen();

    expect(reopened.origin).toBe(house.trust.origin);
    expect(await reopened.callerOf(`Bearer ${token}`, audiences.connector)).toMatchObject({ kind: 'app' });
  });

  it('does not open twice on one folder', async () => {
    const second = openTrust({ folder: house.folder, clock: { now: house.now }, personOf: () => undefined });

    await expect(second).rejects.toThrow(PortTaken);
  });

  it('changes its key from one moment to the next when a test asks for it', async () => {
    const before = await house.trust.issueTabToken(priya.id);
    await house.trust.rotateKey('entra');
    const keys = await ask(house.trust, `/${house.trust.ids.tenantId}/discovery/v2.0/keys`);

    await expect(jwtVerify(before, keySet(keys.body))).rejects.toThrow();
    await expect(jwtVerify(await house.trust.issueTabToken(priya.id), keySet(keys.body))).resolves.toBeDefined();
  });
});

describe('the managed identity', () => {
  it('gives a token for the resource that is asked for, to whoever knows the header', async () => {
    const token = await managedIdentityToken(house.trust, audiences.connector);

    expect(decodeJwt(token)).toMatchObject({
      aud: audiences.connector,
      oid: principals.managedIdentity,
      appid: house.trust.ids.managedIdentityClientId,
    });
    expect(await house.trust.callerOf(`Bearer ${token}`, audiences.connector)).toEqual({
      appId: house.trust.ids.managedIdentityClientId,
      kind: 'app',
      permissions: [],
    });
  });

  it.each([
    ['without the header', '?resource=x&api-version=2019-08-01', {}, 401],
    ['with another header', '?resource=x&api-version=2019-08-01', { 'x-identity-header': 'guess' }, 401],
    ['for another identity', '?resource=x&api-version=2019-08-01&client_id=other', undefined, 400],
    ['without a resource', '?api-version=2019-08-01', undefined, 400],
    ['in another version', '?resource=x&api-version=2017-09-01', undefined, 400],
  ])('refuses to answer %s', async (_how, query, headers, status) => {
    const { endpoint, header } = house.trust.managedIdentity;
    const response = await fetch(`${endpoint}${query}`, { headers: headers ?? { 'x-identity-header': header } });

    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('access_token');
  });
});

describe('who calls', () => {
  it.each([
    ['nobody', async () => undefined],
    ['a token for another audience', async () => `Bearer ${await managedIdentityToken(house.trust, 'https://storage.azure.com')}`],
    ['a tab token', async () => `Bearer ${await house.trust.issueTabToken(hanna.id)}`],
    ['a Bot Framework token', async () => `Bearer ${await house.trust.signBotToken({ serviceUrl: 'https://127.0.0.1' })}`],
    ['no bearer token', async () => 'Basic cHJpeWE6c2VjcmV0'],
  ])('is not believed with %s', async (_what, authorization) => {
    expect(await house.trust.callerOf(await authorization(), audiences.graph)).toBeUndefined();
  });

  it('is not believed with a token that is out of date in the time of the tenant', async () => {
    const token = await managedIdentityToken(house.trust, audiences.graph);
    house.later(hours(2));

    expect(await house.trust.callerOf(`Bearer ${token}`, audiences.graph)).toBeUndefined();
  });
});

describe('forged tokens for tests', () => {
  it('are at least twenty of each kind, each wrong in its own way', async () => {
    const bot = await forgedBotTokens({ trust: house.trust, now: house.now() }, `${house.trust.origin}/connector/`, priya);
    const tab = await forgedTabTokens({ trust: house.trust, now: house.now() }, priya);

    for (const forgeries of [bot, tab]) {
      expect(forgeries.length).toBeGreaterThanOrEqual(20);
      expect(new Set(forgeries.map(({ name }) => name)).size).toBe(forgeries.length);
      expect(new Set(forgeries.map(({ token }) => token)).size).toBe(forgeries.length);
    }
  });
});
