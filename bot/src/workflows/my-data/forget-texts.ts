import { operationId, type PairId } from '@coaching-pairs/shared/ids';
import { endedPairs, isPastKeeping } from '@coaching-pairs/shared/retention/pair-texts';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundChange } from '../../ports/rounds.js';
import { done } from '../change-round.js';
import type { Deps } from '../deps.js';
import { sharingPairs } from './ending-texts.js';

/** Rows a batch. */
const perStep = 80;

type Removal = Pick<RoundChange, 'removedAgreements' | 'removedSessions'>;

const isNothing = ({ removedAgreements = [], removedSessions = [] }: Removal): boolean =>
  removedAgreements.length + removedSessions.length === 0;

/** All that a pair shares, in steps that each fit into one batch. */
const removalsOf = async ({ rounds, agreements }: Deps, { id }: Round, pair: PairId): Promise<readonly Removal[]> => {
  const [names, sessions] = await Promise.all([agreements.names(id, pair), rounds.sessions(id, pair)]);
  const steps: Removal[] = [];
  for (let from = 0; from < Math.max(names.length, sessions.length); from += perStep / 2) {
    const upTo = from + perStep / 2;
    steps.push({ removedAgreements: names.slice(from, upTo), removedSessions: sessions.slice(from, upTo) });
  }
  return steps.filter((step) => !isNothing(step));
};

/** The key first, so that nothing can be read from then on; whatever row changes meanwhile is met an hour later. */
const forgetPair = async (deps: Deps, round: Round, pair: PairId): Promise<void> => {
  await deps.agreements.destroyKey(pair);
  for (const removal of await removalsOf(deps, round, pair)) {
    const audit = [done(deps, 'product', 'pair.forget', { roundId: round.id, pairId: pair })];
    await deps.rounds.commit({ roundId: round.id, opId: operationId(`forget.${deps.newId()}`), ...removal, audit });
  }
};

/**
 * Deletes what pairs share thirty days after their round was closed, with the key it is sealed with, and the keys of pairs that have
 * ended (C-10). Each step may be repeated, and a second look finds nothing. Answers of how many pairs something was deleted.
 */
export const forgetPairTexts = async (deps: Deps): Promise<number> => {
  // Keys are read first: whose key is found is then found among the pairs, too, and taken for no other than it is.
  const withKey = new Set(await deps.agreements.withKey());
  const now = deps.clock.now();
  let forgotten = 0;
  for (const round of await deps.rounds.list()) {
    const ended = withKey.size === 0 ? [] : endedPairs(round, await deps.rounds.pairs(round.id), now).filter((id) => withKey.has(id));
    const sharing = isPastKeeping(round, now) ? [...(await sharingPairs(deps, round))] : [];
    for (const id of ended.filter((one) => !sharing.includes(one))) await deps.agreements.destroyKey(id);
    for (const id of sharing) await forgetPair(deps, round, id);
    forgotten += sharing.length;
  }
  return forgotten;
};
