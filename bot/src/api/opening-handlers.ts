import { operationId, personId, roundId } from '@coaching-pairs/shared/ids';
import { cardPreviewsOf, triedCard } from '../workflows/card-previews.js';
import { dryRunOf } from '../workflows/dry-run.js';
import { lineBelow } from '../workflows/line-below.js';
import { ownWordsOf, sayOnCard } from '../workflows/own-words.js';
import type { Call, Handlers } from './call.js';

const about = ({ actor, param }: Pick<Call<'dryRun'>, 'actor' | 'param'>) => ({ roundId: roundId(param('roundId')), actor });

/** How many were answered before; what is no such number is none. */
const passedOver = (text: string): number => (/^\d{1,5}$/u.test(text) ? Number(text) : 0);

type OpeningRoutes = 'dryRun' | 'lineBelow' | 'cardPreviews' | 'ownWords' | 'writeOwnWords' | 'tryOwnWords';

/** Looking ahead before anybody is told of a round, and what its organisers say there. */
export const openingHandlers: Pick<Handlers, OpeningRoutes> = {
  dryRun: (call) => dryRunOf(call.deps, call.words, { ...about(call), query: call.query, from: passedOver(call.queried('from')) }),
  lineBelow: (call) => lineBelow(call.deps, call.words, { ...about(call), personId: personId(call.param('personId')) }),
  cardPreviews: (call) => cardPreviewsOf(call.deps, call.words, { ...about(call), draw: call.draw }),
  ownWords: (call) => ownWordsOf(call.deps, about(call)),
  writeOwnWords: async (call) => {
    const { opId, card, text } = call.body;
    const written = await sayOnCard(call.deps, { ...about(call), opId: operationId(opId), card, text });
    return written.ok ? ownWordsOf(call.deps, about(call)) : written;
  },
  tryOwnWords: (call) => triedCard(call.deps, call.words, { ...about(call), draw: call.draw, ...call.body }),
};
