import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPace } from '@coaching-pairs/bot/api/pace';
import { createServer } from '@coaching-pairs/bot/api/server';
import { createSignIn } from '@coaching-pairs/bot/api/sign-in';
import { startWorkRunner, type WorkRunner } from '@coaching-pairs/bot/delivery/work-runner';
import { worksOn } from '@coaching-pairs/bot/delivery/works';
import { cardDrawing } from '@coaching-pairs/bot/draw-card';
import { explainerDrawing } from '@coaching-pairs/bot/draw-explainer';
import { logLines } from '@coaching-pairs/bot/log-lines';
import { inOwnThread, weighingInOwnThread } from '@coaching-pairs/bot/matching/in-own-thread';
import type { CalendarOf } from '@coaching-pairs/bot/ports/calendar';
import type { Directory } from '@coaching-pairs/bot/ports/directory';
import type { Matching } from '@coaching-pairs/bot/ports/matching';
import { roundPartition, type WakeUp } from '@coaching-pairs/bot/ports/outbox';
import type { Table } from '@coaching-pairs/bot/ports/store';
import { createKeySet } from '@coaching-pairs/bot/sign-in/key-set';
import { createTabTokenCheck, entraIssuer } from '@coaching-pairs/bot/sign-in/tab-token';
import { agreementStore } from '@coaching-pairs/bot/storage/agreements';
import { auditTrail } from '@coaching-pairs/bot/storage/audit/trail';
import { boardsOver } from '@coaching-pairs/bot/storage/boards';
import { conversationStore } from '@coaching-pairs/bot/storage/conversations';
import { deliveryStore } from '@coaching-pairs/bot/storage/deliveries';
import { engagementStore } from '@coaching-pairs/bot/storage/engagements';
import { healthLedger } from '@coaching-pairs/bot/storage/health';
import { insightStore } from '@coaching-pairs/bot/storage/insights';
import { leaverStore } from '@coaching-pairs/bot/storage/leavers';
import { noteStore } from '@coaching-pairs/bot/storage/notes';
import { organisationStore } from '@coaching-pairs/bot/storage/organisation';
import { outageStore } from '@coaching-pairs/bot/storage/outages';
import { pauseStore } from '@coaching-pairs/bot/storage/pauses';
import { pulseStore } from '@coaching-pairs/bot/storage/pulse';
import { reachStore } from '@coaching-pairs/bot/storage/reachability';
import { roundStore } from '@coaching-pairs/bot/storage/rounds';
import { sealingOver } from '@coaching-pairs/bot/storage/sealing/data-keys';
import { seenStore } from '@coaching-pairs/bot/storage/seen';
import { coachRegisterOn } from '@coaching-pairs/bot/storage/two-two';
import { zoneStore } from '@coaching-pairs/bot/storage/zones';
import { frameAncestors, teamsClientIds } from '@coaching-pairs/bot/trust-roots';
import type { Deps } from '@coaching-pairs/bot/workflows/deps';
import { workHandlers } from '@coaching-pairs/bot/workflows/work-handlers';
import type { JWTPayload } from 'jose';
import { startStore } from '../../store-harness.js';
import { paperVault } from '../notes/paper-vault.js';
import { newKey, signed, startKeyServer } from '../sign-in/key-server.js';
import { movingClock } from '../sign-in/moving-clock.js';
import { memoryTable } from '../workflows/memory-table.js';
import { fullName, idOf, people, rolesOf } from './company.js';
import { emptyCalendar } from './paper-calendar.js';
import { paperDirectory } from './paper-directory.js';

const entra = 'https://login.microsoftonline.com';
export const tenantId = '3f0d6f7e-6a55-4d0b-9a7e-5b1d2c3e4f50';
export const tabAppId = '0b7c0e3a-2f0e-4e67-8a53-0c6f1a2b3c4d';

export type Answer = { readonly status: number; readonly body: unknown; readonly text: string; readonly headers: Headers };

export type HouseOptions = {
  readonly directory?: Directory;
  readonly calendarOf?: CalendarOf;
  readonly wakeUp?: WakeUp;
  readonly tabFolder?: string;
  readonly stopping?: () => boolean;
  /** How often one person may call in a minute; as in production unless told otherwise. */
  readonly callsAMinute?: number;
  /** How matches are found; in a thread of its own unless told otherwise. */
  readonly matching?: Matching;
  /** For what asks thousands of questions about who may what, rather than about how it is stored. */
  readonly store?: 'real' | 'memory';
  /** When it is, in milliseconds; the present unless told otherwise. */
  readonly now?: number;
};

export type House = Awaited<ReturnType<typeof openHouse>>;

