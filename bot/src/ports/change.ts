import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { CommitOutcome } from './store.js';

/**
 * One change under optimistic concurrency: read, decide, commit; and again from the start when somebody else was faster.
 * `decide` is pure and may run several times. The change carries one operation id throughout, so that it happens at most once.
 */
export type Change<State, Decision, Refusal> = {
  readonly read: () => Promise<State>;
  readonly decide: (state: State) => Result<Decision, Refusal>;
  readonly commit: (decision: Decision) => Promise<CommitOutcome>;
  /** Bounded: 12 unless told otherwise. */
  readonly attempts?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** In [0, 1). */
  readonly random?: () => number;
};

/** Somebody else won every time; nothing was changed, and the person may simply try again. */
export type TooBusy = { readonly code: 'too-busy' };

export type Changed<Decision> = { readonly decision: Decision; readonly outcome: 'committed' | 'alreadyCommitted' };

const pauseBase = 20;
const longestPause = 400;
const realSleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Answers what was decided and done, the refusal of `decide`, or `too-busy`. With `alreadyCommitted` the first call's decision stands, not this one. */
export const changeWithRetry = async <State, Decision, Refusal>(
  change: Change<State, Decision, Refusal>,
): Promise<Result<Changed<Decision>, Refusal | TooBusy>> => {
  const { attempts = 12, sleep = realSleep, random = Math.random } = change;
  for (let attempt = 1; ; attempt += 1) {
    const decided = change.decide(await change.read());
    if (!decided.ok) return decided;
    const outcome = await change.commit(decided.value);
    if (outcome !== 'conflict') return ok({ decision: decided.value, outcome });
    if (attempt >= attempts) return err({ code: 'too-busy' });
    await sleep(random() * Math.min(longestPause, pauseBase * 2 ** attempt));
  }
};
