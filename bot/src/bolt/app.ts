import { randomUUID } from 'node:crypto';
import type { Log } from '../ports/log.js';
import type { TurnOutcome } from './answer.js';
import { runChain } from './chain.js';
import { createDesk, type Desk } from './desk.js';
import type { AppTexts, ErrorHandler, Middleware, TurnArgs } from './listener.js';
import { recordFailure } from './record-failure.js';
import { createRoutes, type Routes, type RouteTable } from './routes.js';
import type { Turn } from './turn.js';

export type App<Context> = Routes<Context> & {
  /** Runs before every listener, in the order of registration; a middleware that does not call `next` refuses the turn. */
  use(middleware: Middleware<Context>): void;
  error(handler: ErrorHandler): void;
  /** Runs one verified turn. Whatever its listeners throw goes to the one error handler. */
  handle(turn: Turn): Promise<TurnOutcome>;
};

export type AppOptions<Context> = {
  /** What listeners find in `context`; made once per turn. */
  readonly contextOf: (turn: Turn) => Context | Promise<Context>;
  readonly texts: AppTexts;
  readonly logger: Log;
};

/** An app without listeners: what is registered on it is all the bot answers to. */
export function createApp<Context>({ contextOf, texts, logger }: AppOptions<Context>): App<Context> {
  const middlewares: Middleware<Context>[] = [];
  const { find, ...routes } = createRoutes<Context>();
  let onError: ErrorHandler = recordFailure;
  return {
    ...routes,
    use: (middleware) => void middlewares.push(middleware),
    error: (handler) => {
      onError = handler;
    },
    async handle(turn) {
      const desk = createDesk(turn);
      try {
        const base: TurnArgs<Context> = { context: await contextOf(turn), turn, logger, say: desk.say };
        let done = false;
        await runChain(middlewares, base, async () => {
          done = await dispatch(find, desk, base);
        });
        return done ? desk.outcome('done') : desk.plain('refused', texts.notUnderstood(turn.locale));
      } catch (error) {
        const correlationId = randomUUID();
        await onError({ error, correlationId, turn, logger });
        return desk.plain('failed', texts.failed(turn.locale, correlationId));
      }
    },
  };
}

/** True when the turn was dealt with. An event that nobody listens to is; a click that nobody understands is not. */
async function dispatch<Context>(find: RouteTable<Context>['find'], desk: Desk, base: TurnArgs<Context>): Promise<boolean> {
  const { turn, logger } = base;
  const run = find(turn)?.(turn, desk, base);
  if (run === undefined) {
    if (turn.request.kind === 'event') return true;
    logger.warn('turn.refused', { who: turn.actor.personId, what: turn.request.kind });
    return false;
  }
  await run();
  desk.mustBeAnswered();
  return true;
}
