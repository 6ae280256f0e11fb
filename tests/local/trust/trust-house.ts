import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxPerson } from '@coaching-pairs/local/parts';
import { openTrust, type Trust } from '@coaching-pairs/local/trust/trust';

export const priya: SandboxPerson = { id: '7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b01', name: 'Priya Raman', roles: [] };
export const hanna: SandboxPerson = { id: '7c1d2f64-0a35-4a5e-9a3c-7d1c2e5f8b02', name: 'Hanna Vogt', roles: ['Round.Admin'] };

export type TrustHouse = {
  readonly trust: Trust;
  readonly folder: string;
  /** Moves the tenant's time on by milliseconds. */
  readonly later: (ms: number) => void;
  readonly now: () => Date;
  readonly reopen: () => Promise<Trust>;
  readonly close: () => Promise<void>;
};

/** Keys and a certificate take long to make: what the first house has made lies in the folders of the others before they open. */
const kept = ['keys.json', 'certificate.pem', 'certificate-key.pem'];
const made = new Map<string, Buffer>();
const furnish = async (folder: string): Promise<void> => {
  for (const [name, content] of made) await writeFile(join(folder, name), content, { mode: 0o600 });
};
const keep = async (folder: string): Promise<void> => {
  for (const name of kept) made.set(name, await readFile(join(folder, name)));
};

/** The https origin with two people in it, on a folder of its own. */
export const openTrustHouse = async (): Promise<TrustHouse> => {
  const folder = await mkdtemp(join(tmpdir(), 'trust-'));
  await furnish(folder);
  let offset = 0;
  const now = (): Date => new Date(Date.now() + offset);
  const open = () => openTrust({ folder, clock: { now }, personOf: (id) => [priya, hanna].find((person) => person.id === id) });
  let trust = await open();
  if (made.size === 0) await keep(folder);
  return {
    trust,
    folder,
    later: (ms) => {
      offset += ms;
    },
    now,
    reopen: async () => {
      await trust.stop();
      trust = await open();
      return trust;
    },
    close: async () => {
      await trust.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** One request to the origin, its certificate checked against the authority file and nothing else. */
export const ask = async (trust: Trust, path: string, form?: Readonly<Record<string, string>>): Promise<Answer> => {
  const ca = await readFile(trust.authorityFile);
  return new Promise((resolve, reject) => {
    const headers = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const outgoing = request(`${trust.origin}${path}`, { ca, method: form === undefined ? 'GET' : 'POST', headers }, (incoming) => {
      let text = '';
      incoming.on('data', (part) => {
        text += part;
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: text.startsWith('{') ? JSON.parse(text) : {} }));
    });
    outgoing.on('error', reject);
    outgoing.end(form === undefined ? undefined : new URLSearchParams(form).toString());
  });
};

/** A token of the managed identity, fetched as the bot process does. */
export const managedIdentityToken = async (trust: Trust, resource: string): Promise<string> => {
  const { endpoint, header } = trust.managedIdentity;
  const url = `${endpoint}?resource=${encodeURIComponent(resource)}&api-version=2019-08-01`;
  const response = await fetch(url, { headers: { 'x-identity-header': header } });
  const { access_token: token }: { access_token: string } = JSON.parse(await response.text());
  return token;
};
