import type { Middleware } from '../bolt/listener.js';
import { failureFields } from '../ports/log.js';
import type { Zones } from '../ports/zones.js';

/** Keeps the time zone that the client tells with an activity. Nobody waits for it: the next one tells it again. */
export const rememberZone =
  (zones: Zones): Middleware<unknown> =>
  async ({ turn, logger, next }) => {
    const { actor, timeZone } = turn;
    if (timeZone !== undefined) {
      void zones.note(actor.personId, 'activity', timeZone).catch((error: unknown) => {
        logger.warn('zone.notRemembered', { who: actor.personId, ...failureFields(error) });
      });
    }
    await next();
  };
