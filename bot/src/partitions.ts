import { isBeingEnded } from '@coaching-pairs/shared/retention/pair-texts';
import { roundPartition } from './ports/outbox.js';
import type { Deps } from './workflows/deps.js';

type Rounds = Pick<Deps, 'rounds' | 'clock'>;

/** Partitions of all rounds that are still going on. */
export async function* openPartitions({ rounds }: Rounds): AsyncGenerator<string> {
  for (const round of await rounds.list()) if (round.state !== 'closed') yield roundPartition(round.id);
}

/** Those in which something may be due to people: also of a closed round, while its pairs are told that what they share is deleted (C-10). */
export async function* sendingPartitions({ rounds, clock }: Rounds): AsyncGenerator<string> {
  for (const round of await rounds.list()) if (round.state !== 'closed' || isBeingEnded(round, clock.now())) yield roundPartition(round.id);
}
