import { type LogLevel, logLevels } from './config.js';
import type { Clock } from './ports/clock.js';
import type { Log, LogFields } from './ports/log.js';

export type LogLinesOptions = {
  /** The least serious level that is written. */
  readonly level: LogLevel;
  readonly clock: Clock;
  /** Receives one line, without its end. */
  readonly write: (line: string) => void;
};

/** One JSON object a line: `at` (UTC), `level`, `event` and the plain fields; fields that are undefined are left out (S-20). */
export function logLines({ level, clock, write }: LogLinesOptions): Log {
  const at =
    (own: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (logLevels.indexOf(own) > logLevels.indexOf(level)) return;
      write(JSON.stringify({ at: clock.now(), level: own, event, ...fields }));
    };
  return { error: at('error'), warn: at('warn'), info: at('info') };
}
