import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { MyWishes } from '@coaching-pairs/shared/wire/wishes';
import type { FakeRound } from './round.js';
import type { Asked, World } from './world.js';

const kept = new WeakMap<FakeRound, Map<string, MyWishes>>();

type RoundOf = (world: World, asked: Asked) => FakeRound;

const shown = (round: FakeRound, viewer: string): MyWishes => {
  const open = round.state === 'inviting' && round.answers.get(viewer) === 'joined';
  return { ...(kept.get(round)?.get(viewer) ?? { closely: [], trusted: [] }), open };
};

/** What people name in private, kept for each of them as the product keeps it. */
export const wishHandlers = (roundOf: RoundOf) => {
  const myWishes = (world: World, asked: Asked): MyWishes => shown(roundOf(world, asked), asked.viewer);
  return {
    myWishes,
    saveWishes: (world: World, asked: Asked): MyWishes => {
      const round = roundOf(world, asked);
      const named = (ids: readonly string[]): Named[] => round.people.filter(({ id }) => ids.includes(id));
      const { closely, trusted } = asked.body;
      const all = kept.get(round) ?? new Map<string, MyWishes>();
      kept.set(round, all.set(asked.viewer, { open: true, closely: named(closely), trusted: named(trusted) }));
      return myWishes(world, asked);
    },
    peopleToName: (world: World, asked: Asked) => {
      const begins = ({ id, name }: Named) => id !== asked.viewer && name.toLowerCase().startsWith(asked.query.toLowerCase());
      return { people: roundOf(world, asked).people.filter(begins).slice(0, 20), more: 0 };
    },
  };
};
