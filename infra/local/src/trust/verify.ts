import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Caller } from '../parts.js';
import type { SigningKey } from './keys.js';
import { type Authority, issuerOf } from './tokens.js';

export type Verify = (token: string, audience: string) => Promise<JWTPayload | undefined>;

/** Checks tokens that this authority has signed: signature, RS256, issuer, audience and times of the tenant's clock. */
export const createVerify =
  (authority: Authority, key: () => SigningKey, now: () => Date): Verify =>
  async (token, audience) => {
    try {
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [key().publicJwk] }), {
        algorithms: ['RS256'],
        issuer: issuerOf(authority.origin, authority.ids),
        audience,
        currentDate: now(),
        requiredClaims: ['exp', 'oid', 'tid'],
      });
      return payload.tid === authority.ids.tenantId ? payload : undefined;
    } catch (cause) {
      if (cause instanceof errors.JOSEError) {
        return undefined;
      }
      throw cause;
    }
  };

const listOf = (claims: JWTPayload): readonly string[] => {
  if (claims['idtyp'] === 'user') {
    return typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : [];
  }
  return Array.isArray(claims['roles']) ? claims['roles'].filter((role) => typeof role === 'string') : [];
};

/** Reads an `Authorization` header into who calls. */
export const callerOf = async (verify: Verify, authorization: string | undefined, audience: string): Promise<Caller | undefined> => {
  const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : await verify(token, audience);
  const appId = claims?.['appid'];
  if (claims === undefined || typeof appId !== 'string') {
    return undefined;
  }
  const permissions = listOf(claims);
  const personId = claims['oid'];
  return claims['idtyp'] === 'user' && typeof personId === 'string'
    ? { appId, kind: 'user', personId, permissions }
    : { appId, kind: 'app', permissions };
};
