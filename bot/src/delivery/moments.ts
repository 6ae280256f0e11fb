import { type Instant, instant } from '@coaching-pairs/shared/ids';

/** Milliseconds since 1970 and back; the outbox keeps instants, the policy reckons in milliseconds. */
export const millisOf = (at: Instant): number => Date.parse(at);
export const instantAt = (milliseconds: number): Instant => instant(new Date(milliseconds).toISOString());

export const second = 1_000;
export const minute = 60_000;

/** Waits; ends early, without complaint, when the signal says stop. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const realSleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal?.addEventListener('abort', finish);
  });
