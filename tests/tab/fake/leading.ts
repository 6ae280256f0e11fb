import { personId } from '@coaching-pairs/shared/ids';
import { tieMapOf } from '@coaching-pairs/shared/pictures/ties';
import type { Leading, Pictures } from '@coaching-pairs/shared/wire/leading';
import { closingHandlers } from './closing.js';
import { type FakeRound, joinedOf, leaderPageOf } from './round.js';
import { type Asked, named, Refuse, type World } from './world.js';

const isAnnounced = ({ state }: FakeRound): boolean => ['active', 'awayday', 'closed'].includes(state);

const pairsOf = (round: FakeRound) =>
  isAnnounced(round) ? round.proposals.filter(({ state }) => state === 'formed').map(({ members }) => members) : [];

const mapOf = (round: FakeRound) => {
  const functions = round.people.flatMap(({ id, functionName }) => (functionName === null ? [] : [[personId(id), functionName] as const]));
  const { functions: nodes, ties } = tieMapOf(
    pairsOf(round).map((members) => members.map(({ id }) => personId(id))),
    new Map(functions),
  );
  return { functions: [...nodes], ties: [...ties] };
};

const timeLineOf = ({ plan, kickOff, state }: FakeRound): Leading['timeLine'] => [
  { kind: 'kick-off', on: kickOff?.on ?? plan.answersBy, stage: 'past' },
  { kind: 'answers-by', on: plan.answersBy, stage: 'past' },
  { kind: 'start', on: plan.startsOn, stage: state === 'active' ? 'past' : 'ahead' },
  { kind: 'end', on: plan.endsOn, stage: state === 'closed' ? 'past' : 'ahead' },
];

const picturesOf = ({ rounds }: World, round: FakeRound): Pictures => ({
  ...{ id: round.id, name: round.plan.name, timeLine: timeLineOf(round) },
  rounds: rounds.filter(isAnnounced).map((one) => ({
    ...{ id: one.id, name: one.plan.name, startsOn: one.plan.startsOn },
    ...{ population: one.people.length, joined: joinedOf(one).length, pairs: pairsOf(one).length, map: mapOf(one) },
  })),
});

/** What the stand-in does for a round leader's page and for the pictures. */
export const leadingHandlers = (roundOf: (world: World, asked: Asked) => FakeRound) => ({
  pictures: (world: World, asked: Asked) => picturesOf(world, roundOf(world, asked)),
  leading: (world: World, asked: Asked): Leading => {
    const round = roundOf(world, asked);
    if (round.plan.leaderId !== asked.viewer) throw new Refuse('There is no such round, or it is not yours to see.', 'not-found', 404);
    const { mine: _mine, ...pulse } = closingHandlers(roundOf).pulse(world, asked);
    const { name, startsOn, endsOn } = round.plan;
    return {
      ...{ id: round.id, name, state: round.state, startsOn, endsOn, pulse },
      peoplePartner: named(world, round.plan.peoplePartnerId),
      timeLine: timeLineOf(round),
      page: leaderPageOf(round),
      pairs: pairsOf(round).map((members) => [...members]),
      map: isAnnounced(round) ? mapOf(round) : null,
      awayday: round.awayday?.plan ?? null,
    };
  },
});
