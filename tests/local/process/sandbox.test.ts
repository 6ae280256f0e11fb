import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyStory } from '../../acceptance/driver/stories.js';
import type { Compiled } from '../from-sources.js';
import { askSandbox, compileSandbox, passKeys, type RunningSandbox, runSandbox } from './running-sandbox.js';

const priya = '7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b01';
const hanna = '7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b02';
const day = 24 * 3_600_000;

let compiled: Compiled;
let folder: string;
let data: string;
/** Where keys lie between two tests. */
let keys: string;
const running: RunningSandbox[] = [];

const start = (args: readonly string[] = [], bot: 'bot' | 'failing' = 'bot'): RunningSandbox => {
  const sandbox = runSandbox(compiled, ['--data', data, ...args], bot);
  running.push(sandbox);
  return sandbox;
};

beforeAll(async () => {
  compiled = await compileSandbox();
  keys = await mkdtemp(join(tmpdir(), 'sandbox-keys-'));
});
afterAll(async () => {
  await compiled.remove();
  await rm(keys, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  data = join(folder, '.data');
  await passKeys(keys, data);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.end('SIGKILL')));
  await passKeys(data, keys);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const timeOf = ({ json }: { readonly json: unknown }): number =>
  Date.parse(String(Object.entries(json ?? {}).find(([name]) => name === 'now')?.[1]));

describe('a sandbox that has started', () => {
  it('has handed the bot its whole environment by the names of the product, on loopback alone, and nothing of the caller', async () => {
    const url = await start().ready;
    const { json } = await askSandbox(`${url}/api/environment`);

    expect(json).toMatchObject({
      HOST: '127.0.0.1',
      PORT: '0',
      LOOPBACK: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      PUBLIC_URL: url,
      TENANT_ID: expect.stringMatching(/^[\da-f-]{36}$/),
      BOT_APP_ID: expect.stringMatching(/^[\da-f-]{36}$/),
      TAB_APP_ID: expect.stringMatching(/^[\da-f-]{36}$/),
      TEAMS_APP_ID: expect.stringMatching(/^[\da-f-]{36}$/),
      MANAGED_IDENTITY_CLIENT_ID: expect.stringMatching(/^[\da-f-]{36}$/),
      STORAGE_TABLE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/devstoreaccount1$/),
      STORAGE_QUEUE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/devstoreaccount1$/),
      SEALING_KEY_URL: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+\/vault\/keys\/sealing$/),
      IDENTITY_ENDPOINT: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//),
      IDENTITY_HEADER: expect.any(String),
      NODE_EXTRA_CA_CERTS: expect.stringContaining(data),
    });
    expect(json).not.toHaveProperty('HTTP_PROXY');
    expect(json).not.toHaveProperty('AZURE_CLIENT_SECRET');
  });

  it('lists its people and gives each a token with their roles', async () => {
    const url = await start().ready;
    const people = await askSandbox(`${url}/sandbox/people`);
    const token = await askSandbox(`${url}/sandbox/token`, { personId: hanna });
    const nobody = await askSandbox(`${url}/sandbox/token`, { personId: 'nobody' });

    expect(people.json).toEqual([
      { id: priya, name: 'Priya Raman', roles: [] },
      { id: hanna, name: 'Hanna Vogt', roles: ['Round.Admin'] },
    ]);
    expect(decodeJwt(Object.values(token.json ?? {}).join(''))).toMatchObject({ oid: hanna, roles: ['Round.Admin'] });
    expect(nobody.status).toBe(404);
  });

  it.runIf(everyStory)('moves its time and the bot with it, and is still ahead after the next start', async () => {
    const first = start();
    const url = await first.ready;
    const moved = await askSandbox(`${url}/sandbox/clock`, { advance: 'P1D' });
    expect(Math.abs(timeOf(moved) - Date.now() - day)).toBeLessThan(5000);
    const inBot = await askSandbox(`${url}/api/now`);
    expect(Math.abs(timeOf(inBot) - Date.now() - day)).toBeLessThan(5000);
    const refused = await askSandbox(`${url}/sandbox/clock`, { advance: 'tomorrow' });
    await first.end('SIGTERM');
    const again = await start().ready;
    const later = await askSandbox(`${again}/api/now`);

    expect(Math.abs(timeOf(later) - Date.now() - day)).toBeLessThan(5000);
    expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('P1D') });
  });

  it('keeps its origin for sign-in from start to start', async () => {
    const first = start();
    const before = await askSandbox(`${await first.ready}/api/environment`);
    await first.end('SIGTERM');
    const after = await askSandbox(`${await start().ready}/api/environment`);
    const originOf = (json: unknown): unknown => Object.entries(json ?? {}).find(([name]) => name === 'LOOPBACK');

    expect(originOf(after.json)).toEqual(originOf(before.json));
  });

  it.each(everyStory ? (['SIGINT', 'SIGTERM'] as const) : (['SIGINT'] as const))(
    'stops in order with one %s, bot included',
    async (signal) => {
      const sandbox = start();
      await sandbox.ready;
      const { code, errors } = await sandbox.end(signal);

      expect(code).toBe(0);
      expect(errors).toContain('the bot was stopped in order');
    },
  );

  it('says that the bot has ended, and ends', async () => {
    const sandbox = start();
    const url = await sandbox.ready;
    await askSandbox(`${url}/api/exit`).catch(() => undefined);
    const { code, errors } = await sandbox.ended;

    expect(code).toBe(1);
    expect(errors).toContain('The bot ended with exit code 3, so the sandbox ends.');
  });

  it('leaves no bot behind when it is killed', async () => {
    const sandbox = start();
    const url = await sandbox.ready;
    await sandbox.end('SIGKILL');
    const again = await start(['--port', new URL(url).port]).ready;

    expect((await askSandbox(`${again}/api/now`)).status).toBe(200);
    // The output of the killed sandbox closes only when its bot, which shares it, has ended too: `end` has waited for that.
    expect(sandbox.child.signalCode).toBe('SIGKILL');
  });
});

