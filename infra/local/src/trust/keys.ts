import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { writeWhole } from '../whole-file.js';

export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicJwk: JWK };

/** `entra` signs people's and registrations' tokens, `bot` the Bot Framework's; `unendorsed` is published for channels other than Teams. */
export type KeyName = 'entra' | 'bot' | 'unendorsed';
export type Keys = Readonly<Record<KeyName, SigningKey>>;

const publicPart = ({ kid, n, e }: JWK): JWK & { readonly kid: string } => {
  if (kid === undefined || n === undefined || e === undefined) {
    throw new TypeError('not a signing key');
  }
  return { kty: 'RSA', n, e, kid, use: 'sig', alg: 'RS256' };
};

const fromJwk = async (jwk: JWK): Promise<SigningKey> => {
  const privateKey = await importJWK(jwk, 'RS256');
  const publicJwk = publicPart(jwk);
  if (privateKey instanceof Uint8Array) {
    throw new TypeError('not a signing key');
  }
  return { kid: publicJwk.kid, privateKey, publicJwk };
};

const newJwk = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256' };
};

const newJwks = async (): Promise<Record<KeyName, JWK>> => {
  const [entra, bot, unendorsed] = await Promise.all([newJwk(), newJwk(), newJwk()]);
  return { entra, bot, unendorsed };
};

/** A fresh RS256 key that nobody publishes yet. */
export const newSigningKey = async (): Promise<SigningKey> => fromJwk(await newJwk());

/** Reads the keys kept in `file`, or makes them; tokens issued before a restart stay valid. Throws where the file is not ours. */
export const openKeys = async (file: string): Promise<Keys> => {
  const stored = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') {
      return undefined;
    }
    throw cause;
  });
  const jwks: Record<KeyName, JWK> = stored === undefined ? await newJwks() : JSON.parse(stored);
  if (stored === undefined) {
    await writeWhole(file, JSON.stringify(jwks), 0o600);
  }
  return { entra: await fromJwk(jwks.entra), bot: await fromJwk(jwks.bot), unendorsed: await fromJwk(jwks.unendorsed) };
};
