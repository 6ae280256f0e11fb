import { exportSPKI, importJWK, type JWTPayload, SignJWT } from 'jose';
import type { SandboxPerson } from '../parts.js';
import { newSigningKey, type SigningKey } from './keys.js';
import { applicationClaims, botClaims, delegatedClaims, managedIdentityClaims, sign, tabClaims, tokenLifeSeconds } from './tokens.js';
import type { Trust } from './trust.js';

/** A token that must be refused, and what is wrong with it. */
export type Forgery = { readonly name: string; readonly token: string };

export type Forging = { readonly trust: Pick<Trust, 'origin' | 'ids' | 'keys'>; readonly now: Date };

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const otherTenant = '11111111-2222-4333-8444-555555555555';

/** Leaves claims out: `sign` adds the times by itself, so those are set to nothing explicitly. */
const without = (claims: JWTPayload, ...names: readonly string[]): JWTPayload => ({
  ...claims,
  ...Object.fromEntries(names.map((name) => [name, undefined])),
});

const unsigned = (claims: JWTPayload, now: Date, alg: string): string => {
  const iat = Math.floor(now.getTime() / 1000);
  return `${encoded({ alg, typ: 'JWT' })}.${encoded({ iat, nbf: iat, exp: iat + tokenLifeSeconds, ...claims })}.`;
};

/** The public key taken for a shared secret: passes where the algorithm of the token is believed. */
const signedWithPublicKey = async (claims: JWTPayload, key: SigningKey, now: Date): Promise<string> => {
  const publicKey = await importJWK(key.publicJwk, 'RS256', { extractable: true });
  const pem = publicKey instanceof Uint8Array ? '' : await exportSPKI(publicKey);
  const iat = Math.floor(now.getTime() / 1000);
  return new SignJWT({ iat, nbf: iat, exp: iat + tokenLifeSeconds, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.kid })
    .sign(new TextEncoder().encode(pem));
};

const tampered = (token: string, change: JWTPayload): string => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims: JWTPayload = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return `${header}.${encoded({ ...claims, ...change })}.${signature}`;
};

/** What is wrong for every kind of token: no signature, a foreign one, or one that belongs to something else. */
const signatureForgeries = async (claims: JWTPayload, key: SigningKey, now: Date, change: JWTPayload): Promise<readonly Forgery[]> => {
  const stranger = await newSigningKey();
  const genuine = await sign(claims, key, now);
  return [
    { name: 'not a token at all', token: 'open-sesame' },
    { name: 'alg none', token: unsigned(claims, now, 'none') },
    { name: 'alg None, in capitals', token: unsigned(claims, now, 'None') },
    { name: 'RS256 announced, signature left out', token: unsigned(claims, now, 'RS256') },
    { name: 'HS256 with the public key as secret', token: await signedWithPublicKey(claims, key, now) },
    { name: 'signed by an unknown key', token: await sign(claims, stranger, now) },
    { name: 'signed by an unknown key under a known kid', token: await sign(claims, { ...stranger, kid: key.kid }, now) },
    { name: 'claims changed after signing', token: tampered(genuine, change) },
    { name: 'signature cut short', token: genuine.slice(0, -20) },
  ];
};

const timed = (now: Date) => {
  const at = Math.floor(now.getTime() / 1000);
  return {
    expired: { iat: at - 3901, nbf: at - 3901, exp: at - 301 },
    early: { iat: at, nbf: at + 301, exp: at + 301 + tokenLifeSeconds },
  };
};

