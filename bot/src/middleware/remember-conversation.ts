import type { Middleware } from '../bolt/listener.js';
import type { Conversations } from '../ports/conversations.js';
import { failureFields } from '../ports/log.js';

/**
 * Keeps where the actor can be written to, afresh with every turn. An installation waits for it, since the welcome needs it;
 * a click does not: it must be answered in a second whatever storage does, and the next turn tells the same again.
 */
export const rememberConversation =
  (conversations: Conversations): Middleware<unknown> =>
  async ({ turn, logger, next }) => {
    const { request, conversation } = turn;
    if (request.kind === 'event' && request.name === 'uninstalled') return next();
    const remembered = conversations.remember(conversation).catch((error: unknown) => {
      logger.warn('conversation.notRemembered', { who: turn.actor.personId, ...failureFields(error) });
    });
    if (request.kind === 'event') await remembered;
    await next();
  };
