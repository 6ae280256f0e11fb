/** How calls are held back; seconds and milliseconds of elapsed time, not of the calendar. */
export type PaceLimits = {
  readonly atOnce: number;
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** A `Retry-After` beyond this is not waited for: the caller is told and comes back later. */
  readonly longestWaitSeconds: number;
};

export const usualPace: PaceLimits = { atOnce: 4, attempts: 10, longestWaitSeconds: 120 };

export type Timing = {
  readonly elapsed: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
};

const waitFor = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });

export const realTiming: Timing = { elapsed: () => performance.now(), wait: waitFor, random: Math.random };

/** Seconds of a `Retry-After` given as a number or as an HTTP date (measured from the answer's own `Date`); null where there is none. */
export const retryAfterOf = (headers: Headers): number | null => {
  const text = headers.get('retry-after');
  if (text === null || text.trim() === '') return null;
  if (/^\d+$/u.test(text.trim())) return Number(text);
  const [until, from] = [Date.parse(text), Date.parse(headers.get('date') ?? '')];
  return Number.isNaN(until) || Number.isNaN(from) ? null : Math.max(0, Math.ceil((until - from) / 1000));
};

const replayable = new Set([408, 429, 500, 502, 503, 504, 507]);

/** Runs calls at most so many at once; all of them wait while the service has asked for a pause. */
export type Pace = { readonly run: (call: () => Promise<Response>, signal?: AbortSignal) => Promise<Response> };

const doorFor = (places: number): { readonly enter: () => Promise<void>; readonly leave: () => void } => {
  let free = places;
  const waiting: (() => void)[] = [];
  return {
    enter: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave: () => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
};

/** What came of one try; a failed connection counts as a try like a refusal of the service. */
const attempt = async (call: () => Promise<Response>, last: boolean, signal: AbortSignal | undefined): Promise<Response | undefined> => {
  try {
    return await call();
  } catch (cause) {
    if (last || signal?.aborted === true) throw cause;
    return undefined;
  }
};

/** Only for calls that may be repeated without a second effect: everything the directory client does is a reading. */
export const paceOf = (limits: PaceLimits = usualPace, timing: Timing = realTiming): Pace => {
  const door = doorFor(limits.atOnce);
  let pausedUntil = 0;
  const pause = (response: Response | undefined, tries: number): number => {
    const asked = response === undefined ? null : retryAfterOf(response.headers);
    if (asked === null) return timing.random() * Math.min(20_000, 500 * 2 ** tries);
    pausedUntil = Math.max(pausedUntil, timing.elapsed() + asked * 1000);
    return 0;
  };
  const outlast = async (signal: AbortSignal | undefined): Promise<void> => {
    for (let left = pausedUntil - timing.elapsed(); left > 0; left = pausedUntil - timing.elapsed()) await timing.wait(left, signal);
  };
  const tryUntilDone = async (call: () => Promise<Response>, signal: AbortSignal | undefined): Promise<Response> => {
    for (let tries = 1; ; tries += 1) {
      await outlast(signal);
      signal?.throwIfAborted();
      const response = await attempt(call, tries >= limits.attempts, signal);
      if (response !== undefined && (!replayable.has(response.status) || tries >= limits.attempts)) return response;
      if (response !== undefined && (retryAfterOf(response.headers) ?? 0) > limits.longestWaitSeconds) return response;
      const wait = pause(response, tries);
      await response?.body?.cancel();
      if (wait > 0) await timing.wait(wait, signal);
    }
  };
  return {
    run: async (call, signal) => {
      await door.enter();
      try {
        return await tryUntilDone(call, signal);
      } finally {
        door.leave();
      }
    },
  };
};
