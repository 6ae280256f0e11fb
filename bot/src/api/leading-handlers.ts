import { roundId } from '@coaching-pairs/shared/ids';
import { leadingOf } from '../workflows/leading/leading.js';
import { picturesOf } from '../workflows/leading/pictures.js';
import type { Handlers } from './call.js';

/** A round leader's page, and the pictures for administrators. */
export const leadingHandlers: Pick<Handlers, 'leading' | 'pictures'> = {
  leading: ({ deps, actor, param }) => leadingOf(deps, { roundId: roundId(param('roundId')), actor }),
  pictures: ({ deps, actor, param }) => picturesOf(deps, { roundId: roundId(param('roundId')), actor }),
};
