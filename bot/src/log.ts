import type { LogLevel } from './config.js';
import type { Clock } from './ports/clock.js';
import type { Log, LogFields } from './ports/log.js';

const order: readonly LogLevel[] = ['error', 'warn', 'info'];

/** One JSON line an event on standard error (standard output stays free for whoever started the process). */
export const jsonLog = (level: LogLevel, clock: Clock): Log => {
  const write = (kind: LogLevel, event: string, fields?: LogFields): void => {
    if (order.indexOf(kind) > order.indexOf(level)) return;
    process.stderr.write(`${JSON.stringify({ at: clock.now(), level: kind, event, ...fields })}\n`);
  };
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
};
