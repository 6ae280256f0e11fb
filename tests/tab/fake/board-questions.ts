import type { Board, OtherPartners } from '@coaching-pairs/shared/wire/board';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { takingPairsOf } from './late.js';
import { type FakeRound, freeOf, joinedOf } from './round.js';

export type Pair = [Named, Named];

/** Whoever works elsewhere, in the order of the list; each costs one point more. */
export const othersFor = (round: FakeRound, id: string): OtherPartners => {
  const all = joinedOf(round);
  const own = all.find((one) => one.id === id);
  const present = round.proposals.find(({ state, members }) => state === 'draft' && members.some((one) => one.id === id))?.members ?? [];
  const others = (round.state === 'active' ? freeOf(round) : all).filter(
    (one) => one.functionName !== own?.functionName && !present.some((member) => member.id === one.id),
  );
  return {
    others: others.slice(0, 5).map((person, place) => ({
      person,
      beside: round.proposals
        .filter(({ state, members }) => state === 'draft' && members.some(({ id: one }) => one === person.id))
        .flatMap(({ members }) => members.filter(({ id: one }) => one !== person.id)),
      reasons: [`The first pair between ${own?.functionName ?? ''} and ${person.functionName ?? ''}`, 'Same language: English'],
      cost: place === 0 ? 'Costs the other matches nothing.' : `All matches together lose ${place * 40} points of 8,120.`,
    })),
    note: 'The least costly first, with everybody else matched as well as possible. Nobody who is not listed costs less.',
    ruledOut: ['2 in one line of management', '1 of the same function'],
    pairs: takingPairsOf(round, id),
  };
};

const isOf = (pair: readonly Named[], members: readonly Named[]): boolean => members.every(({ id }) => pair.some((one) => one.id === id));

/** Lets earlier partners meet again, or no longer where `act` is null. */
export const allowRepeats = (round: FakeRound, pairs: readonly Pair[], act: Omit<Board['repeats'][number], 'members'> | null): void => {
  const others = round.repeats.filter(({ members }) => !pairs.some((pair) => isOf(pair, members)));
  round.repeats = act === null ? others : [...others, ...pairs.map((members) => ({ members, ...act }))];
  round.help = round.help.map((offer) =>
    offer.repeats.length === 0
      ? offer
      : { ...offer, done: offer.repeats.every((pair) => round.repeats.some((one) => isOf(pair, one.members))) },
  );
};
