import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyVaultKeys } from '@coaching-pairs/bot/storage/sealing/key-vault';
import { openVaultKeys } from '@coaching-pairs/local/vault/keys-file';
import { sealingKeyPath, vaultRouter } from '@coaching-pairs/local/vault/vault';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const identity = 'the-managed-identity';
let folder: string;
let origin: string;
let token = identity;
/** What the next calls are answered instead. */
let failures: number[] = [];
let asked: string[] = [];
let keys: ReturnType<typeof openVaultKeys>;
const server = createServer();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'));
  keys = openVaultKeys(join(folder, 'keys.json'));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = express();
  app.use((request, response, next) => {
    asked.push(`${request.method} ${request.path}`);
    const status = failures.shift();
    if (status === undefined) next();
    else if (status === 0) request.socket.destroy();
    else response.status(status).json({ error: { code: 'Throttled' } });
  });
  const callerOf = async (authorization = '') =>
    authorization === 'Bearer nobody' ? undefined : { appId: authorization.slice(7), kind: 'app' as const, permissions: [] };
  app.use(vaultRouter({ origin, keys, callerOf, identity }));
  server.on('request', app);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const vault = () => {
  const scopes: unknown[] = [];
  const getToken = async (scope: string | string[]) => {
    scopes.push(scope);
    return { token, expiresOnTimestamp: 0 };
  };
  return { scopes, ...keyVaultKeys({ keyUrl: `${origin}${sealingKeyPath}`, credential: { getToken }, pauses: [0, 0] }) };
};
const dataKey = new Uint8Array(32).fill(7);
const wrapped = async () => {
  const { current, wrap } = vault();
  const version = await current();
  const done = await wrap(dataKey, version.ok ? version.value : '');
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};

describe('the key in the vault', () => {
  it('[C-07] [S-15] wraps and unwraps with the managed identity’s token for vaults, and the key itself stays where it is', async () => {
    const key = await wrapped();
    expect(key.value).not.toContain(Buffer.from(dataKey).toString('base64url'));
    const { unwrap, scopes } = vault();
    expect(await unwrap(key)).toEqual({ ok: true, value: Buffer.from(dataKey) });
    expect(scopes).toEqual(['https://vault.azure.net/.default']);
    expect((await stat(join(folder, 'keys.json'))).mode & 0o077).toBe(0);
  });

  it('a new version wraps from then on; what an older one wrapped it still opens, after a restart too', async () => {
    const before = await wrapped();
    const version = await keys.rotate();
    expect((await wrapped()).version).toBe(version);
    expect(before.version).not.toBe(version);
    expect((await vault().unwrap(before)).ok).toBe(true);
    const again = openVaultKeys(join(folder, 'keys.json'));
    expect([await again.current(), await again.key(before.version)]).toEqual([version, expect.anything()]);
    expect(JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8')).versions).toHaveLength(2);
  });

  it('busy or out of reach, it is asked three times in all, and is then away', async () => {
    const key = await wrapped();
    asked = [];
    failures = [429, 503];
    expect((await vault().unwrap(key)).ok).toBe(true);
    failures = [0, 500, 0];
    expect(await vault().unwrap(key)).toEqual({ ok: false, error: { code: 'vault-away' } });
    expect(asked).toHaveLength(6);
    token = 'nobody';
    expect(await vault().current()).toEqual({ ok: false, error: { code: 'vault-away' } });
    token = identity;
  });

  it('switched off, destroyed or closed to us, it is locked; asking again would not help', async () => {
    const key = await wrapped();
    asked = [];
    await keys.setLocked(true);
    expect(await vault().unwrap(key)).toEqual({ ok: false, error: { code: 'vault-locked' } });
    await keys.setLocked(false);
    expect(await vault().unwrap({ ...key, version: 'a'.repeat(32) })).toEqual({ ok: false, error: { code: 'vault-locked' } });
    token = 'somebody-else';
    expect(await vault().unwrap(key)).toEqual({ ok: false, error: { code: 'vault-locked' } });
    token = identity;
    expect(asked).toHaveLength(3);
    expect((await vault().unwrap(key)).ok).toBe(true);
  });

  it('[S-05] a version that is no version is sent nowhere, since a token would go with it', async () => {
    asked = [];
    for (const version of ['../../secrets', 'x?y', '//evil.example.com', '']) {
      expect(await vault().unwrap({ version, value: 'x' })).toEqual({ ok: false, error: { code: 'vault-locked' } });
    }
    expect(asked).toEqual([]);
  });
});
