import type { Log, LogFields } from '@coaching-pairs/bot/ports/log';

export type LogRecord = { readonly level: 'info' | 'warn' | 'error'; readonly event: string; readonly fields: LogFields };

/** A log that keeps its records to be looked at. */
export function recordedLog(): Log & { readonly records: LogRecord[] } {
  const records: LogRecord[] = [];
  const at =
    (level: LogRecord['level']) =>
    (event: string, fields: LogFields = {}): void =>
      void records.push({ level, event, fields });
  return { records, info: at('info'), warn: at('warn'), error: at('error') };
}
