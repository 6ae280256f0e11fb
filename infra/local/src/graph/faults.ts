import { type GraphAnswer, problem } from './call.js';

/** What the server is told to do wrong; all of it can be changed while it runs. */
export type Faults = {
  /** Answers the next calls whose path matches with 429 and this Retry-After (seconds; null leaves the header out). */
  readonly next429: (count: number, seconds: number | null, path?: RegExp) => void;
  /** The same for requests inside a batch. */
  readonly nextInner429: (count: number, seconds: number) => void;
  /** Fails this share of all calls (0 to 1) with the given statuses in turn, from a fixed sequence. */
  readonly errorRate: (share: number, statuses?: readonly number[]) => void;
  /** Does what this share of all calls asks (0 to 1), but answers that it failed. */
  readonly loseAnswers: (share: number) => void;
  /** Answers a second event under one `transactionId` with a conflict, instead of with the first. */
  readonly refuseRepeats: () => void;
  /** A policy of the organisation: meetings go on allowing that they are recorded, whatever their organisers set. */
  readonly keepRecording: () => void;
  /** User properties that come back as null for want of a permission; `manager` hides managers. */
  readonly hide: (...properties: readonly string[]) => void;
  /** Treats these permissions as never consented to, whatever a token says. */
  readonly withhold: (...permissions: readonly string[]) => void;
  /** Refuses to install the app for this person, as a policy of the organisation would; or no longer. */
  readonly refuseInstall: (personId: string, refused: boolean) => void;
  /** Refuses a `$top` above this with 400, as some tenants do. */
  readonly refuseTopOver: (limit: number) => void;
  /** Makes every delta link and page link handed out so far expire (410). */
  readonly expireLinks: () => void;
  readonly clear: () => void;
};

/** The same plan as the server sees it. */
export type FaultPlan = {
  readonly onCall: (path: string) => GraphAnswer | undefined;
  readonly onInnerCall: () => GraphAnswer | undefined;
  /** What is answered in place of an answer that is lost. */
  readonly onAnswer: () => GraphAnswer | undefined;
  readonly repeatsRefused: () => boolean;
  readonly recordingStays: () => boolean;
  readonly hidden: () => ReadonlySet<string>;
  readonly withheld: () => ReadonlySet<string>;
  readonly installRefused: (personId: string) => boolean;
  readonly topLimit: () => number;
  readonly epoch: () => number;
};

const tooMany = (seconds: number | null): GraphAnswer =>
  problem(429, 'TooManyRequests', 'Too many requests', seconds === null ? {} : { 'Retry-After': String(seconds) });

// A small congruential sequence: the same faults in the same order in every run.
const sequence = (): (() => number) => {
  let state = 20_261_120;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

type Plan = {
  throttled: { left: number; readonly seconds: number | null; readonly path: RegExp }[];
  inner: { left: number; readonly seconds: number };
  errors: { readonly share: number; readonly statuses: readonly number[]; told: number };
  lost: number;
  repeatsRefused: boolean;
  recordingStays: boolean;
  hidden: ReadonlySet<string>;
  withheld: ReadonlySet<string>;
  uninstallable: ReadonlySet<string>;
  topLimit: number;
};

const noFaults = (): Plan => ({
  throttled: [],
  inner: { left: 0, seconds: 0 },
  errors: { share: 0, statuses: [], told: 0 },
  lost: 0,
  repeatsRefused: false,
  recordingStays: false,
  hidden: new Set(),
  withheld: new Set(),
  uninstallable: new Set(),
  topLimit: Number.POSITIVE_INFINITY,
});

const planned = (plan: Plan, random: () => number, path: string): GraphAnswer | undefined => {
  const throttle = plan.throttled.find((one) => one.left > 0 && one.path.test(path));
  if (throttle !== undefined) {
    throttle.left -= 1;
    return tooMany(throttle.seconds);
  }
  if (plan.errors.share === 0 || random() >= plan.errors.share) return undefined;
  const status = plan.errors.statuses[plan.errors.told++ % plan.errors.statuses.length] ?? 503;
  return status === 429 ? tooMany(1) : problem(status, 'serviceNotAvailable', 'The service is not available.');
};

export const openFaults = (): Faults & FaultPlan => {
  const plan = noFaults();
  const random = sequence();
  let epoch = 0;
  return {
    next429: (count, seconds, path = /./) => void plan.throttled.push({ left: count, seconds, path }),
    nextInner429: (count, seconds) => void Object.assign(plan, { inner: { left: count, seconds } }),
    errorRate: (share, statuses = [429, 500, 502, 503, 504, 507]) => void Object.assign(plan, { errors: { share, statuses, told: 0 } }),
    loseAnswers: (share) => void Object.assign(plan, { lost: share }),
    refuseRepeats: () => void Object.assign(plan, { repeatsRefused: true }),
    keepRecording: () => void Object.assign(plan, { recordingStays: true }),
    hide: (...properties) => void Object.assign(plan, { hidden: new Set(properties) }),
    withhold: (...permissions) => void Object.assign(plan, { withheld: new Set(permissions) }),
    refuseInstall: (personId, refused) => {
      const others = [...plan.uninstallable].filter((one) => one !== personId);
      plan.uninstallable = new Set(refused ? [...others, personId] : others);
    },
    refuseTopOver: (limit) => void Object.assign(plan, { topLimit: limit }),
    expireLinks: () => {
      epoch += 1;
    },
    clear: () => void Object.assign(plan, noFaults()),
    onCall: (path) => planned(plan, random, path),
    onInnerCall: () => {
      if (plan.inner.left === 0) return undefined;
      plan.inner.left -= 1;
      return tooMany(plan.inner.seconds);
    },
    onAnswer: () => (plan.lost > 0 && random() < plan.lost ? problem(504, 'gatewayTimeout', 'No answer came in time.') : undefined),
    repeatsRefused: () => plan.repeatsRefused,
    recordingStays: () => plan.recordingStays,
    hidden: () => plan.hidden,
    withheld: () => plan.withheld,
    installRefused: (personId) => plan.uninstallable.has(personId),
    topLimit: () => plan.topLimit,
    epoch: () => epoch,
  };
};
