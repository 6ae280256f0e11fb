import type { PersonId } from '@coaching-pairs/shared/ids';

type Window = { readonly count: number; readonly milliseconds: number };

/**
 * "Rate limiting your bot", Teams documentation: 50/s for the whole app, of which 30 may be used (R-02). Three a second and
 * an even spread are kept in reserve, so that a process that stalls for a moment does not let two seconds' sends fall into one.
 */
export const appWindows: readonly Window[] = [
  { count: 27, milliseconds: 1_000 },
  { count: 3, milliseconds: 100 },
];
/** The same page, for one conversation: 7 in a second and 8 in two may be used, of which two each are kept in reserve for the same reason. */
export const conversationWindows: readonly Window[] = [
  { count: 5, milliseconds: 1_000 },
  { count: 6, milliseconds: 2_000 },
  { count: 60, milliseconds: 30_000 },
  { count: 1_800, milliseconds: 3_600_000 },
];

/** Counts what is sent, in any sliding window. All in milliseconds of one clock. */
export type RateLimit = {
  /** How long until one may be sent to this person; 0 for now. Counts nothing. */
  readonly waitFor: (to: PersonId, now: number) => number;
  /** The same, and when it is 0 then one is counted: ask this immediately before sending. */
  readonly take: (to: PersonId, now: number) => number;
  /** Nothing is sent by anybody before that. */
  readonly pauseUntil: (until: number) => void;
  readonly isPaused: (now: number) => boolean;
  /** Until when nothing is sent; in the past when nothing holds it back. */
  readonly pausedUntil: () => number;
};

/** How long until one more fits into every window; `taken` is in order of time. */
const waitIn = (windows: readonly Window[], taken: readonly number[], now: number): number =>
  windows.reduce((longest, { count, milliseconds }) => {
    const first = taken[taken.length - count];
    return first === undefined || first > now ? longest : Math.max(longest, first + milliseconds - now);
  }, 0);

const longestOf = (windows: readonly Window[]): number => Math.max(...windows.map(({ milliseconds }) => milliseconds));
const keptOf = (windows: readonly Window[], taken: readonly number[], now: number): number[] =>
  taken.filter((at) => at <= now && at > now - longestOf(windows));

export const createRateLimit = (): RateLimit => {
  let app: number[] = [];
  const conversations = new Map<PersonId, number[]>();
  let paused = 0;
  let sinceForgetting = 0;

  const forget = (now: number): void => {
    for (const [to, taken] of conversations) if (keptOf(conversationWindows, taken, now).length === 0) conversations.delete(to);
  };

  const waitFor = (to: PersonId, now: number): number => {
    app = keptOf(appWindows, app, now);
    const mine = keptOf(conversationWindows, conversations.get(to) ?? [], now);
    return Math.max(0, paused - now, waitIn(appWindows, app, now), waitIn(conversationWindows, mine, now));
  };

  const count = (to: PersonId, now: number): void => {
    app.push(now);
    conversations.set(to, [...keptOf(conversationWindows, conversations.get(to) ?? [], now), now]);
    sinceForgetting += 1;
    if (sinceForgetting < 10_000) return;
    sinceForgetting = 0;
    forget(now);
  };

  return {
    waitFor,
    take: (to, now) => {
      const wait = waitFor(to, now);
      if (wait === 0) count(to, now);
      return wait;
    },
    pauseUntil: (until) => {
      paused = Math.max(paused, until);
    },
    isPaused: (now) => paused > now,
    pausedUntil: () => paused,
  };
};
