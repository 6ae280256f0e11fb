import type { PairId } from '@coaching-pairs/shared/ids';
import type { Occasion } from '@coaching-pairs/shared/reminders/occasions';
import { endingTexts } from '@coaching-pairs/shared/retention/pair-texts';
import type { Pair } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { OutboxMessage } from '../../ports/outbox.js';
import type { Deps } from '../deps.js';

type Stores = Pick<Deps, 'rounds' | 'agreements'>;

/** Pairs of a round of which something is stored that they share: an agreement or sessions. */
export const sharingPairs = async ({ rounds, agreements }: Stores, round: Round): Promise<ReadonlySet<PairId>> => {
  const [names, sessions] = await Promise.all([agreements.names(round.id), rounds.allSessions(round.id)]);
  return new Set([...names.map(({ value }) => value.pairId), ...sessions.map(({ pairId }) => pairId)]);
};

/** Whom of a round that is closed to tell that what their pair shares is deleted soon (C-10). */
export const endingTextsOf = async (deps: Stores, round: Round, pairs: readonly Pair[]): Promise<readonly Occasion[]> =>
  endingTexts(round, pairs, await sharingPairs(deps, round));

/** Whether there is still something to delete, for this very person. */
export const stillShares = async (deps: Stores, round: Round, { to, kind, subject }: OutboxMessage): Promise<Occasion | null> => {
  const match = (await deps.rounds.participant(round.id, to))?.value.match;
  const pair = match?.kind === 'paired' ? await deps.rounds.pair(round.id, match.pairId) : null;
  if (pair === null) return null;
  const found = await endingTextsOf(deps, round, [pair.value]);
  return found.find((one) => one.to === to && one.kind === kind && one.subject === subject.about) ?? null;
};