/** At least twenty tokens with which nobody may reach the bot's endpoint (S-01, S-02). All but the service url's are for `serviceUrl`. */
export const forgedBotTokens = async ({ trust, now }: Forging, serviceUrl: string, person: SandboxPerson): Promise<readonly Forgery[]> => {
  const { bot, entra, unendorsed } = trust.keys();
  const good = botClaims(trust, serviceUrl);
  const { expired, early } = timed(now);
  const wrong: readonly (readonly [string, JWTPayload, SigningKey?])[] = [
    ['signed by a key that is not endorsed for Teams', good, unendorsed],
    ['signed by the key of the tenant', good, entra],
    ['issued by somebody else', { ...good, iss: 'https://api.botframework.example.com' }],
    ['issuer left out', without(good, 'iss')],
    ['issuer of the emulator, own tenant', { ...good, iss: `https://sts.windows.net/${trust.ids.tenantId}/`, appid: trust.ids.botAppId }],
    [
      'issuer of the emulator, another tenant',
      { ...good, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0`, azp: trust.ids.botAppId },
    ],
    ['for another bot', { ...good, aud: otherTenant }],
    ['for nobody', without(good, 'aud')],
    ['out of date by 301 seconds', { ...good, ...expired }],
    ['not valid for another 301 seconds', { ...good, ...early }],
    ['without an end', without(good, 'exp')],
    ['without a service url', without(good, 'serviceurl')],
    ['for another service url', { ...good, serviceurl: 'https://smba.example.com/elsewhere/' }],
    [
      'of another bot calling as a skill',
      { ...managedIdentityClaims(trust, trust.ids.botAppId), azp: otherTenant, appid: otherTenant },
      entra,
    ],
    ["a person's tab token", tabClaims(trust, person, person.roles), entra],
    ["the bot's own token for the connector", managedIdentityClaims(trust, 'https://api.botframework.com'), entra],
  ];
  const rest = wrong.map(async ([name, claims, key = bot]) => ({ name, token: await sign(claims, key, now) }));
  return [...(await signatureForgeries(good, bot, now, { serviceurl: 'https://elsewhere.example.com/' })), ...(await Promise.all(rest))];
};

const wrongTabClaims = (trust: Forging['trust'], person: SandboxPerson, now: Date): readonly (readonly [string, JWTPayload])[] => {
  const good = tabClaims(trust, person, person.roles);
  const { expired, early } = timed(now);
  return [
    ['issued for another tenant', { ...good, iss: `${trust.origin}/${otherTenant}/v2.0` }],
    ['issuer that only begins like ours', { ...good, iss: `${good.iss}.example.com` }],
    ['issuer left out', without(good, 'iss')],
    ['of another tenant', { ...good, tid: otherTenant }],
    ['of no tenant', without(good, 'tid')],
    ['for the API by its address instead of its client id', { ...good, aud: `api://127.0.0.1/${trust.ids.tabAppId}` }],
    ['for Graph', { ...good, aud: 'https://graph.microsoft.com' }],
    ['for the bot', { ...good, aud: trust.ids.botAppId }],
    ['for nobody', without(good, 'aud')],
    ['scope that only contains the right one', { ...good, scp: 'not_access_as_user_x' }],
    ['scope left out', without(good, 'scp')],
    ['from a client that is not Teams', { ...good, azp: otherTenant }],
    ['from no client', without(good, 'azp')],
    ['of version 1.0', { ...good, ver: '1.0' }],
    ['of nobody', without(good, 'oid')],
    ['of an application with the role of an administrator', { ...without(good, 'scp'), idtyp: 'app', roles: ['Round.Admin'] }],
    ['an ID token', { ...without(good, 'scp', 'azp'), nonce: 'n-1' }],
    ['out of date by 301 seconds', { ...good, ...expired }],
    ['not valid for another 301 seconds', { ...good, ...early }],
    ['without an end', without(good, 'exp')],
    ['the registration’s own token for Graph', applicationClaims(trust, 'https://graph.microsoft.com')],
    ['a token for Graph on behalf of the person', delegatedClaims(trust, 'https://graph.microsoft.com', person)],
    ['the managed identity’s token', managedIdentityClaims(trust, trust.ids.tabAppId)],
  ];
};

/** At least twenty tokens with which nobody may reach the tab's API as `person` (S-08). */
export const forgedTabTokens = async ({ trust, now }: Forging, person: SandboxPerson): Promise<readonly Forgery[]> => {
  const { bot, entra } = trust.keys();
  const good = tabClaims(trust, person, person.roles);
  const rest = wrongTabClaims(trust, person, now).map(async ([name, claims]) => ({ name, token: await sign(claims, entra, now) }));
  return [
    ...(await signatureForgeries(good, entra, now, { oid: otherTenant, roles: ['Round.Admin'] })),
    { name: 'signed by the key of the Bot Framework', token: await sign(good, bot, now) },
    ...(await Promise.all(rest)),
  ];
};
