import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isForwarded, withSelfAsAncestor } from '@coaching-pairs/local/process/proxy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Compiled } from '../from-sources.js';
import { askSandbox, compileSandbox, type RunningSandbox, runSandbox } from './running-sandbox.js';

let compiled: Compiled;
let folder: string;
let sandbox: RunningSandbox;
let url: string;

beforeAll(async () => {
  compiled = await compileSandbox();
  folder = await mkdtemp(join(tmpdir(), 'proxy-'));
  sandbox = runSandbox(compiled, ['--data', join(folder, 'data')]);
  url = await sandbox.ready;
});
afterAll(async () => {
  await sandbox.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
  await compiled.remove();
});

/** A path exactly as written, which `fetch` would tidy up. */
const rawGet = (
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, path, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end();
  });

describe('what the page hands on to the bot', () => {
  it.each(['/tab', '/tab/', '/tab/assets/a.js?v=1', '/api/rounds', '/api/rounds/r1?x=%20'])('%s is handed on', (path) => {
    expect(isForwarded(path)).toBe(true);
  });

  it.each([
    '/api/messages',
    '/api/messages/',
    '/API/Messages',
    '/api/MESSAGES?x=1',
    '/api//messages',
    '/api/./messages',
    '/api/x/../messages',
    '/tab/../api/messages',
    '/api/%6dessages',
    '/api%2Fmessages',
    '/api/%2e/messages',
    '/api/%2e%2e/api/messages',
    '/api/x%2f..%2fmessages',
    '/api\\messages',
    '/api/messages%2F',
    '/api/%zz',
    '/ready',
    '/live',
    '/',
    '/tabs',
    '/sandbox/people',
  ])('%s is not', async (path) => {
    expect(isForwarded(path)).toBe(false);
    expect((await rawGet(path)).text).not.toContain('the bot was asked');
  });

  it('passes method, path, query and body on, without what belongs to the connection', async () => {
    const answer = await askSandbox(`${url}/api/echo?round=r%201`, { answer: 'joined' }, { authorization: 'Bearer t' });

    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      method: 'POST',
      url: '/api/echo?round=r%201',
      body: '{"answer":"joined"}',
      headers: { authorization: 'Bearer t' },
    });
    expect(answer.headers.get('x-public')).toBe('yes');
    expect(answer.headers.get('x-private')).toBeNull();
  });

  it('alone lets its own page show the tab in a frame', async () => {
    const answer = await askSandbox(`${url}/tab/`);

    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'self'; frame-ancestors 'self' https://teams.microsoft.com; object-src 'none'",
    );
  });

  it.each([
    ["frame-ancestors 'none'", "frame-ancestors 'self'"],
    ["default-src 'self';frame-ancestors https://a.example.com", "default-src 'self';frame-ancestors 'self' https://a.example.com"],
    ["default-src 'self'", "default-src 'self'"],
  ])('changes %s to %s', (policy, changed) => {
    expect(withSelfAsAncestor(policy)).toBe(changed);
  });
});

describe('whom the page answers', () => {
  it('refuses a foreign name that points at this machine', async () => {
    expect((await rawGet('/sandbox/people', { host: 'rebound.example.com' })).status).toBe(421);
  });

  it('refuses to act for a page of another origin', async () => {
    const answer = await askSandbox(`${url}/sandbox/clock`, { advance: 'P1D' }, { origin: 'https://evil.example.com' });

    expect(answer.status).toBe(403);
  });

  it('reads JSON alone where something is changed', async () => {
    const response = await fetch(`${url}/sandbox/clock`, {
      method: 'POST',
      body: '{"advance":"P1D"}',
      headers: { 'content-type': 'text/plain' },
    });

    expect(response.status).toBe(400);
  });
});
