import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import express, { type Express } from 'express';
import type { ConsentAnswer, SandboxClock, SandboxIds, SandboxPerson, SandboxTrust } from '../parts.js';
import { writeWhole } from '../whole-file.js';
import { botFrameworkRoutes } from './bot-framework-routes.js';
import { openBrowserGrants } from './browser-grants.js';
import { openCertificate } from './certificate.js';
import { entraRoutes } from './entra-routes.js';
import { type KeyName, type Keys, newSigningKey, openKeys } from './keys.js';
import { listenOnLoopback } from './listen.js';
import { type ManagedIdentity, startManagedIdentity } from './managed-identity.js';
import { sandboxIds } from './registrations.js';
import { type Authority, botClaims, managedIdentityClaims, sign, tabClaims } from './tokens.js';
import { callerOf, createVerify } from './verify.js';

export type TrustOptions = {
  readonly folder: string;
  readonly clock: Pick<SandboxClock, 'now'>;
  /** Asked at each sign-in, so that people may be loaded after the origin is open. */
  readonly personOf: (id: string) => SandboxPerson | undefined;
  readonly ids?: SandboxIds;
};

export type Trust = SandboxTrust & {
  readonly origin: string;
  readonly ids: SandboxIds;
  /** The PEM file for NODE_EXTRA_CA_CERTS. */
  readonly authorityFile: string;
  readonly managedIdentity: ManagedIdentity;
  /** The app behind the https origin: the other rooms mount their routers here. */
  readonly app: Express;
  /** For tests: the signing keys now in use, and the change to a new one from one moment to the next. */
  readonly keys: () => Keys;
  readonly rotateKey: (name: KeyName) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The origin's port is kept with the certificate: stored conversations name it. Below the range from which systems lend ports. */
const keptPort = async (file: string): Promise<number> => {
  const random = 20_000 + Math.floor(Math.random() * 10_000);
  const text = await writeFile(file, `${random}\n`, { flag: 'wx' }).then(
    () => String(random),
    () => readFile(file, 'utf8'),
  );
  if (text === '') {
    // A kill came between making and filling the file.
    await writeWhole(file, `${random}\n`);
    return random;
  }
  const port = Number(text.trim());
  if (!Number.isInteger(port) || port < 1024 || port > 65_535) {
    throw new TypeError(`${file} holds no port`);
  }
  return port;
};

const openOrigin = async (folder: string, app: Express) => {
  const files = { cert: join(folder, 'certificate.pem'), key: join(folder, 'certificate-key.pem') };
  const certificate = await openCertificate(files);
  const listening = await listenOnLoopback(createServer(certificate, app), await keptPort(join(folder, 'port')));
  return { ...listening, authorityFile: files.cert };
};

/**
 * Opens the https origin that stands in for every Microsoft origin at once, and the managed identity's endpoint beside it.
 * Certificate, keys and port are kept in `folder`, so a second start is the same origin and tokens stay valid.
 *
 * @throws PortTaken when the kept port is in use: by another sandbox on this folder, or by another program
 */
export const openTrust = async ({ folder, clock, personOf, ids = sandboxIds }: TrustOptions): Promise<Trust> => {
  const app = express().disable('x-powered-by');
  const { port, stop, authorityFile } = await openOrigin(folder, app);
  const origin = `https://127.0.0.1:${port}`;
  const authority: Authority = { origin, ids };
  let keys = await openKeys(join(folder, 'keys.json'));
  const consent = new Map<string, ConsentAnswer>();
  const verify = createVerify(authority, () => keys.entra, clock.now);
  const issue = (claims: Parameters<typeof sign>[0]) => sign(claims, keys.entra, clock.now());
  const consentOf = (personId: string): ConsentAnswer => consent.get(personId) ?? { kind: 'granted' };

  app.use(entraRoutes({ authority, verify, personOf, consentOf, key: () => keys.entra, issue, now: clock.now }));
  app.use(botFrameworkRoutes(origin, () => keys));
  const managedIdentity = await startManagedIdentity({
    clientId: ids.managedIdentityClientId,
    issue: (resource) => issue(managedIdentityClaims(authority, resource)),
    now: clock.now,
  });
  return {
    origin,
    ids,
    authorityFile,
    managedIdentity,
    app,
    keys: () => keys,
    rotateKey: async (name) => {
      keys = { ...keys, [name]: await newSigningKey() };
    },
    signBotToken: ({ serviceUrl }) => sign(botClaims(authority, serviceUrl), keys.bot, clock.now()),
    issueTabToken: async (personId, options = {}) => {
      const person = personOf(personId);
      if (person === undefined) {
        throw new RangeError(`Nobody in the sandbox has the id ${personId}.`);
      }
      return issue(tabClaims(authority, person, options.roles ?? person.roles));
    },
    callerOf: (authorization, audience) => callerOf(verify, authorization, audience),
    browser: openBrowserGrants({ authority, issue }),
    setConsent: (personId, answer) => void consent.set(personId, answer),
    stop: async () => {
      await Promise.all([stop(), managedIdentity.stop()]);
    },
  };
};
