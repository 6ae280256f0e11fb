import type { RequestListener, Server } from 'node:http';
import { createRequire, Module } from 'node:module';

/** A row as Loki keeps it; the number is its place in its collection for ever. */
export type LokiRow = { readonly $loki: number };

/** The parts of a Loki collection that the embedded store uses. */
export type LokiCollection = {
  readonly name: string;
  /** In the order of their numbers. */
  data: LokiRow[];
  maxId: number;
  idIndex: unknown;
  findOne: (query: unknown) => LokiRow | null;
  readonly uniqueNames: readonly string[];
  readonly on: (event: 'insert' | 'update' | 'delete', heard: (rows: LokiRow | readonly LokiRow[]) => void) => void;
  /** Builds what was emptied; the others build anew. */
  readonly ensureId: () => void;
  readonly ensureAllIndexes: (anew: boolean) => void;
  readonly ensureUniqueIndex: (field: string) => unknown;
};

/** The parts of Loki that the embedded store uses. */
export type LokiDatabase = {
  readonly collections: readonly LokiCollection[];
  addCollection: (name: string, options?: object) => LokiCollection;
  removeCollection: (name: string) => void;
  readonly saveDatabase: (done: (cause?: unknown) => void) => void;
  readonly loadDatabase: (options: object, done: (cause?: unknown) => void) => void;
  readonly autosaveDisable: () => void;
};

type LokiStore = { readonly db: LokiDatabase };

/** What is used of an Azurite server; its sources carry no types for these internal modules. */
export type AzuriteServer = {
  readonly httpServer: Server;
  readonly metadataStore: LokiStore;
  readonly extentMetadataStore?: LokiStore;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly getHttpServerAddress: () => string;
};

type ServerModule = { readonly default: new (configuration: object) => AzuriteServer };
type ConfigurationModule = { readonly default: new (...settings: readonly unknown[]) => object };

const load = createRequire(import.meta.url);

/** Azurite's measuring of its users is never loaded: it would report nothing here, but it patches the process and prints a warning. */
const leaveTelemetryOut = (): void => {
  const file = load.resolve('azurite/dist/src/common/Telemetry.js');
  if (load.cache[file] !== undefined) {
    return;
  }
  const silent = new Module(file);
  silent.exports = { AzuriteTelemetryClient: { TraceRequest: () => undefined } };
  silent.loaded = true;
  load.cache[file] = silent;
};
const host = '127.0.0.1';
const anyPort = 0;
const keepAliveSeconds = 5;

/** Access log and debug log off, strict, API versions of newer SDKs let through. */
const quietly = [false, undefined, false, undefined, false, true] as const;

/** Azurite's table server on a free loopback port, not started yet. It stores in one file. */
export const createTableServer = (file: string): AzuriteServer => {
  leaveTelemetryOut();
  const configuration: ConfigurationModule = load('azurite/dist/src/table/TableConfiguration.js');
  const server: ServerModule = load('azurite/dist/src/table/TableServer.js');
  const [accessLog, accessStream, debugLog, debugFile, loose, skipApiVersionCheck] = quietly;
  // The table server takes the two log switches in another order than the queue server.
  const settings = [debugLog, accessLog, accessStream, debugFile, loose, skipApiVersionCheck];
  return new server.default(new configuration.default(host, anyPort, keepAliveSeconds, file, ...settings));
};

export type QueueFiles = { readonly queues: string; readonly extents: string; readonly messages: string };

/** Azurite's queue server on a free loopback port, not started yet. Message texts are appended to files in `messages`. */
export const createQueueServer = (files: QueueFiles): AzuriteServer => {
  leaveTelemetryOut();
  const configuration: ConfigurationModule = load('azurite/dist/src/queue/QueueConfiguration.js');
  const server: ServerModule = load('azurite/dist/src/queue/QueueServer.js');
  const places = [{ locationId: 'Default', locationPath: files.messages, maxConcurrency: 1 }];
  return new server.default(new configuration.default(host, anyPort, keepAliveSeconds, files.queues, files.extents, places, ...quietly));
};

/** A database read from its file by the same code that the servers use; nothing is saved but by asking. */
export const readDatabase = async (file: string): Promise<LokiDatabase> => {
  const Loki: new (name: string, options: object) => LokiDatabase = createRequire(load.resolve('azurite/package.json'))('lokijs');
  const db = new Loki(file, { persistenceMethod: 'fs' });
  await new Promise<void>((resolve, reject) => db.loadDatabase({}, (cause) => (cause ? reject(cause) : resolve())));
  return db;
};

/** The Loki databases behind a server: one for tables; for queues also the register of message files. */
export const databasesOf = (server: AzuriteServer): readonly LokiDatabase[] =>
  [server.metadataStore.db, server.extentMetadataStore?.db].filter((db) => db !== undefined);

/** Puts a wrapper around the server's own request listener. Call before `start`. */
export const wrapListener = (server: AzuriteServer, wrap: (listener: RequestListener) => RequestListener): void => {
  const own = server.httpServer.listeners('request');
  server.httpServer.removeAllListeners('request');
  server.httpServer.on(
    'request',
    wrap((request, response) => {
      for (const listener of own) {
        Reflect.apply(listener, server.httpServer, [request, response]);
      }
    }),
  );
};
