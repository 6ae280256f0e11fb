import type { Clock } from '../../ports/clock.js';
import type { Rewrapped, Sealing } from '../../ports/sealing.js';

/** How often is looked, in milliseconds, and how many keys are wrapped at a time: what is due to people goes on meanwhile. */
const lookEvery = 3_600_000;
const atATime = 20;

type Rewrapping = { readonly sealing: Pick<Sealing, 'rewrap'>; readonly clock: Clock };

/**
 * Follows a new version of the vault's key: wraps some data keys anew each time it is asked, until none is left, and then looks once
 * an hour. Null when there was nothing to do, or the vault did not answer: then it is tried again an hour later.
 */
export const keyRewrapper = ({ sealing, clock }: Rewrapping): (() => Promise<Rewrapped | null>) => {
  let next: number | undefined;
  return async () => {
    const now = Date.parse(clock.now());
    if (next !== undefined && now < next && next - now <= lookEvery) return null;
    const rewrapped = await sealing.rewrap(atATime);
    const goesOn = rewrapped.ok && rewrapped.value.done > 0 && rewrapped.value.left > rewrapped.value.locked;
    next = goesOn ? undefined : now + lookEvery;
    return rewrapped.ok && rewrapped.value.done + rewrapped.value.left > 0 ? rewrapped.value : null;
  };
};
