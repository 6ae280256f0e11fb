import { failureFields } from '../ports/log.js';
import type { ErrorHandler } from './listener.js';

/** The error handler unless another is registered: one record to find by its correlation id. */
export const recordFailure: ErrorHandler = ({ error, correlationId, turn, logger }) => {
  logger.error('turn.failed', { correlationId, who: turn.actor.personId, what: turn.request.kind, ...failureFields(error) });
};
