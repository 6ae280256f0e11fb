import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealingKeys, SealingTrouble } from '@coaching-pairs/bot/ports/sealing';
import { err, ok } from '@coaching-pairs/shared/result';

export type PaperVault = ReturnType<typeof paperVault>;

/** A vault made of memory, with `first` as its key: it truly wraps, counts what it is asked, and can be out of reach, locked, or given a new version of its key. */
export const paperVault = (first: Buffer = randomBytes(32)) => {
  const versions = new Map([['v1', first]]);
  let trouble: SealingTrouble['code'] | null = null;
  let current = 'v1';
  let made = 1;
  const asked = { current: 0, wrap: 0, unwrap: 0 };
  const refusal = () => (trouble === null ? null : err<SealingTrouble>({ code: trouble }));
  const keys: SealingKeys = {
    current: async () => {
      asked.current += 1;
      return refusal() ?? ok(current);
    },
    wrap: async (dataKey, version) => {
      asked.wrap += 1;
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', versions.get(version) ?? randomBytes(32), nonce);
      const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
      return refusal() ?? ok({ version, value: Buffer.concat([nonce, cipher.getAuthTag(), wrapped]).toString('base64url') });
    },
    unwrap: async ({ version, value }) => {
      asked.unwrap += 1;
      const key = versions.get(version);
      if (trouble !== null || key === undefined) return refusal() ?? err({ code: 'vault-locked' });
      const bytes = Buffer.from(value, 'base64url');
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
      return ok(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]));
    },
  };
  return {
    ...keys,
    asked,
    /** From now on it refuses so; null: it answers again. */
    fails: (code: SealingTrouble['code'] | null): void => {
      trouble = code;
    },
    rotate: (): void => {
      made += 1;
      current = `v${made}`;
      versions.set(current, randomBytes(32));
    },
    /** A version is destroyed for good. */
    loses: (version: string): void => void versions.delete(version),
  };
};
