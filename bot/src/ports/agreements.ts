import type { Agreement } from '@coaching-pairs/shared/agreement/agreement';
import type { PairId, RoundId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import type { Versioned } from './rounds.js';
import type { AgreementName, SealedAgreement } from './sealed-agreement.js';
import type { SealingTrouble } from './sealing.js';

/** What pairs and trios have agreed on; changed with their round, in the batch of whatever else changes (CP-40). */
export type AgreementStore = {
  /** Every version that a pair has saved, the oldest first; read for its own people alone. */
  readonly all: (round: RoundId, pair: PairId) => Promise<Result<readonly Versioned<Agreement>[], SealingTrouble>>;
  /** The same with nothing opened, of one pair or of all of a round: enough to delete them, and it needs no vault. */
  readonly names: (round: RoundId, pair?: PairId) => Promise<readonly Versioned<AgreementName>[]>;
  /** Ready to be written. */
  readonly sealed: (round: RoundId, agreement: Agreement) => Promise<Result<SealedAgreement, SealingTrouble>>;
  /** Destroys the pair's key, without which no version can be read again, not from a backup either. It needs no vault. */
  readonly destroyKey: (pair: PairId) => Promise<void>;
  /** Pairs that have a key. */
  readonly withKey: () => Promise<readonly PairId[]>;
};
