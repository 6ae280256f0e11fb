import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { SandboxIds, SandboxPerson } from '../parts.js';
import type { SigningKey } from './keys.js';
import { botFrameworkIssuer, consented, principals, teamsWebClient } from './registrations.js';

/** How long every token lives; Entra varies it between 60 and 90 minutes. */
export const tokenLifeSeconds = 3600;

/** `iss` of everything the authority signs: the product's Microsoft origin with the tenant behind it. */
export const issuerOf = (origin: string, ids: SandboxIds): string => `${origin}/${ids.tenantId}/v2.0`;

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

/** Adds `iat`, `nbf` and `exp` from `now` to the claims and signs them RS256. Claims that are given win. */
export const sign = (claims: JWTPayload, key: SigningKey, now: Date): Promise<string> => {
  const issued = seconds(now);
  return new SignJWT({ iat: issued, nbf: issued, exp: issued + tokenLifeSeconds, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .sign(key.privateKey);
};

export type Authority = { readonly origin: string; readonly ids: SandboxIds };

const common = ({ origin, ids }: Authority): JWTPayload => ({
  iss: issuerOf(origin, ids),
  tid: ids.tenantId,
  uti: randomUUID(),
  ver: '2.0',
});

/** What Teams hands to the tab for the tab's own API. */
export const tabClaims = (authority: Authority, person: SandboxPerson, roles: readonly string[]): JWTPayload => ({
  ...common(authority),
  aud: authority.ids.tabAppId,
  azp: teamsWebClient,
  azpacr: '0',
  name: person.name,
  oid: person.id,
  preferred_username: person.mail ?? `${person.id}@contoso.example.com`,
  ...(roles.length > 0 ? { roles } : {}),
  scp: 'access_as_user',
  sub: `${person.id}-in-tab`,
});

/** What a browser of its own gets for the tab's API; for a guest with the marks that Entra gives one. */
export const browserClaims = (authority: Authority, person: SandboxPerson): JWTPayload => ({
  ...tabClaims(authority, person, person.roles),
  azp: authority.ids.tabAppId,
  acct: person.guest === true ? 1 : 0,
  ...(person.guest === true ? { idp: 'https://sts.windows.net/9c1f7a10-1111-4222-8333-444455556666/' } : {}),
});

/** Who has signed in, for the browser itself. */
export const idClaims = (authority: Authority, person: SandboxPerson, nonce: string): JWTPayload => ({
  ...common(authority),
  aud: authority.ids.tabAppId,
  name: person.name,
  oid: person.id,
  nonce,
  preferred_username: person.mail ?? person.id,
  sub: `${person.id}-in-tab`,
});

/** The tab's registration acting as itself. */
export const applicationClaims = (authority: Authority, audience: string): JWTPayload => ({
  ...common(authority),
  aud: audience,
  appid: authority.ids.tabAppId,
  azp: authority.ids.tabAppId,
  azpacr: '2',
  idtyp: 'app',
  oid: principals.tab,
  sub: principals.tab,
  roles: consented.application,
});

/** The tab's registration on behalf of a person. */
export const delegatedClaims = (authority: Authority, audience: string, person: SandboxPerson): JWTPayload => ({
  ...common(authority),
  aud: audience,
  appid: authority.ids.tabAppId,
  azp: authority.ids.tabAppId,
  azpacr: '2',
  idtyp: 'user',
  name: person.name,
  oid: person.id,
  sub: `${person.id}-in-graph`,
  scp: consented.delegated.join(' '),
});

/** The bot's managed identity, for any resource; it carries no permission, what it may do is decided by whom it asks. */
export const managedIdentityClaims = (authority: Authority, resource: string): JWTPayload => ({
  ...common(authority),
  aud: resource,
  appid: authority.ids.managedIdentityClientId,
  azp: authority.ids.managedIdentityClientId,
  azpacr: '2',
  idtyp: 'app',
  oid: principals.managedIdentity,
  sub: principals.managedIdentity,
});

/** The Bot Framework's own token, with which Teams calls the bot. */
export const botClaims = ({ ids }: Authority, serviceUrl: string): JWTPayload => ({
  iss: botFrameworkIssuer,
  aud: ids.botAppId,
  serviceurl: serviceUrl,
});