describe('a sandbox that cannot start says why in one sentence', () => {
  const sentence = async (sandbox: RunningSandbox): Promise<string> => {
    const { code, errors } = await sandbox.ended;
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    return errors.trim();
  };

  it('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const said = await sentence(start(['--port', port]));
    other.close();

    expect(said).toBe(`Port ${port} is taken; choose another one with --port.`);
  });

  it('another sandbox is running on the folder, also with --fresh', async () => {
    const first = start();
    const url = await first.ready;
    const said = await sentence(start(['--fresh']));

    expect(said).toBe(`Another sandbox is running on ${data}; stop it first, or choose another folder with --data.`);
    expect((await askSandbox(`${url}/sandbox/people`)).status).toBe(200);
  });

  it('the folder is a file', async () => {
    data = join(folder, 'file');
    await writeFile(data, '');

    expect(await sentence(start())).toBe(`${data} is not a folder.`);
  });

  it('the folder cannot be made', async () => {
    data = '/proc/nowhere/.data';

    expect(await sentence(start())).toBe('The folder /proc/nowhere/.data cannot be read and written.');
  });

  it('the stored data is broken; --fresh helps', async () => {
    const first = start();
    await first.ready;
    await first.end('SIGTERM');
    await writeFile(join(data, 'store', 'tables.json'), 'not json');
    const said = await sentence(start());
    const fresh = start(['--fresh']);

    expect(said).toMatch(/tables\.json cannot be read; start with --fresh/);
    await expect(fresh.ready).resolves.toMatch(/^http/);
  });

  it('the bot refuses its settings', async () => {
    expect(await sentence(start([], 'failing'))).toBe('The bot did not start: TENANT_ID is missing');
  });
});

describe('--fresh', () => {
  it('never touches a folder that the sandbox did not make', async () => {
    data = join(folder, 'theirs');
    await mkdir(join(data, 'store'), { recursive: true });
    await writeFile(join(data, 'store', 'thesis.txt'), 'years of work');
    const sandbox = start(['--fresh']);
    const { code, errors } = await sandbox.ended;

    expect(code).toBe(1);
    expect(errors).toContain('holds files that the sandbox did not make, so nothing in it was touched');
    expect(await readdir(join(data, 'store'))).toEqual(['thesis.txt']);
  });

  it.runIf(everyStory)('clears what the sandbox kept, and nothing that somebody put beside it', async () => {
    const first = start();
    const url = await first.ready;
    await askSandbox(`${url}/sandbox/clock`, { advance: 'P30D' });
    await first.end('SIGTERM');
    await writeFile(join(data, 'notes.txt'), 'mine');
    const fresh = await start(['--fresh']).ready;

    expect(Math.abs(timeOf(await askSandbox(`${fresh}/api/now`)) - Date.now())).toBeLessThan(5000);
    expect(await readdir(data)).toContain('notes.txt');
  });
});
