import { type Asked, type EngagementOnPaper, Refuse, type World } from './world.js';

const onPaper = (world: World): EngagementOnPaper => {
  world.engagement ??= { moves: [] };
  return world.engagement;
};

const there = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Refuse('There is no such thing.');
  return found;
};

export const engagementHandlers = {
  engagements: (world: World) => {
    const { engagement } = onPaper(world);
    if (engagement === undefined) return { engagements: [] };
    const { id, party, clients, state } = engagement;
    return { engagements: [{ id, party, clients, stage: state === 'enquiry' ? 'enquiry' : state === 'closed' ? 'over' : 'active' }] };
  },
  enquire: () => ({}),
  engagement: (world: World) => there(onPaper(world).engagement),
  changeEngagement: (world: World, { body }: Asked) => {
    onPaper(world).moves.push(body.change);
    return {};
  },
  sponsorView: (world: World) => there(onPaper(world).sponsor),
  acceptAsSponsor: (world: World) => there(onPaper(world).sponsor),
  coordinating: (world: World) => onPaper(world).coordinating ?? { engagements: [] },
  coordinateEngagement: (world: World) => onPaper(world).coordinating ?? { engagements: [] },
};
