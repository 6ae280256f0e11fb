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

const framesKept = 6;

/** Name, code and place of an error. Its message stays out: it may quote what somebody wrote (S-20). */
export function failureFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const where = frames.slice(0, framesKept).map((line) => line.trim());
  return { error: error.name, code, where: where.join(' < ') };
}
