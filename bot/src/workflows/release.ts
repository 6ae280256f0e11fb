import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import { type Proposal, partnersOf } from '@coaching-pairs/shared/round/proposal';
import type { Versioned } from '../ports/rounds.js';
import type { Deps } from './deps.js';

const free = async (
  deps: Deps,
  roundId: RoundId,
  proposal: Proposal,
  ids: readonly PersonId[],
): Promise<readonly Versioned<Participant>[]> => {
  const rows = await Promise.all(ids.map((id) => deps.rounds.participant(roundId, id)));
  return rows
    .filter((row) => row !== null)
    .filter(({ value }) => value.match.kind === 'open' && value.match.proposalId === proposal.id)
    .map(({ value, etag }) => ({ value: { ...value, match: { kind: 'reworking' } }, etag }));
};

/** Everybody of a proposal that comes to nothing, set free to be matched again; only whom this very proposal held. */
export const freedFrom = (deps: Deps, roundId: RoundId, proposal: Proposal): Promise<readonly Versioned<Participant>[]> =>
  free(deps, roundId, proposal, proposal.memberIds);

/** The same without the one who ended it, whose own row is written by the caller. */
export const releaseOthers = (
  deps: Deps,
  roundId: RoundId,
  proposal: Proposal,
  except: PersonId,
): Promise<readonly Versioned<Participant>[]> => free(deps, roundId, proposal, partnersOf(proposal.memberIds, except));
