/** Plain values only; never a token or a sentence somebody wrote (S-20). */
export type LoggerFields = { readonly [name: string]: string | number | boolean | null | undefined };

/** What the core writes its records to: a fixed event name and plain fields. */
export type Logger = {
  info(event: string, fields?: LoggerFields): void;
  warn(event: string, fields?: LoggerFields): void;
  error(event: string, fields?: LoggerFields): void;
};
