import { type PairId, pairId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import type { Round } from '@coaching-pairs/shared/round/round';
import { type Settled, settlePair } from '@coaching-pairs/shared/round/settling';
import { settleTakingIn, takingPair } from '@coaching-pairs/shared/round/taking-in';
import type { RoundChange } from '../ports/rounds.js';
import { done } from './change-round.js';
import type { Deps } from './deps.js';
import type { Refusal } from './refusal.js';
import type { ReadScene } from './scene.js';

/** What is settled, the scene with all rows it was settled on, and what goes with a pair that ends by it. */
export type Formed = {
  readonly settled: Settled;
  readonly scene: ReadScene;
  readonly ends: { readonly pairs: RoundChange['pairs'] & {}; readonly rest: Pick<RoundChange, 'removedAgreements' | 'audit'> } | null;
};

/** The pair has taken somebody in: it ends, what it agreed is deleted, and its key is destroyed within the hour (C-10). */
const takenIn = async (deps: Deps, round: Round, scene: ReadScene, formed: Proposal, id: PairId): Promise<Result<Formed, Refusal>> => {
  const pair = await deps.rounds.pair(round.id, id);
  const proposal = pair === null ? null : await deps.rounds.proposal(round.id, pair.value.proposalId);
  if (pair === null || proposal === null) return err({ code: 'not-open', state: formed.state });
  const about = { formed, taking: { pair: pair.value, proposal: proposal.value }, id: pairId(formed.id), at: deps.clock.now() };
  const settled = settleTakingIn(round, scene, about);
  if (!settled.ok) return settled;
  return ok({
    settled: settled.value,
    scene: { ...scene, proposalOf: (one) => (one === proposal.value.id ? proposal : scene.proposalOf(one)) },
    ends: {
      pairs: [{ value: settled.value.ended, etag: pair.etag }],
      rest: {
        removedAgreements: await deps.agreements.names(round.id, id),
        audit: [done(deps, 'product', 'pair.end', { roundId: round.id, pairId: id })],
      },
    },
  });
};

/** The last yes: its people are a pair. Where two of them are one already, that one ends by it. */
export const formPair = async (deps: Deps, round: Round, scene: ReadScene, formed: Proposal): Promise<Result<Formed, Refusal>> => {
  const taking = takingPair(formed, scene.people);
  if (taking !== null) return takenIn(deps, round, scene, formed, taking);
  return ok({ settled: settlePair(scene, formed, pairId(formed.id), deps.clock.now()), scene, ends: null });
};
