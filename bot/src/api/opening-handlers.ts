import { personId, roundId } from '@coaching-pairs/shared/ids';
import { cardPreviewsOf } from '../workflows/card-previews.js';
import { dryRunOf } from '../workflows/dry-run.js';
import { lineBelow } from '../workflows/line-below.js';
import type { Call, Handlers } from './call.js';

const about = ({ actor, param }: Pick<Call<'dryRun'>, 'actor' | 'param'>) => ({ roundId: roundId(param('roundId')), actor });

/** How many were answered before; what is no such number is none. */
const passedOver = (text: string): number => (/^\d{1,5}$/u.test(text) ? Number(text) : 0);

/** Looking ahead before anybody is told of a round. */
export const openingHandlers: Pick<Handlers, 'dryRun' | 'lineBelow' | 'cardPreviews'> = {
  dryRun: (call) => dryRunOf(call.deps, call.words, { ...about(call), query: call.query, from: passedOver(call.queried('from')) }),
  lineBelow: (call) => lineBelow(call.deps, call.words, { ...about(call), personId: personId(call.param('personId')) }),
  cardPreviews: (call) => cardPreviewsOf(call.deps, call.words, { ...about(call), draw: call.draw }),
};
