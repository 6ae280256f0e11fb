/** Plain values only: ids, codes, counts, durations in milliseconds. Never a token, never a sentence somebody wrote (S-20). */
export type LogFields = { readonly [name: string]: string | number | boolean | null | undefined };

/**
 * Where the process says what it did. `event` is a short fixed name such as `gate.refused`, never built from input.
 * `info`: as expected. `warn`: refused or degraded, nobody need act. `error`: somebody should look.
 */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};
