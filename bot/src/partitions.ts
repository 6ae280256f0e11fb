import { isPastKeeping } from '@coaching-pairs/shared/engagement/ending';
import { isBeingEnded } from '@coaching-pairs/shared/retention/pair-texts';
import { engagementPartition, roundPartition } from './ports/outbox.js';
import type { Deps } from './workflows/deps.js';

type Rounds = Pick<Deps, 'rounds' | 'clock'>;

/** Partitions of all rounds that are still going on. */
export async function* openPartitions({ rounds }: Rounds): AsyncGenerator<string> {
  for (const round of await rounds.list()) if (round.state !== 'closed') yield roundPartition(round.id);
}

/**
 * Those in which something may be due to people: also of a closed round, while its pairs are told that what they share is deleted, and
 * of engagements for as long as what was shared is kept (C-10).
 */
export async function* sendingPartitions({ rounds, engagements, clock }: Rounds & Pick<Deps, 'engagements'>): AsyncGenerator<string> {
  for (const round of await rounds.list()) if (round.state !== 'closed' || isBeingEnded(round, clock.now())) yield roundPartition(round.id);
  for (const one of await engagements.list()) if (!isPastKeeping(one, clock.now())) yield engagementPartition(one.id);
}
