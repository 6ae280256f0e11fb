import { operationId, roundId } from '@coaching-pairs/shared/ids';
import { deliveryReportOf } from '../workflows/delivery-report.js';
import { dealWithAll, healthOf } from '../workflows/health.js';
import { type Dealing, dealWithUndelivered } from '../workflows/undelivered.js';
import type { Call, Handlers } from './call.js';
import { asked } from './round-handlers.js';

type DeliveryRoutes = 'delivery' | 'retryMessages' | 'dropMessages' | 'health' | 'retryEverywhere' | 'dropEverywhere';

const report = ({ deps, actor, param }: Pick<Call<'delivery'>, 'deps' | 'actor' | 'param'>) =>
  deliveryReportOf(deps, { roundId: roundId(param('roundId')), actor });

type AnyDealing = Pick<Call<'retryMessages'>, 'deps' | 'words' | 'actor' | 'param' | 'body'>;

const dealing = (what: Dealing) => async (call: AnyDealing) => {
  const dealt = await dealWithUndelivered(call.deps, what, { ...asked(call), which: call.body.which });
  return dealt.ok ? report(call) : dealt;
};

type DealingWithAll = Pick<Call<'retryEverywhere'>, 'deps' | 'actor' | 'body'>;

const dealingWithAll =
  (what: Dealing) =>
  async ({ deps, actor, body }: DealingWithAll) => {
    const dealt = await dealWithAll(deps, what, { opId: operationId(body.opId), actor, reason: body.reason });
    return dealt.ok ? healthOf(deps) : dealt;
  };

/** What became of the messages of a round or of all, and what is to become of those that were given up. */
export const deliveryHandlers: Pick<Handlers, DeliveryRoutes> = {
  delivery: report,
  retryMessages: dealing('retry'),
  dropMessages: dealing('drop'),
  health: ({ deps }) => healthOf(deps),
  retryEverywhere: dealingWithAll('retry'),
  dropEverywhere: dealingWithAll('drop'),
};
