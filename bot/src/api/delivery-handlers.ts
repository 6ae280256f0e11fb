import { roundId } from '@coaching-pairs/shared/ids';
import { deliveryReportOf } from '../workflows/delivery-report.js';
import { type Dealing, dealWithUndelivered } from '../workflows/undelivered.js';
import type { Call, Handlers } from './call.js';
import { asked } from './round-handlers.js';

type DeliveryRoutes = 'delivery' | 'retryMessages' | 'dropMessages';

const report = ({ deps, actor, param }: Pick<Call<'delivery'>, 'deps' | 'actor' | 'param'>) =>
  deliveryReportOf(deps, { roundId: roundId(param('roundId')), actor });

type AnyDealing = Pick<Call<'retryMessages'>, 'deps' | 'words' | 'actor' | 'param' | 'body'>;

const dealing = (what: Dealing) => async (call: AnyDealing) => {
  const dealt = await dealWithUndelivered(call.deps, what, { ...asked(call), which: call.body.which });
  return dealt.ok ? report(call) : dealt;
};

/** What became of the messages of a round, and what is to become of those that were given up. */
export const deliveryHandlers: Pick<Handlers, DeliveryRoutes> = {
  delivery: report,
  retryMessages: dealing('retry'),
  dropMessages: dealing('drop'),
};
