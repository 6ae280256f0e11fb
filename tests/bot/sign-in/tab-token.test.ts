import { createKeySet } from '@coaching-pairs/bot/sign-in/key-set';
import { createTabTokenCheck, entraIssuer, type VerifyTabToken } from '@coaching-pairs/bot/sign-in/tab-token';
import { teamsClientIds } from '@coaching-pairs/bot/trust-roots';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type KeyServer, newKey, signed, signedWithPublicKey, startKeyServer, type TestKey, unsigned } from './key-server.js';
import { movingClock } from './moving-clock.js';
import { recordedLog } from './recorded-log.js';

const entra = 'https://login.microsoftonline.com';
const tenantId = '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50';
const otherTenant = '9c1f7a10-1111-4222-8333-444455556666';
const tabAppId = '0b7c0e3a-2f0e-4e67-8a53-0c6f1a2b3c4d';
const botAppId = '5d2e9b1c-7a44-4c1e-b7f0-1a2b3c4d5e6f';
const priya = 'a3b1c2d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d';
const graphAppId = '00000003-0000-0000-c000-000000000000';

let server: KeyServer;
let key: TestKey;
let stranger: TestKey;
let verify: VerifyTabToken;
const clock = movingClock();

const checkOver = ({ metadataUrl }: KeyServer): VerifyTabToken => {
  const keys = createKeySet({ metadataUrl, issuer: entraIssuer(entra, tenantId), clock, log: recordedLog() });
  return createTabTokenCheck({ keys, clock, entra, tenantId, tabAppId, clientIds: teamsClientIds });
};

beforeAll(async () => {
  server = await startKeyServer(entraIssuer(entra, tenantId));
  [key, stranger] = await Promise.all([newKey('entra-1'), newKey('entra-1')]);
  server.announce({ key });
  verify = checkOver(server);
});
afterAll(() => server.stop());

const genuine = (): JWTPayload => ({
  ver: '2.0',
  iss: entraIssuer(entra, tenantId),
  aud: tabAppId,
  tid: tenantId,
  oid: priya,
  scp: 'access_as_user',
  azp: teamsClientIds[0],
  name: 'Priya Raman',
  nbf: clock.seconds() - 10,
  iat: clock.seconds() - 10,
  exp: clock.seconds() + 3600,
});

const without = (...names: readonly string[]): JWTPayload =>
  Object.fromEntries(Object.entries(genuine()).filter(([name]) => !names.includes(name)));

/** A token with these claims changed, signed with the announced key. */
const changed = (claims: JWTPayload) => () => signed(key, { ...genuine(), ...claims });

const forged: readonly (readonly [string, string, () => Promise<string> | string])[] = [
  ['no token at all', 'malformed', () => ''],
  ['a word', 'malformed', () => 'priya'],
  ['three dots of nothing', 'malformed', () => '..'],
  ['alg none', 'algorithm', () => unsigned(genuine())],
  ['alg none with a kid', 'algorithm', () => unsigned(genuine(), { alg: 'none', kid: 'entra-1' })],
  ['HS256 signed with the public key', 'algorithm', () => signedWithPublicKey(key, genuine())],
  ['alg RS256 announced but nothing signed', 'signature', () => unsigned(genuine(), { alg: 'RS256', kid: 'entra-1' })],
  ['no kid', 'unknownKey', () => unsigned(genuine(), { alg: 'RS256' })],
  ['an unknown kid', 'unknownKey', () => signed(key, genuine(), { kid: 'entra-9' })],
  ['a stranger’s key under a known kid', 'signature', () => signed(stranger, genuine())],
  ['a payload exchanged after signing', 'signature', async () => exchanged(await signed(key, genuine()))],
  ['expired 301 s ago', 'time', () => signed(key, { ...genuine(), exp: clock.seconds() - 301 })],
  ['not in force for another 301 s', 'time', () => signed(key, { ...genuine(), nbf: clock.seconds() + 301 })],
  ['no exp', 'time', () => signed(key, without('exp'))],
  ['no nbf', 'time', () => signed(key, without('nbf'))],
  ['another tenant’s issuer', 'issuer', changed({ iss: entraIssuer(entra, otherTenant) })],
  ['an issuer that only begins right', 'issuer', changed({ iss: `${entraIssuer(entra, tenantId)}.evil.test/v2.0` })],
  ['the v1.0 issuer', 'issuer', changed({ iss: `https://sts.windows.net/${tenantId}/` })],
  ['the connector’s issuer', 'issuer', changed({ iss: 'https://api.botframework.com' })],
  ['no issuer', 'issuer', () => signed(key, without('iss'))],
  ['a token for Graph', 'audience', changed({ aud: graphAppId })],
  ['a token for the bot', 'audience', changed({ aud: botAppId })],
  ['the v1.0 form of the audience', 'audience', changed({ aud: `api://contoso.example/${tabAppId}` })],
  ['an audience among several', 'audience', changed({ aud: [tabAppId, graphAppId] })],
  ['no audience', 'audience', () => signed(key, without('aud'))],
  ['version 1.0', 'version', changed({ ver: '1.0' })],
  ['no version', 'version', () => signed(key, without('ver'))],
  ['another tenant with our issuer', 'tenant', changed({ tid: otherTenant })],
  ['no tenant', 'tenant', () => signed(key, without('tid'))],
  ['a scope that contains ours', 'scope', changed({ scp: 'not_access_as_user_x' })],
  ['our scope in capitals', 'scope', changed({ scp: 'ACCESS_AS_USER' })],
  ['other scopes', 'scope', changed({ scp: 'User.Read openid' })],
  ['scopes as a list', 'scope', changed({ scp: ['access_as_user'] })],
  ['an ID token, which has no scope', 'scope', () => signed(key, without('scp', 'azp'))],
  ['an app-only token with the administrators’ role', 'appOnly', changed({ idtyp: 'app', roles: ['Round.Admin'], scp: 'access_as_user' })],
  ['an app-only token without idtyp', 'scope', async () => signed(key, { ...without('scp'), roles: ['Round.Admin'] })],
  ['a client that is not Teams', 'client', changed({ azp: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' })],
  ['no client', 'client', () => signed(key, without('azp'))],
  ['no person', 'person', () => signed(key, without('oid'))],
  ['an empty person', 'person', changed({ oid: '' })],
  ['a person who is no text', 'person', changed({ oid: { id: priya } })],
  [
    'a person by e-mail address alone',
    'person',
    () => signed(key, { ...without('oid'), email: 'priya@contoso.example', upn: 'priya@contoso.example' }),
  ],
];

const exchanged = (token: string): string => {
  const [header = '', , signature = ''] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ ...genuine(), oid: 'b3b1c2d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d' })).toString('base64url');
  return `${header}.${payload}.${signature}`;
};