const listen = async (server: ReturnType<typeof createHttpServer>): Promise<string> => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const openDeps = (
  table: Table,
  { wakeUp = async () => undefined, directory = paperDirectory(people), now }: HouseOptions,
  /** There is work, or one was cancelled. */
  tell: () => void,
) => {
  const clock = movingClock(now);
  let made = 0;
  const works = worksOn(table, clock, tell);
  const vault = paperVault();
  const sealing = sealingOver({ table, keys: vault, clock, newId: () => `key-${++made}` });
  const deps: Deps = {
    rounds: roundStore(table, wakeUp),
    organisation: organisationStore(table),
    directory,
    works,
    weighing: weighingInOwnThread(),
    conversations: conversationStore(table),
    zones: zoneStore(table),
    pauses: pauseStore(table),
    sealing,
    notes: noteStore(table, sealing),
    agreements: agreementStore(table, sealing),
    pulse: pulseStore(table, sealing),
    insights: insightStore(table, sealing),
    audit: auditTrail(table, sealing, clock),
    leavers: leaverStore(table, tenantId),
    boards: boardsOver(table),
    coachRegister: coachRegisterOn(table),
    engagements: engagementStore(table, sealing, async () => undefined),
    outages: outageStore(table),
    seen: seenStore(table),
    health: healthLedger(table, clock),
    about: { version: '1.2.3', node: '20.19.0' },
    deliveries: deliveryStore(table, wakeUp, clock),
    clock,
    reach: reachStore(table, wakeUp, clock),
    ...{ teamsAppId: 'app', publicUrl: 'https://pairs.example.com' },
    newId: () => `made-${++made}`,
  };
  return { deps, clock, vault };
};

const startTokens = async (clock: ReturnType<typeof movingClock>) => {
  const issuer = entraIssuer(entra, tenantId);
  const [keyServer, key] = await Promise.all([startKeyServer(issuer), newKey('entra-1')]);
  keyServer.announce({ key });
  const genuine = (name: string): JWTPayload => ({
    ...{ ver: '2.0', iss: issuer, aud: tabAppId, tid: tenantId, scp: 'access_as_user', azp: teamsClientIds[0] },
    ...{ oid: idOf(name), name: fullName(name), roles: [...rolesOf(name)] },
    ...{ nbf: clock.seconds() - 10, iat: clock.seconds() - 10, exp: clock.seconds() + 3600 },
  });
  const token = (name: string, changed: JWTPayload = {}) => signed(key, { ...genuine(name), ...changed });
  return { keyServer, key, token, genuine, issuer };
};

const asked = (method: string, headers: Record<string, string>, body: unknown): RequestInit =>
  body === undefined
    ? { method, headers }
    : { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };

export const ask = async (url: string, request: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(url, request);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, text, body: isJson ? JSON.parse(text) : undefined, headers: response.headers };
};

const openStore = async (kind: 'real' | 'memory') => {
  const memory = memoryTable();
  if (kind === 'memory') return { table: memory, everyRow: memory.everyRow, queue: null, stop: async () => undefined };
  const store = await startStore();
  return { table: await store.table(), everyRow: memory.everyRow, queue: await store.queue(), stop: store.stop };
};

/** The server as production makes it, on a real store unless told otherwise, with real tokens; the directory alone is on paper. */
export const openHouse = async (options: HouseOptions = {}) => {
  const { table, everyRow, queue, stop } = await openStore(options.store ?? 'real');
  let works: WorkRunner | undefined;
  const { deps, clock, vault } = openDeps(table, options, () => works?.notice());
  const tokens = await startTokens(clock);
  const lines: string[] = [];
  const log = logLines({ level: 'info', clock, write: (line) => void lines.push(line) });
  const keys = createKeySet({ metadataUrl: tokens.keyServer.metadataUrl, issuer: tokens.issuer, clock, log });
  const verify = createTabTokenCheck({ keys, clock, entra, tenantId, tabAppId, clientIds: teamsClientIds });
  const server = createHttpServer(
    createServer({
      deps,
      log,
      signIn: createSignIn(verify, log, createPace(options.callsAMinute)),
      calendarOf: options.calendarOf ?? (() => emptyCalendar),
      draw: cardDrawing(clock, deps.teamsAppId),
      drawExplainer: explainerDrawing(),
      signInWindow: { entra, tenantId, tabAppId, publicUrl: 'https://coaching.example.com' },
      readiness: { ping: table.ping, stopping: options.stopping ?? (() => false) },
      frameAncestors,
      tabFolder: options.tabFolder ?? null,
      messages: (_request, response) => void response.status(401).end(),
    }),
  );
  // Hundreds of calls at once may keep a busy machine from using a connection again for longer than the usual five seconds.
  server.keepAliveTimeout = 120_000;
  const origin = await listen(server);
  const partitions = async function* () {
    for (const round of await deps.rounds.list()) yield roundPartition(round.id);
  };
  const handlers = workHandlers(deps, options.matching ?? inOwnThread());
  const runner = startWorkRunner({ table, clock, log, instance: 'tests', partitions, handlers });
  works = runner;
  const known = new Map<string, string>();
  const tokenOf = async (name: string): Promise<string> => {
    const token = known.get(name) ?? (await tokens.token(name));
    known.set(name, token);
    return token;
  };
  return {
    ...{ origin, deps, clock, vault, table, everyRow, queue, lines, tokens, runner },
    /** Calls as that person, with a real token. */
    call: async (name: string, method: string, path: string, body?: unknown): Promise<Answer> =>
      ask(`${origin}${path}`, asked(method, { authorization: `Bearer ${await tokenOf(name)}` }, body)),
    close: async (): Promise<void> => {
      await runner.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([tokens.keyServer.stop(), stop()]);
    },
  };
};
