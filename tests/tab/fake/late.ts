import type { BoardProposal, OtherPartners } from '@coaching-pairs/shared/wire/board';
import type { MyQuestion } from '@coaching-pairs/shared/wire/mine';
import type { Named } from '@coaching-pairs/shared/wire/parts';

/** A pair that is asked to take somebody in. */
export type Third = { readonly proposalId: string; readonly pair: readonly Named[]; readonly third: Named; acceptedBy: readonly string[] };

type Announced = { readonly state: string; readonly people: readonly Named[]; readonly proposals: readonly BoardProposal[] };

/** As the bot does: once the pairs are announced, pairs of two of other functions. */
export const takingPairsOf = (round: Announced, id: string): OtherPartners['pairs'] => {
  const own = round.people.find((one) => one.id === id);
  if (round.state !== 'active' || own === undefined) return null;
  return round.proposals
    .filter(({ state, members }) => state === 'formed' && members.every((one) => one.functionName !== own.functionName))
    .slice(0, 2)
    .map((one) => ({ id: one.id, members: one.members, reasons: [`The first pair between ${own.functionName ?? ''} and others`] }));
};

/** Everybody of the pair is asked; whoever has said yes reads that others have still to answer. */
export const thirdQuestionsOf = (thirds: readonly Third[], id: string): MyQuestion[] =>
  thirds
    .filter(({ pair }) => pair.some((one) => one.id === id))
    .map(({ proposalId, pair, third, acceptedBy }) => ({
      ...{ proposalId, partners: [...pair.filter((one) => one.id !== id), third], reasons: [], answerBy: '2026-12-18' },
      ...{ third, accepted: acceptedBy.includes(id) },
    }));
