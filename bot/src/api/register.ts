import { roundId } from '@coaching-pairs/shared/ids';
import { isAdministrator } from '@coaching-pairs/shared/round/round';
import { isTimeZone } from '@coaching-pairs/shared/time';
import { Id } from '@coaching-pairs/shared/wire/parts';
import type { Route } from '@coaching-pairs/shared/wire/route';
import { type RouteName, routes } from '@coaching-pairs/shared/wire/routes';
import type { Words } from '@coaching-pairs/shared/words/words';
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { CalendarOf } from '../ports/calendar.js';
import type { CardDrawing } from '../ports/card-drawing.js';
import { failureFields, type Log } from '../ports/log.js';
import type { SheetDrawing } from '../ports/sheet-drawing.js';
import { isStoreFault } from '../ports/store.js';
import { isCoordinator, twoTwoIsOn } from '../workflows/coaches/switch.js';
import { isOrganiser } from '../workflows/correct-people.js';
import type { Actor, Deps } from '../workflows/deps.js';
import { forQuestions } from '../workflows/read-once.js';
import { bodyOf } from './body.js';
import type { Handlers } from './call.js';
import { correlationOf } from './correlation.js';
import { measuredAs } from './measure-requests.js';
import { type HttpRefusal, httpRefusalOf, refuse, wordsOf } from './refused.js';
import type { SignIn } from './sign-in.js';
import { calendarOfGuests, guestMayCall } from './two-two-guests.js';

export type ApiOptions = {
  readonly deps: Deps;
  readonly handlers: Handlers;
  readonly signIn: SignIn;
  readonly calendarOf: CalendarOf;
  readonly draw: CardDrawing;
  readonly drawExplainer: SheetDrawing;
  readonly log: Log;
};

type AnyRoute = Route<z.ZodType | null, z.ZodType>;
type Signed = { readonly actor: Actor; readonly words: Words; readonly token: string };
type Allowed = 'yes' | 'not-allowed' | 'not-found';

/** That somebody writes notes, and when, is their own affair too: done, these leave no line. Erasing does (S-20). */
const unlogged: ReadonlySet<RouteName> = new Set<RouteName>([
  ...(['addNote', 'saveNote', 'shareNote', 'deleteNote'] as const),
  ...(['answerPulse', 'addInsight', 'withdrawInsight', 'saveFeedback', 'askPartner', 'answerAsk'] as const),
  // Who says no to an enquiry, or ends an engagement, is kept nowhere (TT-05, TT-64).
  'changeEngagement',
]);

/**
 * Of these a line that says what went wrong says nothing of who it was, unless they have no business there: who answers, shares
 * or names somebody is not written down (CP-81, CP-84, CP-96).
 */
const nameless: ReadonlySet<RouteName> = new Set<RouteName>([
  ...(['pulse', 'answerPulse', 'insights', 'addInsight', 'withdrawInsight', 'saveFeedback'] as const),
  // Who asks whom, where partners are chosen in the open.
  ...(['askPartner', 'answerAsk', 'changeEngagement'] as const),
]);

/** Letters of a search that are looked at. */
const longestQuery = 100;
/** Of anything else behind an address: an id, or a function by its name. */
const longestChoice = 256;

const param = (request: Request, name: string): string => {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
};

/** What no id can be, no object has: it is refused in the words for one that is missing (S-11). */
const couldBeIds = (request: Request): boolean => Object.values(request.params).every((value) => Id.safeParse(value).success);

/** Of 2:2 Coaching there is nothing for whoever it is not for, and for nobody while it is not offered: the words are those for a missing thing. */
const inTwoTwo = async (deps: Deps, { role }: AnyRoute, actor: Actor): Promise<boolean> => {
  if (role === 'switcher') return actor.coordinator === true;
  return role === 'coordinator' ? isCoordinator(deps, actor) : twoTwoIsOn(deps);
};

