/** What sandbox and bot process say to each other over the channel between parent and child. */
export type ToBot = { readonly kind: 'clock'; readonly offsetMs: number } | { readonly kind: 'stop' };

export type FromBot =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'clock'; readonly offsetMs: number };

const fieldsOf = (message: unknown): Readonly<Record<string, unknown>> =>
  typeof message === 'object' && message !== null ? Object.fromEntries(Object.entries(message)) : {};

export const parseToBot = (message: unknown): ToBot | undefined => {
  const { kind, offsetMs } = fieldsOf(message);
  if (kind === 'clock' && typeof offsetMs === 'number') {
    return { kind, offsetMs };
  }
  return kind === 'stop' ? { kind } : undefined;
};

export const parseFromBot = (message: unknown): FromBot | undefined => {
  const { kind, offsetMs, port, message: text } = fieldsOf(message);
  if (kind === 'listening' && typeof port === 'number') {
    return { kind, port };
  }
  if (kind === 'clock' && typeof offsetMs === 'number') {
    return { kind, offsetMs };
  }
  return kind === 'failed' && typeof text === 'string' ? { kind, message: text } : undefined;
};
