import type { PersonId, RoundId } from '@coaching-pairs/shared/ids';
import type { Participant } from '@coaching-pairs/shared/round/participation';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { letGo } from '@coaching-pairs/shared/round/settling';
import type { Versioned } from '../ports/rounds.js';
import type { Deps } from './deps.js';

/** The rows to be written when a match comes to nothing, and whose own match it was: who is told that it is being reworked. */
export type Released = { readonly participants: readonly Versioned<Participant>[]; readonly freed: readonly PersonId[] };

/** Everybody before whom a match lies that comes to nothing, but for `except`, whose row the caller writes. */
export const release = async (deps: Deps, roundId: RoundId, proposal: Proposal, except?: PersonId): Promise<Released> => {
  const ids = proposal.memberIds.filter((id) => id !== except);
  const rows = (await Promise.all(ids.map((id) => deps.rounds.participant(roundId, id)))).filter((row) => row !== null);
  const { people, freed } = letGo(
    rows.map(({ value }) => value),
    [proposal],
  );
  const etags = new Map(rows.map(({ value, etag }) => [value.personId, etag]));
  return { participants: people.map((value) => ({ value, etag: etags.get(value.personId) ?? '' })), freed };
};

/** The rows alone, where nobody is told, or all are. */
export const freedFrom = async (deps: Deps, roundId: RoundId, proposal: Proposal): Promise<readonly Versioned<Participant>[]> =>
  (await release(deps, roundId, proposal)).participants;
