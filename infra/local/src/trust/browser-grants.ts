import { createHash, randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { BrowserAsked, BrowserGrants, BrowserTokens, SandboxPerson } from '../parts.js';
import { type Authority, browserClaims, idClaims, tokenLifeSeconds } from './tokens.js';

type Signed = { readonly person: SandboxPerson; readonly nonce: string };

type Options = { readonly authority: Authority; readonly issue: (claims: JWTPayload) => Promise<string> };

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
const secret = (): string => randomBytes(24).toString('base64url');

/** How the authority signs in a browser of its own: authorization code with PKCE, as a client without a secret. */
export const openBrowserGrants = ({ authority, issue }: Options): BrowserGrants => {
  const codes = new Map<string, BrowserAsked & Signed>();
  const refreshes = new Map<string, Signed>();

  const tokensFor = async ({ person, nonce }: Signed, scope: string): Promise<BrowserTokens> => {
    const refresh = secret();
    refreshes.set(refresh, { person, nonce });
    return {
      token_type: 'Bearer',
      scope,
      expires_in: tokenLifeSeconds,
      ext_expires_in: tokenLifeSeconds,
      access_token: await issue(browserClaims(authority, person)),
      id_token: await issue(idClaims(authority, person, nonce)),
      refresh_token: refresh,
      client_info: Buffer.from(JSON.stringify({ uid: person.id, utid: authority.ids.tenantId })).toString('base64url'),
    };
  };

  const taken = <T>(from: Map<string, T>, key: string | null): T | undefined => {
    const found = key === null ? undefined : from.get(key);
    if (key !== null) from.delete(key);
    return found;
  };

  return {
    codeFor: (person, asked) => {
      const code = secret();
      codes.set(code, { ...asked, person });
      return code;
    },
    redeem: async (form) => {
      if (form.get('client_id') !== authority.ids.tabAppId) return undefined;
      const scope = form.get('scope') ?? '';
      if (form.get('grant_type') === 'refresh_token') {
        const known = taken(refreshes, form.get('refresh_token'));
        return known === undefined ? undefined : tokensFor(known, scope);
      }
      const asked = form.get('grant_type') === 'authorization_code' ? taken(codes, form.get('code')) : undefined;
      if (asked === undefined || asked.redirectUri !== form.get('redirect_uri')) return undefined;
      return challengeOf(form.get('code_verifier') ?? '') === asked.challenge ? tokensFor(asked, scope) : undefined;
    },
  };
};
