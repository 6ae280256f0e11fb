import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { Named } from '@coaching-pairs/shared/wire/parts';

/** As much of a round as tells of its pairs. */
type Announced = { readonly state: string; readonly proposals: readonly BoardProposal[] };

export const isAnnounced = ({ state }: Pick<Announced, 'state'>): boolean => ['active', 'awayday', 'closed'].includes(state);

/** The pairs as announced; none before. */
export const pairsOf = (round: Announced): readonly (readonly Named[])[] =>
  isAnnounced(round) ? round.proposals.filter(({ state }) => state === 'formed').map(({ members }) => members) : [];
