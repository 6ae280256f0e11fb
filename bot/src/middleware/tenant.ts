import type { Middleware } from '../bolt/listener.js';

/** Lets through only turns of this tenant; the gate has asked already, and nothing behind it has to trust that (S-04). */
export const onlyTenant =
  (tenantId: string): Middleware<unknown> =>
  async ({ turn, logger, next }) => {
    if (turn.actor.tenantId === tenantId && turn.conversation.tenantId === tenantId) return next();
    logger.warn('turn.otherTenant', { who: turn.actor.personId });
  };
