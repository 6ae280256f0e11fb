import type { AddressInfo } from 'node:net';
import type { Refused } from '@coaching-pairs/shared/wire/parts';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import express, { type Request, type Response } from 'express';
import { builtTab } from './built-tab.js';
import { handlers } from './fake/handlers.js';
import { hostPage } from './fake/host-page.js';
import { inventedLeaders } from './fake/people.js';
import type { FakeRound } from './fake/round.js';
import { leaderId, peoplePartnerId } from './fake/scenarios.js';
import { Refuse, type World } from './fake/world.js';

export type FakeApi = {
  readonly url: string;
  readonly world: World;
  /** Every call that was answered or refused, with what it carried. */
  readonly calls: { readonly name: RouteName; readonly body: unknown; readonly language: string | undefined }[];
  /** Lets the next call of a route fail so; 0 breaks the connection after the work was done. */
  readonly failNext: (name: RouteName, status: number) => void;
  /** Lets the next call of a route be refused so. */
  readonly refuseNext: (name: RouteName, status: number, code: string, message: string) => void;
  /** Milliseconds every answer takes. */
  delay: number;
  readonly close: () => Promise<void>;
};

export const tokenFor = (personId: string): string => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ oid: personId, exp: Math.floor(Date.now() / 1_000) + 3_600 })}.`;
};

const viewerOf = (request: Request): string | null => {
  try {
    return JSON.parse(Buffer.from((request.headers.authorization ?? '').split('.')[1] ?? '', 'base64url').toString()).oid;
  } catch (_noToken) {
    return null;
  }
};

const refuse = (response: Response, status: number, message: string, code = 'refused'): void => {
  const refused: ReturnType<typeof Refused.parse> = { error: { code, message, correlationId: 'c0ffee-1234' } };
  response.status(status).json(refused);
};

type Failure = { readonly status: number; readonly code?: string; readonly message?: string };
const refusedAsTold = 'The stand-in was told to refuse this.';

const answerTo = (api: FakeApi, failures: Map<RouteName, Failure>, name: RouteName) => async (request: Request, response: Response) => {
  const route = routes[name];
  const viewer = viewerOf(request);
  if (api.delay > 0) await new Promise((done) => setTimeout(done, api.delay));
  if (viewer === null) return refuse(response, 401, 'Please sign in.');
  const parsed = route.body === null ? null : route.body.safeParse(request.body);
  api.calls.push({ name, body: request.body, language: request.headers['accept-language'] });
  if (parsed !== null && !parsed.success) return refuse(response, 400, parsed.error.message);
  const failure = failures.get(name);
  failures.delete(name);
  if (failure !== undefined && failure.status > 0) return refuse(response, failure.status, failure.message ?? refusedAsTold, failure.code);
  try {
    const params = Object.fromEntries(Object.entries(request.params).map(([key, value]) => [key, String(value)]));
    const asked = { viewer, params, query: String(request.query.q ?? ''), queried: request.query, body: parsed?.data };
    const answer = handlers[name](api.world, asked);
    if (failure?.status === 0) return response.destroy();
    response.json(route.answer.parse(answer));
  } catch (fault) {
    if (!(fault instanceof Refuse)) throw fault;
    refuse(response, fault.status, fault.message, fault.code);
  }
};

/** Serves the built tab, a host page for it at `/host`, and a bot made of memory that speaks by the real schemas. */
export const startFakeApi = async (rounds: FakeRound[], people = 14): Promise<FakeApi> => {
  const app = await builtTab();
  const failures = new Map<RouteName, Failure>();
  const server = express();
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((done) => listening.once('listening', done));
  const everybody = inventedLeaders(Math.max(people, ...rounds.map((round) => round.people.length)));
  const api: FakeApi = {
    url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    world: { rounds, everybody, groups: [], administrators: new Set([leaderId, peoplePartnerId]) },
    calls: [],
    failNext: (name, status) => void failures.set(name, { status }),
    refuseNext: (name, status, code, message) => void failures.set(name, { status, code, message }),
    delay: 0,
    close: async () => {
      listening.closeAllConnections();
      await new Promise((done) => listening.close(done));
    },
  };
  server.use('/api', express.json({ limit: '2mb' }));
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name];
    server[method.toLowerCase() as 'get' | 'post' | 'put'](path.replaceAll(/\{(\w+)\}/g, ':$1'), answerTo(api, failures, name));
  }
  // The policy of production, so far as the page itself can break it (S-12).
  const policy =
    "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' https://res.cdn.office.net";
  server.use('/tab', (_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    next();
  });
  server.use('/tab', express.static(app));
  // Entra agrees at once.
  server.get('/tab/sign-in', (_request, response) => response.redirect('/tab/signed-in#code=agreed'));
  server.get('/tab/signed-in', (_request, response) => response.sendFile('index.html', { root: app }));
  server.get('/host', ({ query }, response) => {
    const text = (name: string, usual: string): string => (typeof query[name] === 'string' ? query[name] : usual);
    const userId = text('as', leaderId);
    response.send(
      hostPage({
        token: tokenFor(userId),
        theme: text('theme', 'default'),
        locale: text('locale', 'en-gb'),
        page: text('page', ''),
        userId,
      }),
    );
  });
  return api;
};
