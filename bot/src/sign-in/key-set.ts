import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import { metadataSchema, parseSigningKeys, type SigningKey, type SigningKeys } from './signing-key.js';

export type { SigningKey } from './signing-key.js';

/** The keys of one issuer. */
export type KeySet = {
  /** The key under this id; undefined when the issuer does not announce it. Throws only when no key was ever obtained. */
  find(kid: string): Promise<SigningKey | undefined>;
};

export type KeySetOptions = {
  readonly metadataUrl: string;
  /** What the metadata must name as its issuer. */
  readonly issuer: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
};

const seconds = (count: number): number => count * 1000;
const hours = (count: number): number => seconds(count * 3600);
/** At most one fetch in this time, whatever strangers send (S-09). */
const coolDown = seconds(30);
/** Known keys are read again this often, so that a withdrawn one is forgotten. */
const refreshAfter = hours(1);
/** Without a single successful reading for this long, the keys are no longer believed; an outage of a week-end is survived (S-09: at least 24 h). */
const believedFor = hours(72);
const answerWithin = seconds(5);

/**
 * Keeps an issuer's keys (S-09): a new key is found at once, a flood of unknown ones causes at most one fetch in 30 s,
 * and while the issuer cannot be reached the known keys go on serving.
 */
export function createKeySet(options: KeySetOptions): KeySet {
  const { clock, log, metadataUrl } = options;
  let keys: SigningKeys = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const now = (): number => Date.parse(clock.now());

  const read = async (): Promise<void> => {
    triedAt = now();
    try {
      keys = await fetchKeys(options);
      readAt = now();
    } catch (error) {
      log.warn('keys.unavailable', { metadataUrl, error: error instanceof Error ? error.name : typeof error });
    } finally {
      reading = undefined;
    }
  };
  const readUnlessJustTried = (): Promise<void> => {
    if (reading === undefined && Math.abs(now() - triedAt) >= coolDown) reading = read();
    return reading ?? Promise.resolve();
  };

  return {
    async find(kid) {
      const isBelieved = now() - readAt < believedFor;
      const known = isBelieved ? keys.get(kid) : undefined;
      if (known !== undefined) {
        if (now() - readAt >= refreshAfter) void readUnlessJustTried();
        return known;
      }
      await readUnlessJustTried();
      if (now() - readAt >= believedFor) throw new Error('The keys of the issuer cannot be read');
      return keys.get(kid);
    },
  };
}

/** Reads metadata and keys, from one origin and without redirects. */
async function fetchKeys({ metadataUrl, issuer, fetch: get = fetch }: KeySetOptions): Promise<SigningKeys> {
  const readJson = async (url: string): Promise<unknown> => {
    const response = await get(url, { redirect: 'error', signal: AbortSignal.timeout(answerWithin) });
    if (!response.ok) throw new Error(`Status ${response.status}`);
    return response.json();
  };
  const metadata = metadataSchema.parse(await readJson(metadataUrl));
  if (metadata.issuer !== issuer) throw new Error('The metadata belongs to another issuer');
  if (new URL(metadata.jwks_uri).origin !== new URL(metadataUrl).origin) throw new Error('The keys lie at another origin');
  return parseSigningKeys(await readJson(metadata.jwks_uri));
}
