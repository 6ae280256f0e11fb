import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, signed, signedWithPublicKey, unsigned } from '../sign-in/key-server.js';
import { idOf, people } from './company.js';
import { ask, type House, openHouse, tabAppId } from './house.js';
import { paperDirectory } from './paper-directory.js';
import { playRound } from './played-round.js';

let house: House;
let directoryCalls = 0;

beforeAll(async () => {
  const paper = paperDirectory(people);
  house = await openHouse({
    directory: {
      ...paper,
      people: (ids) => {
        directoryCalls += 1;
        return paper.people(ids);
      },
    },
  });
});
afterAll(() => house.close());

const otherTenant = '9c1f7a10-1111-4222-8333-444455556666';
const changes: Readonly<Record<string, JWTPayload>> = {
  'another tenant': { tid: otherTenant },
  'another tenant’s issuer': { iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` },
  'an issuer that only begins right': { iss: 'https://login.microsoftonline.com.evil.example.com/v2.0' },
  'the connector’s issuer': { iss: 'https://api.botframework.com' },
  'a token for Graph': { aud: '00000003-0000-0000-c000-000000000000' },
  'the v1.0 audience': { aud: `api://contoso.example.com/${tabAppId}` },
  'version 1.0': { ver: '1.0' },
  'a scope that contains ours': { scp: 'not_access_as_user_x' },
  'no scope': { scp: '' },
  'an app-only token': { idtyp: 'app' },
  'a client that is not Teams': { azp: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' },
  'no person': { oid: '' },
  'a person who is no text': { oid: [idOf('Omar')] },
  'no client': { azp: '' },
  'a list of audiences': { aud: [tabAppId, 'other'] },
};

/** Every way to come without a good token, as the value of the header. */
const headers = async (): Promise<ReadonlyMap<string, string | undefined>> => {
  const { token, genuine, key } = house.tokens;
  const good = await token('Omar');
  const now = house.clock.seconds();
  const made = new Map<string, string | undefined>([
    ['no header', undefined],
    ['an empty header', ''],
    ['Basic instead of Bearer', `Basic ${good}`],
    ['the token without its scheme', good],
    ['two tokens', `Bearer ${good} ${good}`],
    ['a word', 'Bearer omar'],
    ['alg none', `Bearer ${unsigned(genuine('Omar'))}`],
    ['HS256 with the public key', `Bearer ${await signedWithPublicKey(key, genuine('Omar'))}`],
    ['a stranger’s key', `Bearer ${await signed(await newKey('entra-1'), genuine('Omar'))}`],
    ['an unknown kid', `Bearer ${await signed(key, genuine('Omar'), { kid: 'entra-9' })}`],
    ['a cut signature', `Bearer ${good.slice(0, -9)}`],
    ['expired 301 s ago', `Bearer ${await token('Omar', { exp: now - 301 })}`],
    ['not in force for 301 s', `Bearer ${await token('Omar', { nbf: now + 301 })}`],
  ]);
  for (const [what, change] of Object.entries(changes)) made.set(what, `Bearer ${await token('Omar', change)}`);
  return made;
};

describe('the API and its tokens', () => {
  it('[S-08] whatever comes without a good token is refused in one form, and nothing behind the door hears of it', async () => {
    const { plan } = playRound(house, 'forged');
    const bodies = new Set<string>();
    const all = await headers();
    expect(all.size).toBeGreaterThanOrEqual(20);
    for (const [what, authorization] of all) {
      const body = JSON.stringify({ opId: 'forged-0001', plan });
      const given = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
      const answer = await ask(`${house.origin}/api/admin/rounds`, { method: 'POST', headers: given, body });
      expect(answer.status, what).toBe(401);
      expect(answer.headers.get('cache-control'), what).toBe('no-store');
      const number = answer.headers.get('x-correlation-id') ?? '?';
      bodies.add(answer.text.replace(number, ''));
      expect(
        house.lines.filter((line) => line.includes(number) && line.includes('"why"')),
        what,
      ).toHaveLength(1);
    }
    expect([...bodies]).toEqual(['{"error":{"code":"not-signed-in","message":"Please sign in again.","correlationId":""}}']);
    expect(await house.deps.rounds.list()).toEqual([]);
    expect(directoryCalls).toBe(0);
    const real = await house.call('Omar', 'POST', '/api/admin/rounds', { opId: 'forged-0001', plan });
    expect(real.status).toBe(200);
  });

  it('[S-13] neither a cookie nor the address signs anybody in', async () => {
    const token = await house.tokens.token('Omar');
    const answers = await Promise.all([
      ask(`${house.origin}/api/me?access_token=${token}&token=${token}`),
      ask(`${house.origin}/api/me`, { headers: { cookie: `token=${token}; Authorization=Bearer ${token}` } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers.map(({ headers: given }) => given.get('set-cookie'))).toEqual([null, null]);
  });

  it('[S-08] [S-20] a refused token is in the log by its fault, never by its words', async () => {
    const token = await house.tokens.token('Omar', { scp: 'User.Read' });
    await ask(`${house.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    const log = house.lines.join('\n');
    expect(log).toContain('"why":"scope"');
    for (const part of token.split('.')) expect(log).not.toContain(part);
  });
});

describe('what the app role opens', () => {
  it('[S-10] a role that was taken away is gone with the next token', async () => {
    const { plan } = playRound(house, 'roles');
    const open = async (roles: readonly string[], more: JWTPayload = {}) => {
      const token = await house.tokens.token('Toby', { roles: [...roles], ...more });
      const given = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      return (
        await ask(`${house.origin}/api/admin/rounds`, {
          method: 'POST',
          headers: given,
          body: JSON.stringify({ opId: 'role-00001', plan }),
        })
      ).status;
    };
    expect(await open([])).toBe(403);
    expect(await open(['round.admin', 'Round.Administrator', 'Round.Admin.Read'])).toBe(403);
    // More than 200 groups are not listed in the token at all; nothing asks for them.
    const overage = { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph.microsoft.com' } } };
    expect(await open(['Round.Admin'], overage)).toBe(200);
    expect(await open([])).toBe(403);
  });

  it('[S-10] whoever is no longer named on a round is out at once, whatever their token says', async () => {
    const round = playRound(house, 'named');
    await round.opens();
    const nils = async () => (await house.call('Nils', 'GET', `/api/admin/rounds/${round.id}`)).status;
    expect(await nils()).toBe(404);
    await round.does('Omar', 'addAdministrator', { personId: idOf('Nils') });
    expect(await nils()).toBe(200);
    await round.does('Omar', 'removeAdministrator', { personId: idOf('Nils') });
    expect(await nils()).toBe(404);
  });

  it('[S-06] the name in a token decides nothing', async () => {
    const token = await house.tokens.token('Stella', { name: 'Omar', preferred_username: 'omar@example.com', upn: 'omar@example.com' });
    const answer = await ask(`${house.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.body).toMatchObject({ person: { id: idOf('Stella') }, administers: false, rounds: [] });
  });
});
