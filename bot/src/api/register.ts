import { randomUUID } from 'node:crypto';
import { roundId } from '@coaching-pairs/shared/ids';
import { isAdministrator } from '@coaching-pairs/shared/round/round';
import type { Route, RouteName } from '@coaching-pairs/shared/wire/routes';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { Words } from '@coaching-pairs/shared/words/words';
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Log } from '../ports/log.js';
import { isOrganiser } from '../workflows/correct-people.js';
import type { Actor, Deps } from '../workflows/deps.js';
import type { Handlers } from './call.js';
import { type HttpRefusal, httpRefusalOf, refuse } from './refused.js';
import type { SignIn } from './sign-in.js';

export type ApiOptions = {
  readonly deps: Deps;
  readonly handlers: Handlers;
  readonly signIn: SignIn;
  readonly log: Log;
};

type AnyRoute = Route<z.ZodType | null, z.ZodType>;
type Signed = { readonly actor: Actor; readonly words: Words; readonly correlationId: string };

const param = (request: Request, name: string): string => {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
};

/** Whether this person may call the route at all. Administrators are asked for by the round itself, in the same words as a missing one (S-10, S-11). */
const mayCall = async (deps: Deps, route: AnyRoute, actor: Actor, request: Request): Promise<'yes' | 'not-allowed' | 'not-found'> => {
  if (route.role === 'anyone') return 'yes';
  if (route.role === 'opener') return actor.opener ? 'yes' : 'not-allowed';
  if (route.role === 'organiser') return (await isOrganiser(deps, actor)) ? 'yes' : 'not-allowed';
  const round = await deps.rounds.round(roundId(param(request, 'roundId')));
  return round !== null && isAdministrator(round.value, actor.personId) ? 'yes' : 'not-found';
};

const wrongBody = (words: Words, error: z.ZodError): HttpRefusal => {
  const fields = Object.fromEntries(error.issues.slice(0, 20).map((issue) => [issue.path.join('.') || 'body', issue.message]));
  return { status: 422, code: 'wrong-body', message: words.t('api.wrongBody', { fields: words.list(Object.keys(fields)) }), fields };
};

const notJson = (words: Words): HttpRefusal => ({ status: 415, code: 'not-json', message: words.t('api.notJson') });

/** What is sent back is held to the schema too: a field that is not in it never leaves. */
const answer = (route: AnyRoute, response: Response, value: unknown): void => void response.json(route.answer.parse(value));

const run = async (options: ApiOptions, name: RouteName, request: Request, response: Response, signed: Signed): Promise<void> => {
  const { deps, handlers, log } = options;
  const { actor, words, correlationId } = signed;
  const route: AnyRoute = routes[name];
  const allowed = await mayCall(deps, route, actor, request);
  if (allowed !== 'yes') {
    log.warn('api.refused', { who: actor.personId, what: name, result: allowed, correlationId });
    return refuse(response, correlationId, await httpRefusalOf(deps, words, { code: allowed }));
  }
  const isWrite = route.method !== 'GET';
  if (isWrite && request.is('application/json') !== 'application/json') return refuse(response, correlationId, notJson(words));
  const body = route.body === null ? { success: true as const, data: null } : route.body.safeParse(request.body);
  if (!body.success) return refuse(response, correlationId, wrongBody(words, body.error));
  const query = typeof request.query.q === 'string' ? request.query.q.slice(0, 100) : '';
  // The table pairs each route with its handler; TypeScript cannot follow the pairing through a computed name.
  const handle = handlers[name] as (call: unknown) => ReturnType<Handlers[RouteName]>;
  const result = await handle({ deps, actor, words, query, body: body.data, param: (key: string) => param(request, key) });
  if (isWrite) log.info('api.done', { who: actor.personId, what: name, result: result.ok ? 'done' : result.error.code, correlationId });
  if (result.ok) return answer(route, response, result.value);
  return refuse(response, correlationId, await httpRefusalOf(deps, words, result.error));
};

const namesOf = (table: typeof routes): readonly RouteName[] => Object.keys(table).filter((name): name is RouteName => name in table);

/** Every route of the table behind sign-in, role check and schema; nothing else is reachable under `/api` (S-11). */
export const apiRouter = (options: ApiOptions): Router => {
  const router = Router();
  for (const name of namesOf(routes)) {
    const { method, path } = routes[name];
    const place = path.replace(/\{(\w+)\}/gu, ':$1');
    const handle = async (request: Request, response: Response): Promise<void> => {
      const correlationId = randomUUID();
      const signed = await options.signIn(request, response, correlationId);
      if (signed === null) return;
      try {
        await run(options, name, request, response, { ...signed, correlationId });
      } catch (error) {
        options.log.error('api.failed', { what: name, correlationId, error: error instanceof Error ? error.name : 'unknown' });
        refuse(response, correlationId, { status: 500, code: 'failed', message: signed.words.t('failed', { correlationId }) });
      }
    };
    if (method === 'GET') router.get(place, handle);
    else if (method === 'POST') router.post(place, handle);
    else router.put(place, handle);
  }
  return router;
};
