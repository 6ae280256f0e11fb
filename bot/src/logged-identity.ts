import type { TokenCredential } from '@azure/identity';
import type { Clock } from './ports/clock.js';
import type { Log } from './ports/log.js';

/** In milliseconds: while no token is to be had, so often a line says so, of each service that one is for. */
const saidEvery = 5 * 60_000;

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);
/** Whoever asked has gone, which says nothing of the identity. */
const isGivenUp = (cause: unknown): boolean => nameOf(cause) === 'AbortError';

/**
 * The same identity, with a line for IT where it gives no token: for which service, and the name of the error (S-20). What fails for
 * want of one is tried again elsewhere, and would be noticed after hours.
 */
export const loggedIdentity = (identity: TokenCredential, { log, clock }: { readonly log: Pick<Log, 'error'>; readonly clock: Clock }) => {
  const saidAt = new Map<string, number>();
  const say = (scope: string, cause: unknown): void => {
    const now = Date.parse(clock.now());
    if (Math.abs(now - (saidAt.get(scope) ?? Number.NEGATIVE_INFINITY)) < saidEvery) return;
    saidAt.set(scope, now);
    log.error('identity.noToken', { scope, error: nameOf(cause) });
  };
  const getToken: TokenCredential['getToken'] = async (scopes, options) => {
    try {
      return await identity.getToken(scopes, options);
    } catch (cause) {
      if (!isGivenUp(cause)) say([scopes].flat().join(' '), cause);
      throw cause;
    }
  };
  return { getToken };
};
