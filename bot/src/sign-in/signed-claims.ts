import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../ports/clock.js';
import type { KeySet, SigningKey } from './key-set.js';

export const signatureRefusals = [
  'malformed',
  'algorithm',
  'unknownKey',
  'signature',
  'issuer',
  'audience',
  'time',
  'keysUnavailable',
] as const;
export type SignatureRefusal = (typeof signatureRefusals)[number];

export type Expected = { readonly issuer: string; readonly audience: string };
export type SignedClaims = { readonly claims: JWTPayload; readonly key: SigningKey; readonly keyId: string };

/** Differences between clocks that are tolerated (S-01). */
export const skewSeconds = 300;

/**
 * The claims of a compact RS256 token of one issuer for one audience, in force now (5 minutes of skew).
 * `exp`, `nbf`, `iss` and `aud` must be there, `aud` as one string. Refused with one code, never with the token's content.
 */
export async function signedClaims(
  keys: KeySet,
  clock: Clock,
  token: string,
  expected: Expected,
): Promise<Result<SignedClaims, SignatureRefusal>> {
  const header = headerOf(token);
  if (header === undefined) return err('malformed');
  if (header.alg !== 'RS256') return err('algorithm');
  if (typeof header.kid !== 'string' || header.kid === '') return err('unknownKey');
  let key: SigningKey | undefined;
  try {
    key = await keys.find(header.kid);
  } catch {
    return err('keysUnavailable');
  }
  if (key === undefined) return err('unknownKey');
  try {
    const { payload: claims } = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      ...expected,
      clockTolerance: skewSeconds,
      currentDate: new Date(clock.now()),
      requiredClaims: ['exp', 'nbf', 'iss', 'aud'],
    });
    return typeof claims.aud === 'string' ? ok({ claims, key, keyId: header.kid }) : err('audience');
  } catch (error) {
    return err(refusalOf(error));
  }
}

function headerOf(token: string): ReturnType<typeof decodeProtectedHeader> | undefined {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return undefined;
  }
}

function refusalOf(error: unknown): SignatureRefusal {
  if (error instanceof errors.JWTExpired) return 'time';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'issuer';
    return error.claim === 'aud' ? 'audience' : 'time';
  }
  return error instanceof errors.JWSSignatureVerificationFailed ? 'signature' : 'malformed';
}
