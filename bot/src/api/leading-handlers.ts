import { roundId } from '@coaching-pairs/shared/ids';
import { leadingViews } from '@coaching-pairs/shared/wire/leading';
import { leadingListFor, leadingOf } from '../workflows/leading/leading.js';
import { picturesOf } from '../workflows/leading/pictures.js';
import { roundPairsOf } from '../workflows/round-pairs.js';
import type { Call, Handlers } from './call.js';

type AnyCall = Pick<Call<'leading'>, 'actor' | 'param' | 'query' | 'queried'>;

const asked = ({ actor, param }: AnyCall) => ({ roundId: roundId(param('roundId')), actor });

const wantedBy = ({ query, queried }: AnyCall) => ({ text: query, ...(queried('after') === '' ? {} : { after: queried('after') }) });

/** A round leader's page, the announced pairs, and the pictures for administrators. */
export const leadingHandlers: Pick<Handlers, 'leading' | 'leadingList' | 'roundPairs' | 'pictures'> = {
  leading: (call) => leadingOf(call.deps, call.words, asked(call)),
  // A list that is not there is that of those who joined.
  leadingList: (call) => {
    const view = leadingViews.find((one) => one === call.queried('view')) ?? 'joined';
    return leadingListFor(call.deps, call.words, asked(call), { view, ...wantedBy(call) });
  },
  roundPairs: (call) => roundPairsOf(call.deps, call.words, asked(call), wantedBy(call)),
  pictures: (call) => picturesOf(call.deps, asked(call)),
};
