import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, type House, openHouse } from './house.js';
import { pathOf, playRound } from './played-round.js';

let house: House;
const tabFolder = mkdtempSync(join(tmpdir(), 'tab-'));

beforeAll(async () => {
  writeFileSync(join(tabFolder, 'index.html'), '<!doctype html><title>Tab</title>');
  writeFileSync(join(tabFolder, 'app.js'), 'export {};');
  house = await openHouse({ store: 'memory', tabFolder });
});
afterAll(async () => {
  await house.close();
  rmSync(tabFolder, { recursive: true });
});

const changing = [
  'date',
  'etag',
  'last-modified',
  'content-length',
  'x-correlation-id',
  'ratelimit',
  'connection',
  'keep-alive',
  'accept-ranges',
];
const headersOf = ({ headers }: Answer) => Object.fromEntries([...headers].filter(([name]) => !changing.includes(name)));

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data: https://res.cdn.office.net",
  "connect-src 'self' https://res.cdn.office.net https://login.microsoftonline.com",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com',
].join(';');

const everywhere = {
  'content-security-policy': policy,
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

describe('headers', () => {
  it.each(['/tab/', '/tab', '/tab/index.html', '/tab/admin/rounds/7'])('[S-12] the page %s may be framed by Teams alone', async (path) => {
    const answer = await ask(`${house.origin}${path}`);
    expect(answer.text).toContain('<title>Tab</title>');
    const { 'cache-control': cache, ...rest } = headersOf(answer);
    expect(rest).toEqual({ ...everywhere, 'content-type': 'text/html; charset=utf-8' });
    expect(cache).toMatch(/no-cache|max-age=0/);
  });

  it('[S-12] nothing but a page has another policy: scripts, probes, what is not there and what cannot be read', async () => {
    for (const path of ['/tab/app.js', '/live', '/ready', '/', '/nothing', '/tab/%E0%A4%A', '/api/%E0%A4%A', '/api/openapi.json']) {
      expect(headersOf(await ask(`${house.origin}${path}`)), path).toMatchObject(everywhere);
    }
  });

  const names = Object.keys(routes).filter((name): name is RouteName => name in routes);
  it.each(names)('[S-12] the answer of %s is kept by nobody between', async (name) => {
    const { method } = routes[name];
    const path = pathOf(name, {
      coachId: 'c-1',
      engagementId: 'e-1',
      roundId: 'r-1',
      proposalId: 'p-1',
      workId: 'w-1',
      personId: 'id',
      sessionId: 's-1',
      about: 'session',
      start: '2026-12-01T10:00:00.000Z',
      noteId: 'n-1',
    });
    const body = method === 'GET' ? undefined : {};
    const json = { ...everywhere, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' };
    const pace = { 'ratelimit-policy': expect.any(String) };
    expect(headersOf(await house.call('Omar', method, path, body))).toEqual({ ...json, ...pace });
    const stranger = await ask(`${house.origin}${path}`, { method });
    expect(headersOf(stranger)).toEqual({ ...json, 'www-authenticate': 'Bearer' });
  });

  it('[S-12] so is the endpoint of the bot, and what is not there', async () => {
    for (const path of ['/api/messages', '/api/nothing']) {
      expect((await ask(`${house.origin}${path}`, { method: 'POST' })).headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('calls from other pages', () => {
  const writing = Object.keys(routes)
    .filter((name): name is RouteName => name in routes)
    .filter((name) => routes[name].method !== 'GET');
  const openers = ['Toby', 'Quinn'];
  const callers = [...openers, 'Omar', 'Priya', 'Maya', 'Nils'];
  const parameters = {
    coachId: 'c-1',
    engagementId: 'e-1',
    roundId: 'r-foreign-000001',
    proposalId: 'p-1',
    workId: 'w-1',
    personId: 'id',
    sessionId: 's-1',
    about: 'session',
    start: '2026-12-01T10:00:00.000Z',
    noteId: 'n-1',
  };

  beforeAll(async () => {
    await playRound(house, 'foreign').opens();
  });

  it.each(writing)('[S-13] %s takes no form, no plain text and no GET, and changes nothing', async (name) => {
    const url = `${house.origin}${pathOf(name, parameters)}`;
    // In turn, because each of them may call only so often in a minute (S-21).
    const able = { opener: openers, organiser: [...openers, 'Omar', 'Priya'] } as const;
    const { role } = routes[name];
    const whoMay = role === 'opener' || role === 'organiser' ? able[role] : callers;
    const who = whoMay[writing.indexOf(name) % whoMay.length] ?? 'Omar';
    const authorization = `Bearer ${await house.tokens.token(who)}`;
    const { method } = routes[name];
    const before = JSON.stringify(await house.deps.rounds.list());
    const body = JSON.stringify({ opId: 'foreign-9999', plan: playRound(house, 'x').plan, on: '2026-11-23', groups: [] });
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'text/json',
    ]) {
      // As a page elsewhere could send it: a form or a simple call, with whatever the browser adds by itself.
      const bare = await ask(url, { method, body, headers: { 'content-type': type, origin: 'https://evil.example.com' } });
      expect(bare.status, type).toBe(401);
      const answer = await ask(url, { method, body, headers: { 'content-type': type, authorization } });
      expect([404, 415], `${type} ${answer.text}`).toContain(answer.status);
    }
    const none = await ask(url, { method, headers: { authorization } });
    expect([404, 415]).toContain(none.status);
    const isRead = Object.values(routes).some((route) => route.method === 'GET' && route.path === routes[name].path);
    const got = await ask(`${url}?opId=foreign-9999&answer=joined`, { headers: { authorization } });
    if (!isRead) expect(got.status).toBe(404);
    for (const other of ['DELETE', 'PATCH']) expect((await ask(url, { method: other, headers: { authorization } })).status).toBe(404);
    expect(JSON.stringify(await house.deps.rounds.list())).toBe(before);
  });

  it('[S-13] TRACE, which would send back what it was sent, is not there', async () => {
    const { port } = new URL(house.origin);
    const answer = await new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
      const sent = request({ port, path: '/api/me', method: 'TRACE', headers: { 'x-canary': 'canary-in-a-header' } }, (response) => {
        let text = '';
        response.on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, text }));
      });
      sent.on('error', reject).end();
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('canary-in-a-header');
  });

  it('[S-13] no other origin is let in, whatever it asks first', async () => {
    const preflight = await ask(`${house.origin}/api/admin/rounds`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example.com',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    const read = await ask(`${house.origin}/api/me`, {
      headers: { origin: 'https://teams.microsoft.com', authorization: `Bearer ${await house.tokens.token('Ana')}` },
    });
    for (const { headers } of [preflight, read]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(headers.get('set-cookie')).toBeNull();
    }
  });
});
