import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Compiled, compileForChild } from '../../local/from-sources.js';
import { freePort, isListening, startProcess } from './running-process.js';

const entry = 'bot/src/server.ts';
let compiled: Compiled;
beforeAll(async () => {
  compiled = await compileForChild([entry]);
});
afterAll(() => compiled.remove());

const production = {
  PORT: '8080',
  PUBLIC_URL: 'https://coaching.contoso.example',
  TENANT_ID: '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50',
  BOT_APP_ID: '5d2e9b1c-7a44-4c1e-b7f0-1a2b3c4d5e6f',
  TAB_APP_ID: '0b7c0e3a-2f0e-4e67-8a53-0c6f1a2b3c4d',
  TEAMS_APP_ID: '7f6e5d4c-3b2a-4190-8f7e-6d5c4b3a2910',
  MANAGED_IDENTITY_CLIENT_ID: '5d2e9b1c-7a44-4c1e-b7f0-1a2b3c4d5e6f',
  STORAGE_TABLE_URL: 'https://contosopairs.table.core.windows.net',
  STORAGE_QUEUE_URL: 'https://contosopairs.queue.core.windows.net',
  SEALING_KEY_URL: 'https://contosopairs.vault.azure.net/keys/coaching-pairs',
};
const sandbox = {
  ...production,
  HOST: '127.0.0.1',
  PUBLIC_URL: 'http://127.0.0.1:3978',
  STORAGE_TABLE_URL: 'http://127.0.0.1:10002/devstoreaccount1',
  STORAGE_QUEUE_URL: 'http://127.0.0.1:10001/devstoreaccount1',
  SEALING_KEY_URL: 'https://127.0.0.1:4443/vault/keys/sealing',
  LOOPBACK: 'https://127.0.0.1:4443',
  IDENTITY_ENDPOINT: 'http://127.0.0.1:4444/msi/token',
};

/** Starts and watches the port until the end. */
const refusedWith = async (settings: Readonly<Record<string, string>>) => {
  const port = await freePort();
  const environment = settings['PORT'] === undefined ? settings : { ...settings, PORT: String(port) };
  const { ended } = startProcess(compiled.file(entry), environment);
  let over = false;
  let heard = false;
  const watching = (async () => {
    while (!over) {
      heard ||= await isListening(port);
      await wait(20);
    }
  })();
  const ending = await ended;
  over = true;
  await watching;
  return { ...ending, heard };
};

const without = (settings: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(settings).filter(([setting]) => setting !== name));

describe('a start that must not be', { timeout: 60_000 }, () => {
  it.each(Object.keys(production))('[S-03] without %s the process ends, names it, and never listens', async (setting) => {
    const { code, errors, output, heard } = await refusedWith(without(production, setting));
    expect({ code, heard, output }).toEqual({ code: 1, heard: false, output: '' });
    expect(errors.trim().split('\n')).toEqual(['Coaching Pairs cannot start:', `${setting} is missing`]);
  });

  it.each([
    ['HOST', '0.0.0.0'],
    ['PUBLIC_URL', 'https://coaching.contoso.example'],
    ['STORAGE_TABLE_URL', 'https://contosopairs.table.core.windows.net'],
    ['STORAGE_QUEUE_URL', 'http://10.0.0.7:10001/devstoreaccount1'],
    ['IDENTITY_ENDPOINT', 'http://169.254.169.254/metadata/identity/oauth2/token'],
    ['LOOPBACK', 'https://login.evil.example.com'],
  ])('[S-03] in the sandbox, %s=%s ends it before it listens', async (setting, value) => {
    const { code, errors, heard } = await refusedWith({ ...sandbox, [setting]: value });
    expect({ code, heard }).toEqual({ code: 1, heard: false });
    expect(errors).toContain(`${setting} must be`);
    expect(errors).not.toContain(value);
  });

  it('[S-03] all that is missing is named at once', async () => {
    const { errors } = await refusedWith({});
    for (const setting of Object.keys(production)) expect(errors).toContain(`${setting} is missing`);
  });
});
