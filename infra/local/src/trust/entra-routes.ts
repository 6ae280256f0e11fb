import { randomUUID } from 'node:crypto';
import { Router, text } from 'express';
import type { JWTPayload } from 'jose';
import { decideGrant, type Granting, type Refusal } from './grants.js';
import type { SigningKey } from './keys.js';
import { issuerOf, tokenLifeSeconds } from './tokens.js';

export type EntraOptions = Granting & {
  readonly key: () => SigningKey;
  readonly issue: (claims: JWTPayload) => Promise<string>;
  readonly now: () => Date;
};

const errorBody = ({ error, code, text: words, suberror, claims }: Refusal, now: Date) => {
  const trace = randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error,
    error_description: `AADSTS${code}: ${words} Trace ID: ${trace} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: randomUUID(),
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  };
};

/** The authority of the one tenant, v2.0: discovery, keys and the token endpoint. */
export const entraRoutes = (options: EntraOptions): Router => {
  const { origin, ids } = options.authority;
  const base = `/${ids.tenantId}`;
  const router = Router();
  router.get(`${base}/v2.0/.well-known/openid-configuration`, (_request, response) => {
    response.json({
      issuer: issuerOf(origin, ids),
      authorization_endpoint: `${origin}${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${origin}${base}/oauth2/v2.0/token`,
      end_session_endpoint: `${origin}${base}/oauth2/v2.0/logout`,
      jwks_uri: `${origin}${base}/discovery/v2.0/keys`,
      response_types_supported: ['code', 'id_token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    });
  });
  router.get(`${base}/discovery/v2.0/keys`, (_request, response) => {
    response.json({ keys: [{ ...options.key().publicJwk, issuer: issuerOf(origin, ids) }] });
  });
  router.post(`${base}/oauth2/v2.0/token`, text({ type: 'application/x-www-form-urlencoded' }), async (request, response) => {
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const answer = await decideGrant(form, options);
    response.setHeader('cache-control', 'no-store');
    if (!answer.ok) {
      response.status(answer.refusal.status).json(errorBody(answer.refusal, options.now()));
      return;
    }
    response.json({
      token_type: 'Bearer',
      scope: answer.granted.scope,
      expires_in: tokenLifeSeconds,
      ext_expires_in: tokenLifeSeconds,
      access_token: await options.issue(answer.granted.claims),
    });
  });
  return router;
};
