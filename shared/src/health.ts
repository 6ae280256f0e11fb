import type { Instant } from './ids.js';

/** What the product cannot do without. */
export const services = ['storage', 'connector', 'graph', 'vault'] as const;
export type Service = (typeof services)[number];

/** Null where it has not happened since anybody can remember. */
export type ServiceState = {
  readonly service: Service;
  readonly succeededAt: Instant | null;
  readonly failedAt: Instant | null;
  /** The first failure after the last success; null while all is well. */
  readonly failingSince: Instant | null;
  /** Why it failed last; a code. */
  readonly code: string | null;
};

export const failureReasons = ['no-connection', 'no-permission', 'no-token', 'locked', 'unclear', 'other'] as const;
export type FailureReason = (typeof failureReasons)[number];

const known: readonly (readonly [RegExp, FailureReason])[] = [
  [/^(permission-missing|store-refused|Status40[13]|Unauthorized|Redirect)$/u, 'no-permission'],
  [/^(TokenUnavailable|credential-refused)$/u, 'no-token'],
  [/^vault-locked$/u, 'locked'],
  [/^(unavailable|store-unavailable|vault-away|E[A-Z_]+|CERT_.*|ERR_TLS_.*|.*SELF_SIGNED.*|UNABLE_TO_.*)$/u, 'no-connection'],
  [/^(ambiguous|throttled)$/u, 'unclear'],
];

/** What the code of a failure means for whoever has to mend it. */
export const failureReason = (code: string): FailureReason => known.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';

/** Messages that are due and not sent, by how late they are. */
export type Backlog = { readonly fresh: number; readonly late: number; readonly stuck: number };

const minute = 60_000;
/** After so long without mending itself something is broken, in milliseconds. */
export const brokenAfter = 60 * minute;

/** Instants at which messages were due, up to now. Fresh: not five minutes ago; late: not an hour ago; stuck: longer. */
export const backlogOf = (due: readonly Instant[], now: Instant): Backlog => {
  const late = due.map((at) => Date.parse(now) - Date.parse(at)).filter((age) => age >= 0);
  return {
    fresh: late.filter((age) => age < 5 * minute).length,
    late: late.filter((age) => age >= 5 * minute && age < brokenAfter).length,
    stuck: late.filter((age) => age >= brokenAfter).length,
  };
};

export const troubles = ['no-sweep', 'backlog', 'given-up', 'storage', 'connector', 'graph', 'vault'] as const;
/**
 * What has been broken for an hour: a service, or that nobody looks for what is due, that what is due does not go, or that message after
 * message is given up.
 */
export type Trouble = (typeof troubles)[number];

export type HealthFacts = {
  readonly backlog: Backlog;
  /** When somebody last looked for what is due; null before the first time. */
  readonly sweptAt: Instant | null;
  /** When messages were given up for a reason that lies with no single person. */
  readonly givenUp: readonly Instant[];
  readonly services: readonly ServiceState[];
};

/** So many messages given up within an hour are no accident of one of them. */
const manyGivenUp = 10;

const forAnHour = (since: Instant | null, now: Instant): boolean => since !== null && Date.parse(now) - Date.parse(since) >= brokenAfter;

/** After so long a service must have failed once more: that nobody has used it since is nothing broken. In milliseconds. */
const triedAgainAfter = 10 * minute;

const keepsFailing = ({ failingSince, failedAt }: ServiceState, now: Instant): boolean =>
  forAnHour(failingSince, now) && failedAt !== null && Date.parse(failedAt) - Date.parse(failingSince ?? failedAt) >= triedAgainAfter;

/** What needs somebody's hand now; what has failed for less than an hour may still mend itself. */
export const troublesOf = ({ backlog, sweptAt, givenUp, services: states }: HealthFacts, now: Instant): readonly Trouble[] =>
  troubles.filter((trouble) => {
    if (trouble === 'backlog') return backlog.stuck > 0;
    if (trouble === 'no-sweep') return forAnHour(sweptAt, now);
    if (trouble === 'given-up') return givenUp.filter((at) => !forAnHour(at, now)).length >= manyGivenUp;
    return states.some((state) => state.service === trouble && keepsFailing(state, now));
  });

/** Days for which somebody who was seen in the tab counts as looking after the product. */
export const seenFor = 30;

/** Something that is broken: since when, what it was at first, and when it was well again; null while it is not. */
export type Outage = { readonly since: Instant; readonly troubles: readonly Trouble[]; readonly endedAt: Instant | null };

/**
 * What becomes of the outage that is known when these are the troubles now: it begins, ends, or stays as it is (null). Troubles that
 * join an outage are part of it, so that it is told once.
 */
export const outageAfter = (known: Outage | null, found: readonly Trouble[], now: Instant): Outage | null => {
  const open = known !== null && known.endedAt === null;
  if (found.length > 0) return open ? null : { since: now, troubles: found, endedAt: null };
  return open ? { ...known, endedAt: now } : null;
};

/** After so long, nobody who could not be told is told any more that it is well again, in milliseconds. */
const tellEndFor = 24 * 60 * minute;

/**
 * Whether there is something to tell of an outage now, given what is broken at the moment: that it is broken, or that it is well again,
 * which concerns those who were told the first. While Teams takes no messages nobody can be told, so then its end is told to all.
 */
export const toTellOf = (
  { endedAt, troubles: begun }: Outage,
  found: readonly Trouble[],
  wasTold: boolean,
  now: Instant,
): 'broken' | 'well' | null => {
  if (endedAt === null) return found.includes('connector') ? null : 'broken';
  const inTime = Date.parse(now) - Date.parse(endedAt) < tellEndFor;
  return inTime && (wasTold || begun.includes('connector')) ? 'well' : null;
};
