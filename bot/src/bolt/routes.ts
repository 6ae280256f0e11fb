import type { ZodType } from 'zod';
import { runChain } from './chain.js';
import { matchCommand } from './command-words.js';
import type { Desk } from './desk.js';
import type { ActionListener, CommandListener, EventListener, TurnArgs, ViewListener } from './listener.js';
import type { EventName, Turn, ViewStep } from './turn.js';

/** Every text that no other command matches. */
export const anyText = '*';

/** What is registered: here a bot's listeners are found again by kind and name. */
export type Routes<Context> = {
  /** `phrases` are ways to say the same thing; see matchCommand for what is tolerated, and `anyText` for the rest. */
  command(phrases: string | readonly string[], ...links: readonly CommandListener<Context>[]): void;
  /** `schema` decides what a card may carry; anything else is refused and no listener runs (S-07). */
  action<Data>(verb: string, schema: ZodType<Data>, ...links: readonly ActionListener<Context, Data>[]): void;
  view<Data>(name: string, step: ViewStep, schema: ZodType<Data>, ...links: readonly ViewListener<Context, Data>[]): void;
  event(name: EventName, ...links: readonly EventListener<Context>[]): void;
};

/** Runs the listeners of one turn; undefined when the turn's data is not what they accept. */
export type Route<Context> = (turn: Turn, desk: Desk, base: TurnArgs<Context>) => (() => Promise<void>) | undefined;

export type RouteTable<Context> = Routes<Context> & { find(turn: Turn): Route<Context> | undefined };

/** An empty table. Registering one name twice is a mistake of the program and is thrown. */
export function createRoutes<Context>(): RouteTable<Context> {
  const routes = new Map<string, Route<Context>>();
  const phrases = new Set<string>();
  const register = (key: string, route: Route<Context>): void => {
    if (routes.has(key)) throw new Error(`There already is a listener for ${key}`);
    routes.set(key, route);
  };
  return {
    command(said, ...links) {
      for (const phrase of typeof said === 'string' ? [said] : said) {
        if (phrase !== anyText) phrases.add(phrase);
        register(`command ${phrase}`, commandRoute(phrase, links));
      }
    },
    action: (verb, schema, ...links) => register(`action ${verb}`, actionRoute(schema, links)),
    view: (name, step, schema, ...links) => register(`view ${name} ${step}`, viewRoute(schema, links)),
    event: (name, ...links) => register(`event ${name}`, eventRoute(links)),
    find: ({ request }) => {
      if (request.kind === 'command') return routes.get(`command ${matchCommand(phrases, request.text) ?? anyText}`);
      if (request.kind === 'action') return routes.get(`action ${request.verb}`);
      if (request.kind === 'view') return routes.get(`view ${request.name} ${request.step}`);
      return routes.get(`event ${request.name}`);
    },
  };
}

function commandRoute<Context>(phrase: string, links: readonly CommandListener<Context>[]): Route<Context> {
  return ({ request }, _desk, base) => {
    if (request.kind !== 'command') return undefined;
    return () => runChain(links, { ...base, payload: { text: request.text, phrase } });
  };
}

function actionRoute<Context, Data>(schema: ZodType<Data>, links: readonly ActionListener<Context, Data>[]): Route<Context> {
  return ({ request }, { ack, respond }, base) => {
    if (request.kind !== 'action') return undefined;
    const parsed = schema.safeParse(request.data);
    const { trigger } = request;
    return parsed.success ? () => runChain(links, { ...base, payload: parsed.data, trigger, ack, respond }) : undefined;
  };
}

function viewRoute<Context, Data>(schema: ZodType<Data>, links: readonly ViewListener<Context, Data>[]): Route<Context> {
  return ({ request }, { ackView: ack }, base) => {
    if (request.kind !== 'view') return undefined;
    const parsed = schema.safeParse(request.data);
    const { step } = request;
    return parsed.success ? () => runChain(links, { ...base, payload: parsed.data, step, ack }) : undefined;
  };
}

function eventRoute<Context>(links: readonly EventListener<Context>[]): Route<Context> {
  return ({ request }, _desk, base) => {
    if (request.kind !== 'event') return undefined;
    const payload = { name: request.name, people: request.people };
    return () => runChain(links, { ...base, payload });
  };
}
