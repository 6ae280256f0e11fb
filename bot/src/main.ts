import { existsSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ManagedIdentityCredential } from '@azure/identity';
import { instant } from '@coaching-pairs/shared/ids';
import { createServer } from './api/server.js';
import { createSignIn } from './api/sign-in.js';
import { assembleBot, assembleCalendars, assembleDeps, type Parts, startWorkers } from './assemble.js';
import type { Config } from './config.js';
import { cardDrawing } from './draw-card.js';
import { explainerDrawing } from './draw-explainer.js';
import { instanceName } from './instance-name.js';
import { logLines } from './log-lines.js';
import { loggedIdentity } from './logged-identity.js';
import { measuredQueue, measuredTable } from './measured.js';
import type { Clock } from './ports/clock.js';
import { failureFields, type Log } from './ports/log.js';
import { noTelemetry, type Telemetry } from './ports/telemetry.js';
import { serveStored } from './serve-stored.js';
import { settingsOf } from './settings.js';
import { settleRestore } from './settle-restore.js';
import { createKeySet } from './sign-in/key-set.js';
import { createTabTokenCheck, entraIssuer, entraMetadata } from './sign-in/tab-token.js';
import { healthLedger } from './storage/health.js';
import { openStores } from './stores.js';
import { frameAncestors, teamsClientIds } from './trust-roots.js';
import { productVersion } from './version.js';
import { watchedTable } from './watched.js';

export type Running = {
  readonly port: number;
  /**
   * Is no longer ready at once, goes on answering for `drainMs` so that whoever spreads the load can see it, then takes nothing new,
   * lets what runs finish, and gives up what it holds.
   */
  readonly stop: (drainMs?: number) => Promise<void>;
  /** Keeps a line of what nothing caught. */
  readonly lost: (error: unknown) => void;
};

const clock: Clock = { now: () => instant(new Date().toISOString()) };

/** Standard output stays free for whoever started the process. */
const logTo = ({ logLevel: level }: Config): Log => logLines({ level, clock, write: (line) => void process.stderr.write(`${line}\n`) });

/** Beside the bundle in production, in the tab's own folder while developing. */
const tabFolder = (): string | null => {
  const places = ['./tab/', '../../tab/dist/app/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return places.find((place) => existsSync(`${place}index.html`)) ?? null;
};

const listening = (server: Server, { port, host }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** A call that takes longer than this is cut off when the process stops, in milliseconds. */
const longestCall = 10_000;

/** Takes no new connection; resolves when every call under way was answered, or cut off. */
const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), longestCall);
    // A connection that was kept open becomes idle only with its last answer.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
  });

const tabTokens = ({ config, log }: Pick<Parts, 'config' | 'log'>) => {
  const { tenantId, tabAppId, trustRoots } = config;
  const { entra } = trustRoots;
  const keys = createKeySet({ metadataUrl: entraMetadata(entra, tenantId), issuer: entraIssuer(entra, tenantId), clock, log });
  return createTabTokenCheck({ keys, clock, entra, tenantId, tabAppId, clientIds: teamsClientIds });
};

/** What it takes is loaded where figures are wanted, and nowhere else. */
const telemetryOf = async ({
  config,
  log,
  identity,
  instance,
}: Pick<Parts, 'config' | 'log' | 'identity' | 'instance'>): Promise<Telemetry> => {
  const { ingestion } = config;
  if (ingestion === undefined) return noTelemetry;
  const { azureMonitor } = await import('./telemetry/azure-monitor.js');
  return azureMonitor({ ingestion, credential: identity, log, instance, version: productVersion });
};

const partsOf = async (environment: Readonly<Record<string, string | undefined>>): Promise<Parts> => {
  const config = settingsOf(environment);
  const log = logTo(config);
  const identity = loggedIdentity(new ManagedIdentityCredential({ clientId: config.managedIdentityClientId }), { log, clock });
  const instance = instanceName({ environment, host: hostname(), port: config.port });
  const telemetry = await telemetryOf({ config, log, identity, instance });
  const opened = await openStores(config, identity);
  const table = measuredTable(opened.table, telemetry);
  const health = healthLedger(table, clock);
  const stores = { table: watchedTable(table, health), queue: measuredQueue(opened.queue, telemetry) };
  return { config, clock, log, identity, stores, health, instance, telemetry };
};

/**
 * Starts the product with the settings of an environment (see config.ts) and resolves once it listens. Refused with
 * `SettingsRefused` before anything is opened when a setting is missing or wrong (S-03), with `StartRefused` before anything is
 * served when this build does not go with what is stored.
 */
export const start = async (environment: Readonly<Record<string, string | undefined>>): Promise<Running> => {
  const parts = await partsOf(environment);
  const { config, log, stores, telemetry } = parts;
  const leave = await serveStored({ ...parts, table: stores.table });
  let workers: ReturnType<typeof startWorkers> | undefined;
  const deps = assembleDeps(parts, {
    work: () => workers?.runner.notice(),
    message: (delay) => workers?.delivery.expect(delay),
  });
  await settleRestore(deps, stores.table, leave);
  const receiver = assembleBot(parts, deps);
  let stopping = false;
  const server = createHttpServer(
    createServer({
      deps,
      log,
      signIn: createSignIn(tabTokens(parts), log),
      calendarOf: assembleCalendars(parts),
      ...{ draw: cardDrawing(clock, config.teamsAppId), drawExplainer: explainerDrawing() },
      signInWindow: { ...config, entra: config.trustRoots.entra },
      readiness: { ping: stores.table.ping, stopping: () => stopping },
      frameAncestors,
      tabFolder: tabFolder(),
      messages: (request, response) => void receiver.handle(request, response),
      telemetry,
    }),
  );
  const port = await listening(server, config);
  workers = startWorkers(parts, deps, receiver);
  log.info('started', { port });
  return {
    port,
    stop: async (drainMs = 0) => {
      stopping = true;
      deps.boards.stop();
      await wait(drainMs);
      const closed = closing(server);
      await Promise.all([workers?.runner.stop(), workers?.delivery.stop(), workers?.outages.stop(), closed.then(receiver.settled)]);
      await leave();
      await telemetry.stop();
      log.info('stopped');
    },
    lost: (error) => log.error('process.failed', failureFields(error)),
  };
};
