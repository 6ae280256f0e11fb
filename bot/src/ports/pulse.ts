import type { RoundId } from '@coaching-pairs/shared/ids';
import type { PulseTally } from '@coaching-pairs/shared/pulse/pulse';
import type { Result } from '@coaching-pairs/shared/result';
import type { TooBusy } from './change.js';
import type { SealingTrouble } from './sealing.js';

/** The answers to a round's pulse while it is open: one sealed sheet of sums, written over with every answer and destroyed at the end. */
export type PulseStore = {
  readonly tally: (round: RoundId) => Promise<Result<PulseTally, SealingTrouble>>;
  /** Puts what `next` makes of the sheet in its place, and again from the start while others are quicker; null leaves it as it is. */
  readonly change: (round: RoundId, next: (tally: PulseTally) => PulseTally | null) => Promise<Result<null, SealingTrouble | TooBusy>>;
  /** Destroys the sheet's key, then the sheet. It needs no vault. */
  readonly destroy: (round: RoundId) => Promise<void>;
};
