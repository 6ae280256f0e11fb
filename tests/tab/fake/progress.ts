import type { Board } from '@coaching-pairs/shared/wire/board';
import type { Me } from '@coaching-pairs/shared/wire/mine';
import type { Progress } from '@coaching-pairs/shared/wire/progress';
import { boardOf } from './board.js';
import { type FakeRound, tallyOf } from './round.js';
import { type Asked, meOf, named, type World } from './world.js';

export const progressOf = (world: World, round: FakeRound): Progress => {
  const { open } = tallyOf(round);
  return {
    ...{ name: round.plan.name, state: round.state },
    rhythm: round.rhythm ?? { kind: 'none', from: '2027-01-15' },
    matches: { open, firstDay: open === 0 ? null : '2026-11-30', from: '2026-11-20', to: '2027-01-19' },
    paused: [...(round.paused ?? [])].map(([id, until]) => ({ person: named(world, id), until })),
  };
};

/** What the stand-in does for the page on which organisers see how a round goes. */
export const progressHandlers = (roundOf: (world: World, asked: Asked) => FakeRound) => ({
  progress: (world: World, asked: Asked): Progress => progressOf(world, roundOf(world, asked)),
  moveAnswerDay: (world: World, asked: Asked): Progress => {
    const round = roundOf(world, asked);
    round.proposals = round.proposals.map((one) => (one.state === 'sent' ? { ...one, answerBy: asked.body.until } : one));
    return progressOf(world, round);
  },
  pausePerson: (world: World, asked: Asked): Progress => {
    const round = roundOf(world, asked);
    const { personId, until } = asked.body;
    const others = [...(round.paused ?? [])].filter(([id]) => id !== personId);
    round.paused = new Map(until === null ? others : [...others, [personId, until]]);
    return progressOf(world, round);
  },
  askLate: (world: World, asked: Asked): Progress => {
    const round = roundOf(world, asked);
    const person = world.everybody.find(({ id }) => id === asked.body.personId);
    if (person !== undefined) round.people = [...round.people, person];
    return progressOf(world, round);
  },
  takeIn: (world: World, asked: Asked): Board => {
    const round = roundOf(world, asked);
    const pair = round.proposals.find(({ id }) => id === asked.body.pairId)?.members ?? [];
    round.thirds = [{ proposalId: 'third', pair, third: named(world, asked.body.personId), acceptedBy: [] }];
    return boardOf(round, asked.viewer);
  },
  comeBack: (world: World, asked: Asked): Me => {
    roundOf(world, asked).paused?.delete(asked.viewer);
    return meOf(world, asked.viewer);
  },
});
