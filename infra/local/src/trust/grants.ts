import type { JWTPayload } from 'jose';
import type { ConsentAnswer, SandboxPerson } from '../parts.js';
import { exchangeAudience, principals } from './registrations.js';
import { type Authority, applicationClaims, delegatedClaims } from './tokens.js';
import type { Verify } from './verify.js';

/** An OAuth refusal in Entra's form. */
export type Refusal = {
  readonly status: 400 | 401;
  readonly error: string;
  readonly code: number;
  readonly text: string;
  readonly suberror?: string;
  readonly claims?: string;
};

export type Granted = { readonly claims: JWTPayload; readonly scope: string };
export type GrantAnswer = { readonly ok: true; readonly granted: Granted } | { readonly ok: false; readonly refusal: Refusal };

export type Granting = {
  readonly authority: Authority;
  readonly verify: Verify;
  readonly personOf: (id: string) => SandboxPerson | undefined;
  readonly consentOf: (personId: string) => ConsentAnswer;
};

const refused = (status: 400 | 401, error: string, code: number, text: string, more: Partial<Refusal> = {}): GrantAnswer => ({
  ok: false,
  refusal: { status, error, code, text, ...more },
});

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const impliedScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** The one resource that the asked scopes belong to, e.g. `https://graph.microsoft.com` of `https://graph.microsoft.com/.default`. */
const resourceOf = (scope: string): string | undefined => {
  const asked = scope.split(' ').filter((name) => name !== '' && !impliedScopes.has(name));
  const resources = new Set(asked.map((name) => name.slice(0, Math.max(0, name.lastIndexOf('/'))).replace(/\/$/, '')));
  const [resource] = resources;
  return resources.size === 1 && resource !== '' ? resource : undefined;
};

/** The federated credential: a token of the managed identity, made for the exchange, instead of a secret. */
const refuseClient = async (form: URLSearchParams, { authority, verify }: Granting): Promise<GrantAnswer | undefined> => {
  if (form.get('client_id') !== authority.ids.tabAppId) {
    return refused(400, 'unauthorized_client', 700016, 'Application was not found in the directory.');
  }
  if (form.get('client_assertion_type') !== assertionType) {
    return refused(401, 'invalid_client', 7000218, 'The request body must contain client_assertion; this registration has no secret.');
  }
  const assertion = await verify(form.get('client_assertion') ?? '', exchangeAudience);
  return assertion?.sub === principals.managedIdentity
    ? undefined
    : refused(401, 'invalid_client', 700213, 'No federated identity record matches the presented assertion.');
};

const grantOnBehalfOf = async (form: URLSearchParams, resource: string, granting: Granting): Promise<GrantAnswer> => {
  const { authority, verify, personOf, consentOf } = granting;
  const user = await verify(form.get('assertion') ?? '', authority.ids.tabAppId);
  const person = typeof user?.['oid'] === 'string' && user['scp'] !== undefined ? personOf(user['oid']) : undefined;
  if (form.get('requested_token_use') !== 'on_behalf_of' || person === undefined) {
    return refused(400, 'invalid_grant', 500133, 'The assertion is not valid for this registration, or is out of date.');
  }
  const consent = consentOf(person.id);
  if (consent.kind === 'refused') {
    return refused(400, 'invalid_grant', 65001, 'The user or administrator has not consented to use the application.', {
      suberror: 'consent_required',
    });
  }
  if (consent.kind === 'claims') {
    const more = { suberror: 'basic_action', claims: consent.claims };
    return refused(400, 'interaction_required', 50076, 'Multi-factor authentication is required to access the resource.', more);
  }
  const claims = delegatedClaims(authority, resource, person);
  return { ok: true, granted: { claims, scope: String(claims['scp']) } };
};

/** Decides the two grants of the tab's registration: as itself (client credentials), and on behalf of a signed-in person. */
export const decideGrant = async (form: URLSearchParams, granting: Granting): Promise<GrantAnswer> => {
  const refusal = await refuseClient(form, granting);
  if (refusal !== undefined) {
    return refusal;
  }
  const scope = form.get('scope') ?? '';
  const resource = resourceOf(scope);
  if (resource === undefined) {
    return refused(400, 'invalid_scope', 70011, 'The scope is not valid.');
  }
  if (form.get('grant_type') === onBehalfOf) {
    return grantOnBehalfOf(form, resource, granting);
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 70003, 'The grant type is not supported.');
  }
  return scope.trim().endsWith('/.default')
    ? { ok: true, granted: { claims: applicationClaims(granting.authority, resource), scope } }
    : refused(400, 'invalid_scope', 1002012, 'Client credentials ask for <resource>/.default.');
};
