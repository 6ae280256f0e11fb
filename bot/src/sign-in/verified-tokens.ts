import { createHash } from 'node:crypto';
import type { Result } from '@coaching-pairs/shared/result';
import type { Clock } from '../ports/clock.js';
import type { KeySet } from './key-set.js';
import { type Expected, type SignatureRefusal, type SignedClaims, signedClaims, skewSeconds } from './signed-claims.js';

/** Beyond so many tokens, those from before are checked anew. */
const mostRemembered = 2_000;
/** A token is taken without its signature being checked again for so many milliseconds. */
const remembersFor = 60_000;

type Verified = { readonly at: number; readonly signed: SignedClaims };

/** A token is not kept, only what nobody can make a token of. */
const markOf = (token: string): string => createHash('sha256').update(token).digest('base64');

/**
 * Checks tokens as `signedClaims` does, and remembers for a minute which were found genuine: a page asks many times with one token, and
 * three hundred phones at one moment. It is taken again only while it is in force and its issuer announces the very key; a refusal is
 * never remembered.
 */
export const verifiedTokens = (
  keys: KeySet,
  clock: Clock,
  expected: Expected,
): ((token: string) => Promise<Result<SignedClaims, SignatureRefusal>>) => {
  const remembered = new Map<string, Verified>();

  const isStill = async ({ at, signed }: Verified): Promise<boolean> => {
    const now = Date.parse(clock.now());
    const { claims, key, keyId } = signed;
    const isInForce = now >= at && now < at + remembersFor && Math.floor(now / 1_000) < (claims.exp ?? 0) + skewSeconds;
    return isInForce && (await keys.find(keyId)) === key;
  };

  return async (token) => {
    const mark = markOf(token);
    const known = remembered.get(mark);
    // Keys that cannot be had are the affair of the whole check.
    if (known !== undefined && (await isStill(known).catch(() => false))) return { ok: true, value: known.signed };
    remembered.delete(mark);
    const checked = await signedClaims(keys, clock, token, expected);
    if (!checked.ok) return checked;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(mark, { at: Date.parse(clock.now()), signed: checked.value });
    return checked;
  };
};
