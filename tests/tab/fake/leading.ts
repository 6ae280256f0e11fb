import { personId } from '@coaching-pairs/shared/ids';
import { tieMapOf } from '@coaching-pairs/shared/pictures/ties';
import { type Leading, type LeadingList, namesPerPage, type Pictures, type RoundPairs } from '@coaching-pairs/shared/wire/leading';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { isAnnounced, pairsOf } from './announced.js';
import { closingHandlers } from './closing.js';
import { answerOf, type FakeRound, joinedOf, leaderListsOf } from './round.js';
import { type Asked, named, Refuse, type World } from './world.js';

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

const holds =
  (text: string) =>
  ({ name }: Named): boolean =>
    name.toLowerCase().includes(text.trim().toLowerCase());

/** The page after somebody, as the bot gives it. */
const pageAfter = <Item>(items: readonly Item[], idOf: (item: Item) => string, after: unknown) => {
  const from = items.findIndex((one) => idOf(one) === after) + 1;
  const page = items.slice(from, from + namesPerPage);
  const last = page.at(-1);
  return { page, total: items.length, next: from + page.length < items.length && last !== undefined ? idOf(last) : null };
};

const firstOf = (members: readonly Named[]): string => members[0]?.id ?? '';

/** Once the pairs are announced, only the matches that are not among these are proposed. */
const listsOf = (round: FakeRound) => {
  const { proposed, ...lists } = leaderListsOf(round);
  return { ...lists, proposed: proposed.filter(({ formed }) => !(formed && isAnnounced(round))) };
};

const pageOf = (round: FakeRound): Leading['page'] => {
  const { joined, proposed, beingReworked } = listsOf(round);
  const first = <Item>(items: readonly Item[]): Item[] => items.slice(0, namesPerPage);
  return {
    counts: { joined: joined.length, proposed: proposed.length, beingReworked: beingReworked.length },
    ...{ joined: first(joined), proposed: first(proposed), beingReworked: first(beingReworked), insightsScript: null },
  };
};

const listOf = (round: FakeRound, { query, queried = {} }: Asked): LeadingList => {
  const { joined, proposed, beingReworked } = listsOf(round);
  if (queried.view === 'proposed') {
    const found = proposed.filter(({ members }) => members.some(holds(query)));
    const { page, ...rest } = pageAfter(found, ({ members }) => firstOf(members), queried.after);
    return { people: [], matches: page, ...rest };
  }
  const people = queried.view === 'beingReworked' ? beingReworked : joined;
  const { page, ...rest } = pageAfter(people.filter(holds(query)), ({ id }) => id, queried.after);
  return { people: page, matches: [], ...rest };
};

const roundPairsOf = (round: FakeRound, { viewer, query, queried = {} }: Asked): RoundPairs => {
  const mayRead = answerOf(round, viewer) === 'joined' || round.plan.leaderId === viewer;
  const found = (mayRead ? pairsOf(round) : []).filter((members) => members.some(holds(query)));
  const { page, ...rest } = pageAfter(found, firstOf, queried.after);
  return { pairs: page.map((members) => [...members]), ...rest };
};

/** What the stand-in does for a round leader's page and for the pictures. */
export const leadingHandlers = (roundOf: (world: World, asked: Asked) => FakeRound) => ({
  pictures: (world: World, asked: Asked) => picturesOf(world, roundOf(world, asked)),
  leadingList: (world: World, asked: Asked) => listOf(roundOf(world, asked), asked),
  roundPairs: (world: World, asked: Asked) => roundPairsOf(roundOf(world, asked), asked),
  leading: (world: World, asked: Asked): Leading => {
    const round = roundOf(world, asked);
    if (round.plan.leaderId !== asked.viewer) throw new Refuse('There is no such round, or it is not yours to see.', 'not-found', 404);
    const { mine: _mine, ...pulse } = closingHandlers(roundOf).pulse(world, asked);
    const { name, startsOn, endsOn } = round.plan;
    return {
      ...{ id: round.id, name, state: round.state, startsOn, endsOn, pulse },
      peoplePartner: named(world, round.plan.peoplePartnerId),
      timeLine: timeLineOf(round),
      page: pageOf(round),
      pairCount: pairsOf(round).length,
      map: isAnnounced(round) ? mapOf(round) : null,
      awayday: round.awayday?.plan ?? null,
    };
  },
});
