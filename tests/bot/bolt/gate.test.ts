import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyStory } from '../../acceptance/driver/stories.js';
import { newKey, signed, signedWithPublicKey, type TestKey, unsigned } from '../sign-in/key-server.js';
import { type Bot, botAppId, botIssuer, startBot, tenantId } from './bot-on-http.js';

const otherTenant = '9c1f7a10-1111-4222-8333-444455556666';
const otherApp = '0b7c0e3a-2f0e-4e67-8a53-0c6f1a2b3c4d';
/** Tenants that send a token each, which are ten thousand every night. */
const strangers = everyStory ? 10_000 : 2_000;
/** Bytes in use after everything that can be forgotten is forgotten. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

let bot: Bot;
let stranger: TestKey;
let unendorsed: TestKey;
let endorsedForMail: TestKey;
let ran = 0;

beforeAll(async () => {
  bot = await startBot();
  [stranger, unendorsed, endorsedForMail] = await Promise.all([newKey('connector-1'), newKey('plain'), newKey('mail')]);
  bot.keyServer.announce(
    { key: bot.key, endorsements: ['msteams'] },
    { key: unendorsed },
    { key: endorsedForMail, endorsements: ['email', 'msteams2'] },
  );
  bot.app.use(async ({ next }) => {
    ran += 1;
    await next();
  });
  bot.app.action('joinRound', z.strictObject({ round: z.string() }), ({ ack }) => ack({ message: 'You are in.' }));
});
afterAll(() => bot.stop());
beforeEach(() => {
  ran = 0;
});

const click = (own: Record<string, unknown> = {}) =>
  bot.activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { verb: 'joinRound', data: { round: 'autumn' } } },
    ...own,
  });
const changed = (claims: JWTPayload) => () => signed(bot.key, { ...bot.claims(), ...claims });
const without = (name: string) => () =>
  signed(bot.key, Object.fromEntries(Object.entries(bot.claims()).filter(([claim]) => claim !== name)));
const emulator = (tid: string): JWTPayload => ({ iss: `https://login.microsoftonline.com/${tid}/v2.0`, ver: '2.0', azp: botAppId, tid });

const forged: readonly (readonly [string, number, () => Promise<string | undefined> | string | undefined])[] = [
  ['no token', 401, () => undefined],
  ['an empty token', 401, () => ''],
  ['a word', 401, () => 'priya'],
  ['alg none', 401, () => unsigned(bot.claims())],
  ['alg none with a kid', 401, () => unsigned(bot.claims(), { alg: 'none', kid: 'connector-1' })],
  ['alg none with a made-up signature', 401, () => `${unsigned(bot.claims(), { alg: 'none', kid: 'connector-1' })}c2ln`],
  ['HS256 signed with the public key', 401, () => signedWithPublicKey(bot.key, bot.claims())],
  ['RS256 announced but a made-up signature', 401, () => `${unsigned(bot.claims(), { alg: 'RS256', kid: 'connector-1' })}c2ln`],
  ['a stranger’s key under a known kid', 401, () => signed(stranger, bot.claims())],
  ['an unknown kid', 401, () => signed(bot.key, bot.claims(), { kid: 'connector-9' })],
  ['no kid', 401, () => `${unsigned(bot.claims(), { alg: 'RS256' })}c2ln`],
  ['another issuer', 401, changed({ iss: 'https://evil.example.com' })],
  ['an issuer that only begins right', 401, changed({ iss: `${botIssuer}.evil.example.com` })],
  ['an issuer with a slash more', 401, changed({ iss: `${botIssuer}/` })],
  ['no issuer', 401, without('iss')],
  ['another bot’s audience', 401, changed({ aud: otherApp })],
  ['an audience among several', 401, changed({ aud: [botAppId, otherApp] })],
  ['no audience', 401, without('aud')],
  ['expired 301 s ago', 401, () => changed({ exp: bot.clock.seconds() - 301 })()],
  ['not in force for another 301 s', 401, () => changed({ nbf: bot.clock.seconds() + 301 })()],
  ['no exp', 401, without('exp')],
  ['no nbf', 401, without('nbf')],
  ['no serviceurl', 401, without('serviceurl')],
  ['an empty serviceurl', 401, changed({ serviceurl: '' })],
  ['a serviceurl that is no text', 401, changed({ serviceurl: { host: 'smba' } })],
  ['another serviceurl', 403, changed({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
  ['a key without endorsements', 403, () => signed(unendorsed, bot.claims())],
  ['a key endorsed for other channels', 403, () => signed(endorsedForMail, bot.claims())],
  ['an emulator token of our own tenant', 401, changed(emulator(tenantId))],
  ['an emulator token of another tenant', 401, changed(emulator(otherTenant))],
  ['an emulator token of version 1.0', 401, changed({ iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0', appid: botAppId })],
  ['a skill’s token', 401, changed({ ...emulator('d6d49420-f39b-4df7-a1dc-d59a935871db'), azp: otherApp })],
  ['a person’s sign-in token for the tab', 401, changed({ ...emulator(tenantId), scp: 'access_as_user' })],
];

const foreign: readonly (readonly [string, number, Record<string, unknown>])[] = [
  ['the web chat channel', 403, { channelId: 'webchat' }],
  ['the emulator channel', 403, { channelId: 'emulator' }],
  ['the App Service extension channel', 403, { channelId: 'AseChannel' }],
  ['no channel', 400, { channelId: undefined }],
  ['no service URL', 400, { serviceUrl: undefined }],
  ['an empty service URL', 400, { serviceUrl: '' }],
  ['another service URL than was signed', 403, { serviceUrl: 'https://evil.example.com/' }],
];

describe('the door of /api/messages', () => {
  it('[S-01] a genuine click comes through', async () => {
    expect(await bot.post(click(), await signed(bot.key, bot.claims()))).toMatchObject({ status: 200, body: { value: 'You are in.' } });
    expect(ran).toBe(1);
  });

  it.each(forged)('[S-01] %s is refused and no listener runs (%s)', async (_what, status, make) => {
    const answer = await bot.post(click(), await make());
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body)).toEqual(['correlationId']);
    expect(ran).toBe(0);
  });

  it.each(foreign)('[S-01] a signed activity with %s is refused and no listener runs (%s)', async (_what, status, own) => {
    expect((await bot.post(click(own), await signed(bot.key, bot.claims()))).status).toBe(status);
    expect(ran).toBe(0);
  });

  it.each(['Basic', 'bearer', 'Bearer  '])('[S-01] the scheme %s is refused', async (scheme) => {
    const token = await signed(bot.key, bot.claims());
    expect((await bot.post(click(), undefined, { Authorization: `${scheme} ${token}` })).status).toBe(401);
    expect(ran).toBe(0);
  });

  it.each([
    ['another tenant’s conversation', { conversation: { id: 'a:x', conversationType: 'personal', tenantId: otherTenant } }],
    ['another tenant’s channel data', { channelData: { tenant: { id: otherTenant } } }],
    ['a conversation without tenant', { conversation: { id: 'a:x', conversationType: 'personal' } }],
    ['no channel data', { channelData: undefined }],
    ['a team’s channel', { conversation: { id: '19:x', conversationType: 'channel', tenantId } }],
    ['a group chat', { conversation: { id: '19:x', conversationType: 'groupChat', tenantId } }],
  ])('[S-04] %s is refused, recorded, and no listener runs', async (_what, own) => {
    bot.log.records.length = 0;
    expect((await bot.post(click(own), await signed(bot.key, bot.claims()))).status).toBe(403);
    expect(ran).toBe(0);
    expect(bot.log.records).toMatchObject([{ level: 'warn', event: 'gate.refused', fields: { result: 403 } }]);
  });

  it('[S-05] a signed service URL outside the allowed hosts is refused', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net.evil.example.com/emea/';
    const token = await signed(bot.key, { ...bot.claims(), serviceurl: serviceUrl });
    expect((await bot.post(click({ serviceUrl }), token)).status).toBe(403);
    expect(ran).toBe(0);
  });

  it('[S-06] a click by nobody with an Entra id is refused', async () => {
    const token = await signed(bot.key, bot.claims());
    expect((await bot.post(click({ from: { id: '29:x', name: 'Priya Raman' } }), token)).status).toBe(403);
    expect((await bot.post(click({ from: { id: '29:x', aadObjectId: '' } }), token)).status).toBe(403);
    expect(ran).toBe(0);
  });

  it.each([
    ['a body that is no JSON', 400, '{"type":'],
    ['a body of over 256 KB', 413, JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) })],
    ['a list', 400, '[]'],
  ])('%s is refused (%s)', async (_what, status, body) => {
    expect((await bot.post(body, await signed(bot.key, bot.claims()))).status).toBe(status);
    expect(ran).toBe(0);
  });

  it('[S-20] refusals are recorded without the token or a word of the request', async () => {
    bot.log.records.length = 0;
    const token = await signed(bot.key, { ...bot.claims(), aud: otherApp, canary: 'canary-claim' });
    await bot.post(click({ text: 'canary-text' }), token);
    const records = JSON.stringify(bot.log.records);
    expect(records).toContain('audience');
    for (const secret of [token, 'canary', 'Bearer']) expect(records).not.toContain(secret);
  });

  it('[S-09] a new signing key is accepted at once, although the SDK has not read it', async () => {
    const next = await newKey('connector-2');
    bot.keyServer.announce({ key: bot.key, endorsements: ['msteams'] }, { key: next, endorsements: ['msteams'] });
    bot.clock.advance(31);
    expect((await bot.post(click(), await signed(next, bot.claims()))).status).toBe(200);
  });

  it('[S-02] thousands of tokens of as many tenants leave the SDK’s list of issuers and the memory as they were', {
    timeout: 120_000,
  }, async () => {
    const { ToBotFromBotOrEmulatorTokenValidationParameters: known } = createRequire(createRequire(import.meta.url).resolve('botbuilder'))(
      'botframework-connector',
    );
    const before = { issuers: known.issuer.length, fetches: bot.keyServer.fetches() };
    const tokenOf = (position: number): string => {
      const tid = `${String(position).padStart(8, '0')}-0000-4000-8000-000000000000`;
      return `${unsigned({ ...bot.claims(), ...emulator(tid) }, { alg: 'RS256', kid: 'connector-1' })}c2ln`;
    };
    const statuses = new Set<number>();
    const heapBefore = heapInUse();
    for (let position = 0; position < strangers; position += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, offset) => bot.post('{}', tokenOf(position + offset))));
      for (const { status } of answers) statuses.add(status);
      bot.log.records.length = 0;
    }
    expect(heapInUse() - heapBefore).toBeLessThan(5_000_000);
    expect([...statuses]).toEqual([401]);
    expect({ issuers: known.issuer.length, fetches: bot.keyServer.fetches() }).toEqual(before);
    expect(ran).toBe(0);
  });
});
