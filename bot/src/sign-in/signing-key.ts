import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';

/** A public key under its `kid`. `endorsements` are the channels it may sign for; Entra's keys carry none. */
export type SigningKey = { readonly key: CryptoKey; readonly endorsements: readonly string[] };
export type SigningKeys = ReadonlyMap<string, SigningKey>;

export const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

const rsaKeySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).optional(),
});
const keysSchema = z.object({ keys: z.array(z.unknown()) });

/** Reads a JSON Web Key Set. Keys of other kinds or uses are left out; an empty set is refused by throwing, like anything that is no key set. */
export async function parseSigningKeys(body: unknown): Promise<SigningKeys> {
  const found = new Map<string, SigningKey>();
  for (const entry of keysSchema.parse(body).keys) {
    const parsed = rsaKeySchema.safeParse(entry);
    if (!parsed.success) continue;
    const { kid, kty, n, e, endorsements = [] } = parsed.data;
    const key = await importJWK({ kty, n, e }, 'RS256');
    if (!(key instanceof Uint8Array)) found.set(kid, { key, endorsements });
  }
  if (found.size === 0) throw new Error('The key set holds no key for RS256');
  return found;
}
