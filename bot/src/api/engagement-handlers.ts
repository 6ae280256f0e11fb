import { engagementId, operationId, personId } from '@coaching-pairs/shared/ids';
import type { Result } from '@coaching-pairs/shared/result';
import { changeEngagement } from '../workflows/engagement/change-engagement.js';
import { assignTwoCoaches, coordinatingOf, putTwoForward, takeBackEnquiry, takeTwoBack } from '../workflows/engagement/coordinate.js';
import { myEngagements, openEnquiry } from '../workflows/engagement/enquire.js';
import { acceptSponsorTerms, sponsorViewOf } from '../workflows/engagement/sponsor.js';
import { engagementFor } from '../workflows/engagement/view.js';
import type { Refusal } from '../workflows/refusal.js';
import type { Call, Handlers } from './call.js';

type EngagementRoutes =
  | ('engagements' | 'enquire' | 'engagement' | 'changeEngagement')
  | ('sponsorView' | 'acceptAsSponsor' | 'coordinating' | 'coordinateEngagement');

const about = ({ actor, param }: Pick<Call<'engagement'>, 'actor' | 'param'>) => ({
  engagementId: engagementId(param('engagementId')),
  actor,
});

const coordinated = (call: Call<'coordinateEngagement'>): Promise<Result<null, Refusal>> => {
  const { opId, change } = call.body;
  const asked = { ...about(call), opId: operationId(opId) };
  if (change.kind === 'take-back') return takeBackEnquiry(call.deps, asked);
  if (change.kind === 'take-two-back') return takeTwoBack(call.deps, asked);
  const holdings = change.holdings.map(({ coachId, clientId }) => ({ coachId: personId(coachId), clientId: personId(clientId) }));
  if (change.kind === 'assign') return assignTwoCoaches(call.deps, { ...asked, holdings });
  return putTwoForward(call.deps, { ...asked, holdings, words: change.words });
};

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
    const done = await coordinated(call);
    return done.ok ? coordinatingOf(call.deps) : done;
  },
};