describe('who is signed in to the tab', () => {
  it('[S-08] Priya’s token from Teams is accepted, and only oid and tid say who she is', async () => {
    const token = await signed(key, {
      ...genuine(),
      roles: ['Round.Admin'],
      upn: 'sam@contoso.example',
      preferred_username: 'sam@contoso.example',
    });
    const value = { personId: priya, tenantId, guest: false, roles: ['Round.Admin'], name: 'Priya Raman' };
    expect(await verify(token)).toEqual({ ok: true, value });
  });

  it.each([1, '1', 2, true, ''])('[S-04] whoever is said to be %s, other than a member, is a guest', async (acct) => {
    expect(await verify(await signed(key, { ...genuine(), acct }))).toMatchObject({ ok: true, value: { guest: true } });
    expect(await verify(await signed(key, { ...genuine(), acct: 0 }))).toMatchObject({ ok: true, value: { guest: false } });
  });

  it('[S-08] the scope is found among others, as a whole word', async () => {
    expect(await verify(await signed(key, { ...genuine(), scp: 'openid access_as_user profile' }))).toMatchObject({ ok: true });
  });

  it('[S-08] clocks may differ by five minutes and no more', async () => {
    expect(await verify(await signed(key, { ...genuine(), exp: clock.seconds() - 295 }))).toMatchObject({ ok: true });
    expect(await verify(await signed(key, { ...genuine(), nbf: clock.seconds() + 295 }))).toMatchObject({ ok: true });
  });

  describe('a token that was found genuine', () => {
    const checked = () => vi.spyOn(crypto.subtle, 'verify');

    it('[S-08] is taken again for a minute without its signature being checked, and then checked again', async () => {
      const token = await signed(key, genuine());
      const checks = checked();
      for (let asked = 0; asked < 3; asked += 1) expect(await verify(token)).toMatchObject({ ok: true, value: { personId: priya } });
      expect(checks).toHaveBeenCalledTimes(1);
      clock.advance(60);
      expect(await verify(token)).toMatchObject({ ok: true });
      expect(checks).toHaveBeenCalledTimes(2);
    });

    it('[S-08] makes no other one good, however little it differs', async () => {
      const token = await signed(key, genuine());
      expect(await verify(token)).toMatchObject({ ok: true });
      expect(await verify(exchanged(token))).toEqual({ ok: false, error: 'signature' });
      expect(await verify(await signed(stranger, genuine()))).toEqual({ ok: false, error: 'signature' });
      const [header, payload] = token.split('.');
      expect(await verify(`${header}.${payload}.`)).toEqual({ ok: false, error: 'signature' });
    });

    it('[S-08] is refused as soon as it is over, also within that minute', async () => {
      const token = await signed(key, { ...genuine(), exp: clock.seconds() - 280 });
      expect(await verify(token)).toMatchObject({ ok: true });
      clock.advance(20);
      expect(await verify(token)).toEqual({ ok: false, error: 'time' });
    });

    it('[S-08] [S-09] is refused as soon as its key is withdrawn, also within that minute', async () => {
      const own = await startKeyServer(entraIssuer(entra, tenantId));
      own.announce({ key });
      const check = checkOver(own);
      await check(await signed(key, genuine()));
      // Half a minute before the keys are read again.
      clock.advance(3_570);
      const token = await signed(key, genuine());
      expect(await check(token)).toMatchObject({ ok: true });
      own.announce({ key: await newKey('entra-2') });
      clock.advance(31);
      await check(token);
      await expect.poll(() => check(token)).toEqual({ ok: false, error: 'unknownKey' });
      await own.stop();
    });
  });

  it.each(forged)('[S-08] %s is refused (%s)', async (_what, refusal, make) => {
    expect(await verify(await make())).toEqual({ ok: false, error: refusal });
  });

  it('[S-10] a token without roles belongs to a participant', async () => {
    expect(await verify(await signed(key, genuine()))).toMatchObject({ ok: true, value: { roles: [] } });
  });
});
