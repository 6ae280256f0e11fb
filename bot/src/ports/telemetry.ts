/** Whom the process asks; what it asks there is counted, and how long that took. */
export const askedServices = ['storage', 'queue', 'graph', 'connector', 'vault'] as const;
export type AskedService = (typeof askedServices)[number];

/** How something ended: a word of a short list, the same for all. `refused` lies with what was asked, `failed` with whom was asked. */
export const endings = ['done', 'refused', 'throttled', 'failed', 'away'] as const;
export type Ending = (typeof endings)[number];

/**
 * Something that has ended, and how many milliseconds it `took`. `route` and `operation` are templates of ours, such as
 * `/api/rounds/{roundId}`; they are never built from what came in. Nothing of it says who, about whom, or what was said (S-20).
 */
export type Measured =
  | { readonly kind: 'request'; readonly method: string; readonly route: string; readonly status: number; readonly took: number }
  /** `activity`: what kind of thing came from Teams, not which command, button or dialog it was. */
  | { readonly kind: 'turn'; readonly activity: string; readonly ending: Ending; readonly took: number }
  | { readonly kind: 'delivery'; readonly ending: Ending; readonly took: number }
  | {
      readonly kind: 'call';
      readonly service: AskedService;
      readonly operation: string;
      readonly ending: Ending;
      readonly took: number;
    };

/** Messages that are due and not sent, and those that were given up for a reason that lies with no single person. */
export type Levels = { readonly backlog: number; readonly givenUp: number };

/** The one place that figures are sent to, and the resource in Application Insights that they are for. */
export type Ingestion = { readonly endpoint: string; readonly key: string };

/** Where figures about the process go. Whoever notes something waits for nothing, and no fault of it reaches them. */
export type Telemetry = {
  readonly note: (measured: Measured) => void;
  readonly levels: (levels: Levels) => void;
  /** Sends what is still here, for two seconds at most. */
  readonly stop: () => Promise<void>;
};

/** Nothing is measured: the product without a place for figures. */
export const noTelemetry: Telemetry = { note: () => undefined, levels: () => undefined, stop: async () => undefined };

/** The ending that a status of HTTP stands for. */
export const endingOf = (status: number): Ending => {
  if (status === 429) return 'throttled';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'done';
};

/** Makes a call and says how long it took and how it ended; what it throws is thrown on. */
export const timed = async <T>(
  call: () => Promise<T>,
  ended: (took: number, ending: Ending) => void,
  how: { readonly answered?: (answer: T) => Ending; readonly threw?: (cause: unknown) => Ending } = {},
): Promise<T> => {
  const from = performance.now();
  const took = (): number => performance.now() - from;
  try {
    const answer = await call();
    ended(took(), how.answered?.(answer) ?? 'done');
    return answer;
  } catch (cause) {
    ended(took(), how.threw?.(cause) ?? 'failed');
    throw cause;
  }
};
