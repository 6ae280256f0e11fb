import type { Coordinating, CoordinatingMove } from '@coaching-pairs/shared/wire/engagement';
import { moved, putForward } from './engagement-paper.js';
import { type Asked, type EngagementOnPaper, Refuse, type World } from './world.js';

const onPaper = (world: World): EngagementOnPaper => {
  world.engagement ??= { moves: [] };
  return world.engagement;
};

const there = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Refuse('There is no such thing.', 'not-found');
  return found;
};

const coordinated = ({ kind }: CoordinatingMove): Partial<Coordinating['engagements'][number]> => {
  if (kind === 'put-forward')
    return { ready: false, asked: { coaches: putForward.holdings.map(({ coach }) => coach), answersBy: putForward.answersBy } };
  if (kind === 'take-two-back') return { ready: true, asked: null };
  return { ready: false, state: kind === 'assign' ? 'discovery' : 'closed' };
};

export const engagementHandlers = {
  engagements: (world: World) => {
    const { engagement } = onPaper(world);
    if (engagement === undefined) return { engagements: [] };
    const { id, party, clients, state } = engagement;
    return { engagements: [{ id, party, clients, stage: state === 'enquiry' ? 'enquiry' : state === 'closed' ? 'over' : 'active' }] };
  },
  enquire: (world: World, { body }: Asked) => {
    const { opId: _opId, ...enquiry } = body;
    onPaper(world).enquiry = enquiry;
    return {};
  },
  engagement: (world: World) => there(onPaper(world).engagement),
  changeEngagement: (world: World, { viewer, body }: Asked) => {
    const paper = onPaper(world);
    paper.moves.push(body.change);
    paper.engagement = moved(there(paper.engagement), body.change, viewer);
    return {};
  },
  sponsorView: (world: World) => there(onPaper(world).sponsor),
  acceptAsSponsor: (world: World) => there(onPaper(world).sponsor),
  coordinating: (world: World) => onPaper(world).coordinating ?? { engagements: [] },
  coordinateEngagement: (world: World, { params, body }: Asked): Coordinating => {
    const paper = onPaper(world);
    const engagements = (paper.coordinating?.engagements ?? []).map((one) =>
      one.id === params.engagementId ? { ...one, ...coordinated(body.change) } : one,
    );
    paper.coordinated = body.change;
    paper.coordinating = { engagements };
    return paper.coordinating;
  },
};
