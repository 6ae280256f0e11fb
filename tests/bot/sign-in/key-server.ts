import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export type TestKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicJwk: JWK };

/** A fresh RSA key; announced only where a key server is told to. */
export async function newKey(kid: string): Promise<TestKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, publicJwk: await exportJWK(publicKey) };
}

export type KeyServer = {
  readonly origin: string;
  readonly metadataUrl: string;
  /** Fetches of the key list so far. */
  fetches(): number;
  announce(...keys: readonly { readonly key: TestKey; readonly endorsements?: readonly string[] }[]): void;
  /** What the server answers instead of keys: a status, or nothing at all. */
  fail(how: number | 'silent' | undefined): void;
  lieAbout(metadata: { readonly issuer?: string; readonly jwks_uri?: string }): void;
  stop(): Promise<void>;
};

/** A real HTTP server with OpenID metadata of one issuer and its keys. */
export async function startKeyServer(issuer: string): Promise<KeyServer> {
  let jwks: readonly unknown[] = [];
  let failure: number | 'silent' | undefined;
  let lies: object = {};
  let fetched = 0;
  const server = createServer((request, response) => {
    if (failure === 'silent') return;
    if (request.url === '/keys') fetched += 1;
    const body = request.url === '/keys' ? { keys: jwks } : { issuer, jwks_uri: `${origin}/keys`, ...lies };
    response.writeHead(failure ?? 200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    metadataUrl: `${origin}/metadata`,
    fetches: () => fetched,
    announce: (...keys) => {
      jwks = keys.map(({ key, endorsements }) => ({ ...key.publicJwk, kid: key.kid, use: 'sig', ...(endorsements && { endorsements }) }));
    },
    fail: (how) => {
      failure = how;
    },
    lieAbout: (metadata) => {
      lies = metadata;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

/** A compact RS256 token; `header` may lie about anything. */
export function signed(key: TestKey, claims: JWTPayload, header: { readonly kid?: string } = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header }).sign(key.privateKey);
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token nobody signed. */
export const unsigned = (claims: JWTPayload, header: object = { alg: 'none', typ: 'JWT' }): string =>
  `${encoded(header)}.${encoded(claims)}.`;

/** The old trick: a symmetric signature made with the public key as its secret. */
export async function signedWithPublicKey(key: TestKey, claims: JWTPayload): Promise<string> {
  const secret = new TextEncoder().encode(JSON.stringify(key.publicJwk));
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.kid }).sign(secret);
}