/** Whether this person may call the route at all. Administrators are asked for by the round itself, in the same words as a missing one (S-10, S-11). */
const mayCall = async (deps: Deps, route: AnyRoute, actor: Actor, request: Request): Promise<Allowed> => {
  if (!couldBeIds(request)) return 'not-found';
  if (actor.guest === true) return guestMayCall(deps, route, actor);
  if (route.role === 'anyone') return 'yes';
  if (route.role === 'opener') return actor.opener ? 'yes' : 'not-allowed';
  if (route.role === 'organiser') return (await isOrganiser(deps, actor)) ? 'yes' : 'not-allowed';
  if (route.role !== 'administrator') return (await inTwoTwo(deps, route, actor)) ? 'yes' : 'not-found';
  const round = await deps.rounds.round(roundId(param(request, 'roundId')));
  return round !== null && isAdministrator(round.value, actor.personId) ? 'yes' : 'not-found';
};

const queryOf = (request: Request, name: string, longest: number): string => {
  const text = request.query[name];
  return typeof text === 'string' ? text.slice(0, longest) : '';
};

const zoneOf = (request: Request): string | null => {
  const zone = request.get('time-zone') ?? '';
  return isTimeZone(zone) ? zone : null;
};

const run = async (options: ApiOptions, name: RouteName, request: Request, response: Response, signed: Signed): Promise<void> => {
  const { handlers, log } = options;
  const { actor, words, token } = signed;
  const route: AnyRoute = routes[name];
  // A question is answered from one reading; whoever changes something reads as they need it.
  const deps = route.method === 'GET' ? forQuestions(options.deps) : options.deps;
  const about = { who: actor.personId, what: name };
  const allowed = await mayCall(deps, route, actor, request);
  if (allowed !== 'yes') return refuse(log, response, await httpRefusalOf(deps, words, { code: allowed }), about);
  const body = await bodyOf(route.body, request, response, words);
  const quietly = nameless.has(name) ? { what: name } : about;
  if (!body.ok) return refuse(log, response, body.error, quietly);
  // The table pairs each route with its handler; TypeScript cannot follow the pairing through a computed name.
  const handle = handlers[name] as (call: unknown) => ReturnType<Handlers[RouteName]>;
  const call = {
    deps,
    actor,
    words,
    calendar: () => (actor.guest === true ? calendarOfGuests : options.calendarOf(token)),
    timeZone: zoneOf(request),
    query: queryOf(request, 'q', longestQuery),
    queried: (key: string) => queryOf(request, key, longestChoice),
    draw: options.draw,
    drawExplainer: options.drawExplainer,
    body: body.value,
    param: (key: string) => param(request, key),
  };
  const result = await handle(call);
  if (!result.ok) {
    const said = result.error.code === 'not-found' ? about : quietly;
    return refuse(log, response, await httpRefusalOf(deps, words, result.error), said);
  }
  // What is sent back is held to the schema too: a field that is not in it never leaves.
  const answer = route.answer.parse(result.value);
  const isLogged = route.method !== 'GET' && !unlogged.has(name);
  if (isLogged) log.info('api.done', { ...about, result: 'done', correlationId: correlationOf(response) });
  response.json(answer);
};

/** An exception as its caller may see it: never its own words (S-19). */
const unexpected = (error: unknown, words: Words, response: Response): HttpRefusal => {
  // No row has a key that the store could not hold.
  if (isStoreFault(error) && error.code === 'key-too-long') {
    return { status: 404, code: 'not-found', message: words.t('refused.notFound') };
  }
  const status = isStoreFault(error) && error.code === 'store-unavailable' ? 503 : 500;
  return { status, code: 'failed', message: words.t('failed', { correlationId: correlationOf(response) }) };
};

const isRouteName = (name: string): name is RouteName => name in routes;

/** Every route of the table behind sign-in, role check and schema; nothing else is reachable under `/api` (S-11). */
export const apiRouter = (options: ApiOptions): Router => {
  const router = Router();
  const handling = (name: RouteName) => async (request: Request, response: Response) => {
    measuredAs(response, routes[name].path, unlogged.has(name) || nameless.has(name));
    try {
      const signed = await options.signIn(request, response, name);
      if (signed !== null) await run(options, name, request, response, signed);
    } catch (error) {
      refuse(options.log, response, unexpected(error, wordsOf(request), response), { what: name, ...failureFields(error) });
    }
  };
  for (const name of Object.keys(routes).filter(isRouteName)) {
    const { method, path } = routes[name];
    const place = path.replace(/\{(\w+)\}/gu, ':$1');
    if (method === 'GET') router.get(place, handling(name));
    else if (method === 'POST') router.post(place, handling(name));
    else router.put(place, handling(name));
  }
  return router;
};
