import { Leading, Pictures } from './leading.js';
import { get } from './route.js';

/** What a round leader sees of the round they lead, and the pictures of rounds for their administrators. */
export const leadingRoutes = {
  leading: get(
    'anyone',
    '/api/rounds/{roundId}/leading',
    Leading,
    'The round that I lead: who joined, pairs, the Awayday, the closing pulse',
  ),
  pictures: get(
    'administrator',
    '/api/admin/rounds/{roundId}/pictures',
    Pictures,
    'Functions that rounds have tied together, their days, and how many took part',
  ),
} as const;
