import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Insight } from '@coaching-pairs/shared/insights/insight';
import type { Result } from '@coaching-pairs/shared/result';
import type { SealingTrouble } from './sealing.js';

/** What stands on the insights wall of each round, sealed; nothing else of the round knows that there is anything. */
export type InsightStore = {
  readonly all: (round: RoundId) => Promise<Result<readonly Insight[], SealingTrouble>>;
  /** Adding the same again, by its id, changes nothing. */
  readonly add: (round: RoundId, insight: Insight) => Promise<Result<null, SealingTrouble>>;
  /** Removes one of this author; what is not there, or not theirs, stays as it is. */
  readonly withdraw: (round: RoundId, by: PersonId, id: string) => Promise<void>;
  /** Removes all that this author has on it. */
  readonly forget: (round: RoundId, by: PersonId) => Promise<void>;
  /** Destroys the key of the wall, then all that stands on it. */
  readonly destroy: (round: RoundId) => Promise<void>;
};
