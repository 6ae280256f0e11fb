import type { LogFields } from '../ports/log.js';
import type { ErrorHandler } from './listener.js';

const framesKept = 6;

/** Name, code and place of an error. Its message stays out: it may quote what somebody wrote (S-20). */
export function failureFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const where = frames.slice(0, framesKept).map((line) => line.trim());
  return { error: error.name, code, where: where.join(' < ') };
}

/** The error handler unless another is registered: one record to find by its correlation id. */
export const recordFailure: ErrorHandler = ({ error, correlationId, turn, logger }) => {
  logger.error('turn.failed', { correlationId, who: turn.actor.personId, what: turn.request.kind, ...failureFields(error) });
};
