import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { decodeJwt } from 'jose';
import type { Clock } from '../ports/clock.js';
import type { KeySet } from './key-set.js';
import { type SignatureRefusal, signedClaims } from './signed-claims.js';

export type BotTokenRefusal = SignatureRefusal | 'endorsement' | 'serviceUrl';

export type BotTokenOptions = {
  readonly keys: KeySet;
  readonly clock: Clock;
  readonly issuer: string;
  readonly botAppId: string;
};

/** The channel for which a signing key must be endorsed. */
const channel = 'msteams';

/**
 * Checks what the Bot Connector's tokens must be, all of S-01 that a token shows by itself, and returns the service URL it speaks for.
 * A token of another issuer is turned away before any key is looked up, so no other kind of sign-in reaches further (S-02).
 */
export function createBotTokenCheck({ keys, clock, issuer, botAppId }: BotTokenOptions) {
  return async (token: string): Promise<Result<{ readonly serviceUrl: string }, BotTokenRefusal>> => {
    const announced = announcedIssuer(token);
    if (announced !== issuer) return err(announced === undefined ? 'malformed' : 'issuer');
    const signed = await signedClaims(keys, clock, token, { issuer, audience: botAppId });
    if (!signed.ok) return signed;
    const { claims, key } = signed.value;
    if (!key.endorsements.includes(channel)) return err('endorsement');
    const serviceUrl = claims['serviceurl'];
    return typeof serviceUrl === 'string' && serviceUrl !== '' ? ok({ serviceUrl }) : err('serviceUrl');
  };
}

function announcedIssuer(token: string): unknown {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
