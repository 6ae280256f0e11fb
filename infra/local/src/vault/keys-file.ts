import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { writeWhole } from '../whole-file.js';

type Kept = { readonly locked: boolean; readonly versions: readonly { readonly version: string; readonly key: string }[] };

export type VaultKeys = {
  /** The newest version; made when it is first asked for, which takes a moment. */
  readonly current: () => Promise<string>;
  readonly key: (version: string) => Promise<KeyObject | undefined>;
  readonly rotate: () => Promise<string>;
  readonly isLocked: () => Promise<boolean>;
  /** Switched off, as an administrator of the vault can switch a key off, or on again. */
  readonly setLocked: (locked: boolean) => Promise<void>;
};

const none: Kept = { locked: false, versions: [] };

const read = async (file: string): Promise<Kept> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return none;
    throw cause;
  }
};

const newVersion = async () => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { version: randomBytes(16).toString('hex'), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
};

/** The versions of the one key, kept in `file`, which its owner alone may read. Whoever deletes the file has destroyed what was sealed. */
export const openVaultKeys = (file: string): VaultKeys => {
  let last: Promise<Kept> = read(file);
  last.catch(() => undefined);
  const change = (next: (kept: Kept) => Kept | Promise<Kept>): Promise<Kept> => {
    last = last.then(async (kept) => {
      const changed = await next(kept);
      if (changed !== kept) await writeWhole(file, JSON.stringify(changed), 0o600);
      return changed;
    });
    return last;
  };
  const add = async (kept: Kept): Promise<Kept> => ({ ...kept, versions: [...kept.versions, await newVersion()] });
  const newest = ({ versions }: Kept): string => versions.at(-1)?.version ?? '';
  return {
    current: async () => newest(await change((kept) => (kept.versions.length > 0 ? kept : add(kept)))),
    key: async (version) => {
      const found = (await last).versions.find((one) => one.version === version);
      return found === undefined ? undefined : createPrivateKey(found.key);
    },
    rotate: async () => newest(await change(add)),
    isLocked: async () => (await last).locked,
    setLocked: async (locked) => void (await change((kept) => ({ ...kept, locked }))),
  };
};
