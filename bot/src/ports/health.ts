import type { Service, ServiceState } from '@coaching-pairs/shared/health';
import type { Instant } from '@coaching-pairs/shared/ids';
import { keyOf } from './keys.js';

/** Where the sender's lease stands, which also says when it last looked for what is due. */
export const senderPlace = { partition: keyOf('delivery'), key: keyOf('sender') } as const;

export type SenderState = { readonly instance: string | null; readonly since: Instant | null; readonly sweptAt: Instant | null };

/** What was found half done and mended since anybody can remember; `lookedAt`: when it was last looked for. */
export type RepairState = { readonly lookedAt: Instant | null; readonly mended: number; readonly mendedAt: Instant | null };

/** Whether what the product cannot do without answers, as its instances have found. */
export type HealthLedger = {
  /** `code` says why it failed; null that it did not. Called with every use: it never waits and never throws. */
  readonly note: (service: Service, code: string | null) => void;
  readonly services: () => Promise<readonly ServiceState[]>;
  readonly sender: () => Promise<SenderState>;
  /** Before which Teams has asked the whole app to send nothing; null where it has not. */
  readonly pausedUntil: () => Promise<Instant | null>;
  readonly repairs: () => Promise<RepairState>;
  /** Somebody has looked for what was left half done, and mended so many things. By one instance at a time. */
  readonly noteRepairs: (mended: number) => Promise<void>;
};
