import type { TokenCredential } from '@azure/identity';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import type { SealingKeys, SealingTrouble } from '../../ports/sealing.js';

export type KeyVaultOptions = {
  /** The key, without a version: `https://contoso.vault.azure.net/keys/coaching-pairs`. */
  readonly keyUrl: string;
  readonly credential: Pick<TokenCredential, 'getToken'>;
  /** Milliseconds to wait before the second and the third try. */
  readonly pauses?: readonly number[];
};

/** learn.microsoft.com, "Key Vault REST API": the newest version that is everywhere. */
const apiVersion = '7.4';
/** The vault's own audience; the token goes to the vault named in the settings and nowhere else (S-05). */
const scope = 'https://vault.azure.net/.default';
/** RSA, padded with OAEP over SHA-256: the strongest that every RSA key in a vault offers. */
const algorithm = 'RSA-OAEP-256';
/** In milliseconds. */
const answersWithin = 10_000;
const usualPauses: readonly number[] = [300, 1_500];

const Key = z.object({ key: z.object({ kid: z.string() }) });
const Outcome = z.object({ value: z.string().min(1) });
/** A version is part of an address that is sent a token, so it is nothing but letters and digits. */
const version = /^[A-Za-z0-9]{1,64}$/u;

const away: SealingTrouble = { code: 'vault-away' };
const locked: SealingTrouble = { code: 'vault-locked' };

type Answer = { readonly status: number; readonly body: unknown };

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const mayPass = (status: number): boolean => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;

/** One call; status 0 where there was no answer. What a vault says of a fault is kept from everybody: only its status counts. */
const sendOnce = async ({ credential }: KeyVaultOptions, address: string, body: object | null): Promise<Answer> => {
  try {
    const token = await credential.getToken(scope);
    const response = await fetch(`${address}?api-version=${apiVersion}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token?.token ?? ''}`, 'content-type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(answersWithin),
      ...(body !== null && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch {
    return { status: 0, body: null };
  }
};

const send = async (options: KeyVaultOptions, address: string, body: object | null): Promise<Result<unknown, SealingTrouble>> => {
  let answer = await sendOnce(options, address, body);
  for (const pause of options.pauses ?? usualPauses) {
    if (!mayPass(answer.status)) break;
    await wait(pause);
    answer = await sendOnce(options, address, body);
  }
  if (answer.status === 200) return ok(answer.body);
  return err(mayPass(answer.status) ? away : locked);
};

const parsed = <T>(schema: z.ZodType<T>, answer: Result<unknown, SealingTrouble>): Result<T, SealingTrouble> => {
  if (!answer.ok) return answer;
  const read = schema.safeParse(answer.value);
  return read.success ? ok(read.data) : err(away);
};

/**
 * The key in Azure Key Vault, by its REST interface and the managed identity (S-15). A key that is missing, switched off or closed to
 * us answers `vault-locked`; a vault that is busy or out of reach `vault-away`.
 */
export const keyVaultKeys = (options: KeyVaultOptions): SealingKeys => {
  const at = (wanted: string, verb: 'wrapkey' | 'unwrapkey'): string => `${options.keyUrl}/${wanted}/${verb}`;
  const operate = async (wanted: string, verb: 'wrapkey' | 'unwrapkey', value: string): Promise<Result<string, SealingTrouble>> => {
    if (!version.test(wanted)) return err(locked);
    const done = parsed(Outcome, await send(options, at(wanted, verb), { alg: algorithm, value }));
    return done.ok ? ok(done.value.value) : done;
  };
  return {
    current: async () => {
      const found = parsed(Key, await send(options, options.keyUrl, null));
      if (!found.ok) return found;
      const newest = found.value.key.kid.split('/').at(-1) ?? '';
      return version.test(newest) ? ok(newest) : err(away);
    },
    wrap: async (dataKey, wanted) => {
      const value = await operate(wanted, 'wrapkey', Buffer.from(dataKey).toString('base64url'));
      return value.ok ? ok({ version: wanted, value: value.value }) : value;
    },
    unwrap: async (wrapped) => {
      const value = await operate(wrapped.version, 'unwrapkey', wrapped.value);
      return value.ok ? ok(Buffer.from(value.value, 'base64url')) : value;
    },
  };
};
