import type { Result } from '@coaching-pairs/shared/result';

/** Why nothing can be sealed or opened. Nothing is lost in either case. */
export type SealingTrouble =
  /** The vault does not answer; asking again will do. */
  | { readonly code: 'vault-away' }
  /** The vault answers, but the key is gone, switched off, or not for us any more: somebody has to bring it back. */
  | { readonly code: 'vault-locked' };

/** A data key as it is stored: wrapped by one version of the key in the vault. */
export type WrappedKey = { readonly version: string; readonly value: string };

/** The key that wraps data keys. It never leaves its vault; all that is asked of it is to wrap and to unwrap (C-07). */
export type SealingKeys = {
  /** The version with which is wrapped now. */
  readonly current: () => Promise<Result<string, SealingTrouble>>;
  readonly wrap: (dataKey: Uint8Array, version: string) => Promise<Result<WrappedKey, SealingTrouble>>;
  readonly unwrap: (wrapped: WrappedKey) => Promise<Result<Uint8Array, SealingTrouble>>;
};

/** Whose data key it is. */
export type SafeOwner = {
  readonly kind: 'person' | 'pair' | 'pulse' | 'insights' | 'audit' | 'engagement' | 'engagement-entries';
  readonly id: string;
};

/** A sealed text; `keyId` names the data key. */
export type Sealed = { readonly keyId: string; readonly text: string };

/**
 * Seals and opens with one owner's data key. `about` says what the text is and belongs to: under any other it does not open, so
 * that nobody who writes rows can put one in the place of another.
 */
export type Safe = {
  readonly seal: (about: readonly string[], text: string) => Sealed;
  /** `erased`: its key was destroyed, and the text with it. `damaged`: the row is not as it was written. */
  readonly open: (about: readonly string[], sealed: Sealed) => Result<string, 'erased' | 'damaged'>;
};

export type Rewrapped = {
  readonly done: number;
  /** Still wrapped by an older version of the vault's key. */
  readonly left: number;
  /** Of those: what the older version no longer opens. */
  readonly locked: number;
};

/** Confidential text at rest: one data key for each owner, wrapped by the vault's key. */
export type Sealing = {
  /** The owner's safe, with a new key where there is none yet. */
  readonly safeFor: (owner: SafeOwner) => Promise<Result<Safe, SealingTrouble>>;
  /** The same; null where nothing was ever sealed for this owner, or everything was erased. */
  readonly existingSafe: (owner: SafeOwner) => Promise<Result<Safe | null, SealingTrouble>>;
  /** Destroys the owner's key: whatever was sealed with it can be opened by nobody any more. It needs no vault. */
  readonly destroy: (owner: SafeOwner) => Promise<void>;
  /** Whoever has a key, of one kind. */
  readonly owners: (kind: SafeOwner['kind']) => Promise<readonly string[]>;
  /** Wraps keys anew that are still under an older version of the vault's key, at most so many; no text is touched. */
  readonly rewrap: (most: number) => Promise<Result<Rewrapped, SealingTrouble>>;
};
