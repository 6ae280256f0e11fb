import type { TokenCredential } from '@azure/identity';
import { AuthenticationHandler, Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client';
import { endingOf, noTelemetry, type Telemetry, timed } from '../ports/telemetry.js';
import { type AllowedPath, allowedPathOf, allowedPaths } from './allowed-paths.js';
import { type GraphOrigins, graphScope } from './credential.js';
import { type Pace, paceOf } from './pace.js';

const version = '/v1.0';
const timeoutMs = 30_000;

const urlOf = ({ request }: Context): URL => new URL(typeof request === 'string' ? request : request.url);

type Linked = Required<Pick<Middleware, 'execute' | 'setNext'>>;

const linked = (execute: (context: Context, next: Middleware) => Promise<void>): Linked => {
  let following: Middleware | undefined;
  return {
    setNext: (next) => {
      following = next;
    },
    execute: async (context) => {
      if (following === undefined) throw new Error('A step of the Graph client has nothing to go on to.');
      await execute(context, following);
    },
  };
};

/** Lets through only what the product has business with, and only to Graph itself (S-16): no token is ever sent elsewhere. */
const gate = (origin: string, allowed: readonly AllowedPath[]): Linked =>
  linked(async (context, next) => {
    const url = urlOf(context);
    const path = url.pathname.startsWith(`${version}/`) ? url.pathname.slice(version.length) : '';
    const method = context.options?.method ?? 'GET';
    if (url.origin !== origin || allowedPathOf(method, path, allowed) === undefined) {
      throw new Error(`Graph is not asked for ${method} ${url.origin}${url.pathname}: it is not on the list of allowed paths.`);
    }
    await next.execute(context);
  });

/** The pace owns all tries, so that nothing behind it retries by itself. */
const paced = (pace: Pace): Linked =>
  linked(async (context, next) => {
    const { signal } = context.options ?? {};
    context.response = await pace.run(async () => {
      const timeout = AbortSignal.timeout(timeoutMs);
      const one: Context = {
        ...context,
        options: { ...context.options, redirect: 'error', signal: signal ? AbortSignal.any([signal, timeout]) : timeout },
      };
      await next.execute(one);
      if (one.response === undefined) throw new Error('Graph gave no answer.');
      return one.response;
    }, signal ?? undefined);
  });

type Counting = { readonly allowed: readonly AllowedPath[]; readonly telemetry: Pick<Telemetry, 'note'> };

/** Each try is counted, by the entry of the list and never by its own address (S-20). */
const counted = ({ allowed, telemetry }: Counting): Linked =>
  linked(async (context, next) => {
    const method = context.options?.method ?? 'GET';
    const entry = allowedPathOf(method, urlOf(context).pathname.slice(version.length), allowed);
    const operation = `${method} ${entry?.path ?? 'other'}`;
    await timed(
      () => next.execute(context),
      (took, ending) => telemetry.note({ kind: 'call', service: 'graph', operation, ending, took }),
      { answered: () => endingOf(context.response?.status ?? 500), threw: () => 'away' },
    );
  });

export type GraphClientOptions = {
  readonly credential: TokenCredential;
  readonly origins: GraphOrigins;
  readonly pace?: Pace;
  /** What may be called; by the product itself unless told otherwise. */
  readonly allowed?: readonly AllowedPath[];
  readonly telemetry?: Pick<Telemetry, 'note'>;
};

/** Graph's own client with our steps in it: the gate, the token, the pace, the count, the call. */
export const createGraphClient = ({ credential, origins, ...options }: GraphClientOptions): Client => {
  const { pace = paceOf(), allowed = allowedPaths, telemetry = noTelemetry } = options;
  const signIn = new AuthenticationHandler({
    getAccessToken: async () => {
      const token = await credential.getToken(graphScope);
      if (token === null) throw new Error('The authority gave no token for Graph.');
      return token.token;
    },
  });
  const { hostname, origin } = new URL(origins.graph);
  return Client.initWithMiddleware({
    baseUrl: `${origin}/`,
    middleware: [gate(origin, allowed), signIn, paced(pace), counted({ allowed, telemetry }), new HTTPMessageHandler()],
    ...(origins.loopback ? { customHosts: new Set([hostname]) } : {}),
  });
};
