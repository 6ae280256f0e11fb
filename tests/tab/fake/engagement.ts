import type { Coordinating } from '@coaching-pairs/shared/wire/engagement';
import { moved } from './engagement-paper.js';
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
      one.id === params.engagementId
        ? { ...one, ready: false, state: body.change.kind === 'assign' ? ('discovery' as const) : ('closed' as const) }
        : one,
    );
    paper.coordinated = body.change;
    paper.coordinating = { engagements };
    return paper.coordinating;
  },
};
