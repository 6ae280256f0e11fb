import { engagementId, operationId, personId } from '@coaching-pairs/shared/ids';
import { changeEngagement } from '../workflows/engagement/change-engagement.js';
import { assignTwoCoaches, coordinatingOf, takeBackEnquiry } from '../workflows/engagement/coordinate.js';
import { myEngagements, openEnquiry } from '../workflows/engagement/enquire.js';
import { acceptSponsorTerms, sponsorViewOf } from '../workflows/engagement/sponsor.js';
import { engagementFor } from '../workflows/engagement/view.js';
import type { Call, Handlers } from './call.js';

type EngagementRoutes =
  | ('engagements' | 'enquire' | 'engagement' | 'changeEngagement')
  | ('sponsorView' | 'acceptAsSponsor' | 'coordinating' | 'coordinateEngagement');

const about = ({ actor, param }: Pick<Call<'engagement'>, 'actor' | 'param'>) => ({
  engagementId: engagementId(param('engagementId')),
  actor,
});

/** Engagements of 2:2 Coaching. Each asks for itself who somebody is in it; the way here is closed while it is switched off. */
export const engagementHandlers: Pick<Handlers, EngagementRoutes> = {
  engagements: ({ deps, actor }) => myEngagements(deps, actor),
  enquire: async ({ deps, actor, body }) => {
    const { as, dyad } = body;
    const [clientIds, sponsorId] = [body.clientIds.map(personId), body.sponsorId === null ? null : personId(body.sponsorId)];
    const done = await openEnquiry(deps, { actor, opId: operationId(body.opId), as, dyad, clientIds, sponsorId });
    return done.ok ? { ok: true, value: {} } : done;
  },
  engagement: (call) => engagementFor(call.deps, about(call)),
  changeEngagement: async (call) => {
    const { opId, change } = call.body;
    const done = await changeEngagement(call.deps, { ...about(call), opId: operationId(opId), change });
    return done.ok ? { ok: true, value: {} } : done;
  },
  sponsorView: (call) => sponsorViewOf(call.deps, about(call)),
  acceptAsSponsor: async (call) => {
    const done = await acceptSponsorTerms(call.deps, { ...about(call), opId: operationId(call.body.opId), terms: call.body.terms });
    return done.ok ? sponsorViewOf(call.deps, about(call)) : done;
  },
  coordinating: ({ deps }) => coordinatingOf(deps),
  coordinateEngagement: async (call) => {
    const { opId, change } = call.body;
    const asked = { ...about(call), opId: operationId(opId) };
    const ids = change.kind === 'assign' ? change.holdings : [];
    const holdings = ids.map(({ coachId, clientId }) => ({ coachId: personId(coachId), clientId: personId(clientId) }));
    const done = await (change.kind === 'assign' ? assignTwoCoaches(call.deps, { ...asked, holdings }) : takeBackEnquiry(call.deps, asked));
    return done.ok ? coordinatingOf(call.deps) : done;
  },
};
