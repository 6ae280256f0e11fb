import type { Middleware } from '../bolt/listener.js';
import { failureFields } from '../ports/log.js';
import type { ReachStore } from '../ports/reachability.js';

/**
 * Whoever is heard from can be written to again, and what waited for that goes. An installation waits for it; a click or a
 * word does not, since it must be answered in a second, and the next one tells the same again.
 */
export const heardAgain =
  (reach: ReachStore): Middleware<unknown> =>
  async ({ turn, logger, next }) => {
    const { request, actor } = turn;
    if (request.kind === 'event' && request.name === 'uninstalled') return next();
    const spoke = request.kind !== 'event' && !(request.kind === 'action' && request.trigger === 'automatic');
    const opened = reach.open(actor.personId, spoke).catch((error: unknown) => {
      logger.warn('reach.notOpened', { who: actor.personId, ...failureFields(error) });
    });
    if (request.kind === 'event') await opened;
    await next();
  };
