import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { Caller } from '../parts.js';
import { answerBatch } from './batch.js';
import { badRequest, type GraphAnswer, type GraphCall, type GraphRoute, isRecord, problem } from './call.js';
import type { FaultPlan } from './faults.js';

export type LoggedCall = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly caller: Caller | undefined;
  readonly status: number;
  /** True for a request inside a batch. */
  readonly inner: boolean;
  readonly at: number;
};

export type GraphServer = {
  readonly routes: readonly GraphRoute[];
  readonly faults: FaultPlan;
  /** The checked caller of an `Authorization` header, for Graph's audience. */
  readonly callerOf: (authorization: string | undefined) => Promise<Caller | undefined>;
  /** The one registration that Graph was consented to. */
  readonly registration: string;
  readonly log: (call: LoggedCall) => void;
};

const paramsOf = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith('{') && value !== '') params[segment.slice(1, -1)] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return params;
};

const forbidden = (message: string): GraphAnswer => problem(403, 'Authorization_RequestDenied', message);

/** Whether this identity may call this route: the right registration, the right kind of token, and one of the permissions in it. */
const mayCall = (server: GraphServer, route: GraphRoute, caller: Caller): boolean => {
  const wanted = caller.kind === 'app' ? route.app : route.user;
  const withheld = server.faults.withheld();
  const holds = (permission: string): boolean => caller.permissions.includes(permission) && !withheld.has(permission);
  if (caller.appId !== server.registration) return false;
  return wanted?.some(holds) === true || (caller.kind === 'app' && route.scoped === true);
};

const answerOne = async (server: GraphServer, call: GraphCall, inner: boolean): Promise<GraphAnswer> => {
  const matches = server.routes.flatMap((route) => {
    const params = paramsOf(route.path, call.path);
    return params === undefined || route.method !== call.method ? [] : [{ route, params }];
  });
  const match = matches[0];
  const answer =
    match === undefined
      ? forbidden('This path is not on the list of paths that the product uses.')
      : mayCall(server, match.route, call.caller)
        ? await match.route.answer({ ...call, params: match.params })
        : forbidden('Insufficient privileges to complete the operation.');
  if (inner)
    server.log({
      method: call.method,
      path: call.path,
      query: call.query.toString(),
      caller: call.caller,
      status: answer.status,
      inner,
      at: Date.now(),
    });
  return answer;
};

const answerTo = async (server: GraphServer, request: Request): Promise<{ readonly answer: GraphAnswer; readonly caller?: Caller }> => {
  const [path = '', query = ''] = request.url.split(/\?(.*)/su);
  const fault = server.faults.onCall(path);
  if (fault !== undefined) return { answer: fault };
  const caller = await server.callerOf(request.header('authorization'));
  if (caller === undefined)
    return { answer: problem(401, 'InvalidAuthenticationToken', 'Access token is missing, expired or not for this resource.') };
  const header = (name: string): string | undefined => request.header(name);
  const call: GraphCall = {
    method: request.method,
    path,
    params: {},
    query: new URLSearchParams(query),
    header,
    body: request.body,
    caller,
  };
  const batch = path === '/$batch' && request.method === 'POST';
  const answer = batch
    ? await answerBatch(call, server.faults, (one) => answerOne(server, one, true))
    : await answerOne(server, call, false);
  return { answer: server.faults.onAnswer() ?? answer, caller };
};

const send = (response: Response, answer: GraphAnswer): void => {
  response.status(answer.status).set(answer.headers ?? {});
  if (answer.text !== undefined) response.type(answer.text.type).send(answer.text.content);
  else if (answer.json === undefined) response.end();
  else response.json(answer.json);
};

/** A body or a path that cannot be read is the caller's fault, and told in Graph's own form; anything else goes on to the server. */
const unreadable: ErrorRequestHandler = (cause: unknown, _request, response, next) => {
  const caller = cause instanceof SyntaxError || cause instanceof URIError || (isRecord(cause) && cause.status === 413);
  if (caller) send(response, badRequest('Unable to read the request.'));
  else next(cause);
};

/** Everything below `/v1.0`, to be mounted there. Paths off the list are 403 for everybody (S-16). */
export const graphRouter = (server: GraphServer): Router => {
  const router = Router({ caseSensitive: true });
  router.use(express.json({ limit: '4mb' }));
  router.use(async (request, response) => {
    const { answer, caller } = await answerTo(server, request);
    const [path = '', query = ''] = request.url.split(/\?(.*)/su);
    server.log({ method: request.method, path, query, caller, status: answer.status, inner: false, at: Date.now() });
    send(response, answer);
  });
  router.use(unreadable);
  return router;
};
