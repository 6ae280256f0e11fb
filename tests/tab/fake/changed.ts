import type { BoardProposal } from '@coaching-pairs/shared/wire/board';
import type { FakeRound } from './round.js';
import { type Asked, type Handler, Refuse, roundOf, type World } from './world.js';

export const proposalOf = (round: FakeRound, id: string | undefined): BoardProposal => {
  const found = round.proposals.find((one) => one.id === id);
  if (found === undefined) throw new Refuse('This match has changed in the meantime. Please look again.');
  return found;
};
/** Changes the round that is asked about, and answers what is shown of it then. */
export const changed =
  (change: (round: FakeRound, asked: Asked, world: World) => void, shown: Handler): Handler =>
  (world, asked) => {
    change(roundOf(world, asked), asked, world);
    return shown(world, asked);
  };
