import type { Insights, PulseView, Resources } from '@coaching-pairs/shared/wire/closing';
import type { FakeRound } from './round.js';
import { now, overviewOf } from './round.js';
import type { Asked, World } from './world.js';

type Kept = { until: string | null; answered: Set<string>; result: PulseView['result']; wall: boolean; insights: Insights['insights'] };
const kept = new WeakMap<FakeRound, Kept>();
const keptOf = (round: FakeRound): Kept => {
  const known = kept.get(round) ?? { until: null, answered: new Set(), result: null, wall: false, insights: [] };
  kept.set(round, known);
  return known;
};

/** How the end of a round stands, there and wherever the round is shown. */
export const closingIs = (round: FakeRound, own: Partial<Kept>): void => {
  const { until, result, wall } = Object.assign(keptOf(round), own);
  round.closing = { pulse: until === null ? null : { until, open: result === null }, insightsWall: wall };
};

const pulseOf = (round: FakeRound, viewer: string): PulseView => {
  const { until, answered, result } = keptOf(round);
  const isOpen = until !== null && result === null;
  const turn = answered.has(viewer) ? 'answered' : 'to-answer';
  return {
    state: until === null ? 'not-opened' : isOpen ? 'open' : 'over',
    until,
    fewest: 7,
    mine: isOpen && round.answers.get(viewer) === 'joined' ? turn : 'not-asked',
    result,
  };
};

const wallOf = (round: FakeRound, viewer: string): Insights => {
  const { wall, insights } = keptOf(round);
  const mine = insights.map((one) => ({ ...one, mine: one.by.id === viewer }));
  return { open: wall, mayAdd: wall && mine.filter((one) => one.mine).length < 2, insights: wall ? mine : [] };
};

const resourcesOf = ({ rounds }: World, viewer: string): Resources => ({
  appId: 'app',
  rounds: rounds
    .filter(({ people }) => people.some(({ id }) => id === viewer))
    .map(({ id, plan, people }) => ({
      ...{ id, name: plan.name, chat: 'https://teams.microsoft.com/l/chat/0/0?users=people%40example.com' },
      organisers: people.filter((one) => one.id === plan.peoplePartnerId),
    })),
});

/** What the stand-in does for the routes about the end of a round, and for the resources. */
export const closingHandlers = (roundOf: (world: World, asked: Asked) => FakeRound) => ({
  resources: (world: World, { viewer }: Asked) => resourcesOf(world, viewer),
  pulse: (world: World, asked: Asked) => pulseOf(roundOf(world, asked), asked.viewer),
  answerPulse: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    keptOf(round).answered.add(asked.viewer);
    return pulseOf(round, asked.viewer);
  },
  openPulse: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    closingIs(round, { until: asked.body.until });
    return overviewOf(round, asked.viewer);
  },
  insights: (world: World, asked: Asked) => wallOf(roundOf(world, asked), asked.viewer),
  addInsight: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    const by = round.people.find(({ id }) => id === asked.viewer) ?? { id: asked.viewer, name: asked.viewer, functionName: null };
    const here = keptOf(round);
    here.insights = [{ id: `insight-${here.insights.length}`, by, text: asked.body.text, at: now, mine: true }, ...here.insights];
    return wallOf(round, asked.viewer);
  },
  withdrawInsight: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    const here = keptOf(round);
    here.insights = here.insights.filter(({ id }) => id !== asked.body.insightId);
    return wallOf(round, asked.viewer);
  },
  putUpWall: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    closingIs(round, { wall: true });
    return overviewOf(round, asked.viewer);
  },
  keepFor: (world: World, asked: Asked) => {
    const round = roundOf(world, asked);
    round.keptDays = asked.body.keptDays;
    return overviewOf(round, asked.viewer);
  },
});
