import type { Instant } from '@coaching-pairs/shared/ids';
import type { DueMessage } from '../ports/outbox.js';
import type { RefusalScope, SendOutcome } from '../ports/sender.js';
import { instantAt, millisOf, minute, second } from './moments.js';

/** The one sending policy. Figures from the rate-limit page of the Teams documentation. */
export const policy = {
  /** Surely undelivered: so many tries in quick succession, then one rest, then as many again, then dead. */
  quickTries: 5,
  firstPause: second,
  longestPause: 30 * second,
  rest: 15 * minute,
  mostTries: 10,
  /** Perhaps delivered, class A: so many more, so far apart. */
  ambiguousRetries: 2,
  ambiguousPause: minute,
  /** A refusal of the whole bot holds everybody's messages back, not just one. */
  botPause: 5 * minute,
} as const;

/** What becomes of a message after a try, and whether all sending pauses until an instant. */
export type Next =
  | { readonly kind: 'sent'; readonly message: DueMessage }
  | { readonly kind: 'again'; readonly message: DueMessage; readonly pauseUntil?: Instant }
  | { readonly kind: 'dead'; readonly message: DueMessage; readonly scope: RefusalScope | null; readonly pauseUntil?: Instant };

const released = { state: 'waiting', claimedBy: null, claimedUntil: null } as const;

/** In `milliseconds` from now; what was due later stays so. */
const again = (message: DueMessage, now: Instant, milliseconds: number): DueMessage => ({
  ...message,
  ...released,
  dueAt: instantAt(millisOf(now) + milliseconds),
});

/** Surely not delivered, and worth another try at once. */
export const waitingNow = (message: DueMessage, now: Instant): DueMessage => again({ ...message, attempts: message.attempts + 1 }, now, 0);

export const buried = (message: DueMessage, now: Instant, reason: string): DueMessage => ({
  ...message,
  ...released,
  state: 'dead',
  reason,
  finishedAt: now,
});

const afterSafeFailure = (message: DueMessage, reason: string, now: Instant, random: () => number): Next => {
  const attempts = message.attempts + 1;
  const tried = { ...message, attempts };
  if (attempts >= policy.mostTries) return { kind: 'dead', message: buried(tried, now, reason), scope: null };
  if (attempts === policy.quickTries) return { kind: 'again', message: again(tried, now, policy.rest) };
  const ceiling = Math.min(policy.longestPause, policy.firstPause * 2 ** (attempts % policy.quickTries));
  return { kind: 'again', message: again(tried, now, Math.ceil(random() * ceiling)) };
};

/** Nobody knows whether it arrived: class A goes again and says so, class B rather does not go twice. */
const afterDoubt = (message: DueMessage, now: Instant): Next => {
  const tried = { ...message, attempts: message.attempts + 1, ambiguous: message.ambiguous + 1, possibleDuplicate: true };
  if (message.class === 'B' || tried.ambiguous > policy.ambiguousRetries) {
    return { kind: 'dead', message: buried(tried, now, 'perhaps-delivered'), scope: null };
  }
  return { kind: 'again', message: again(tried, now, policy.ambiguousPause) };
};

const afterThrottling = (message: DueMessage, retryAfterMs: number | undefined, now: Instant, random: () => number): Next => {
  if (retryAfterMs === undefined) return afterSafeFailure(message, 'throttled', now, random);
  // Being told when to come back is not a failure of the message: it does not use up a try.
  const waiting = again(message, now, retryAfterMs);
  return { kind: 'again', message: waiting, pauseUntil: waiting.dueAt };
};

export const afterTry = (message: DueMessage, outcome: SendOutcome, now: Instant, random: () => number): Next => {
  switch (outcome.kind) {
    case 'sent': {
      const { activityId } = outcome;
      const sent = { ...message, ...released, state: 'sent', attempts: message.attempts + 1, activityId, finishedAt: now } as const;
      return { kind: 'sent', message: sent };
    }
    case 'throttled':
      return afterThrottling(message, outcome.retryAfterMs, now, random);
    case 'precondition':
      return afterSafeFailure(message, 'precondition', now, random);
    case 'unsent':
      return afterSafeFailure(message, outcome.code, now, random);
    case 'ambiguous':
      return afterDoubt(message, now);
    case 'permanent': {
      const dead = buried({ ...message, attempts: message.attempts + 1 }, now, outcome.code);
      const pauseUntil = instantAt(millisOf(now) + policy.botPause);
      return { kind: 'dead', message: dead, scope: outcome.scope, ...(outcome.scope === 'bot' ? { pauseUntil } : {}) };
    }
  }
};

/**
 * A claim that its holder did not live to settle: as good as an answer that was lost. The pause counts from the claim. Most who die
 * with a claim have sent nothing yet, so that class A goes on for as long as after refusals: of a process that is killed again and
 * again nobody's message is lost.
 */
export const afterCrash = (message: DueMessage, claimedAt: Instant, now: Instant): Next => {
  const tried = { ...message, attempts: message.attempts + 1, ambiguous: message.ambiguous + 1, possibleDuplicate: true };
  if (message.class === 'B' || tried.attempts >= policy.mostTries) {
    return { kind: 'dead', message: buried(tried, now, 'perhaps-delivered'), scope: null };
  }
  return { kind: 'again', message: again(tried, claimedAt, policy.ambiguousPause) };
};
