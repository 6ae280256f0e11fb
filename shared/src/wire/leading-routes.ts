import { Leading, LeadingList, Pictures, RoundPairs } from './leading.js';
import { get } from './route.js';

/** What a round leader sees of the round they lead, and the pictures of rounds for their administrators. */
export const leadingRoutes = {
  leading: get(
    'anyone',
    '/api/rounds/{roundId}/leading',
    Leading,
    'The round that I lead: who joined, pairs, the Awayday, the closing pulse',
  ),
  leadingList: get(
    'anyone',
    '/api/rounds/{roundId}/leading/list',
    LeadingList,
    'Who joined the round that I lead, or its matches, a page at a time (query: view, q, after)',
  ),
  roundPairs: get(
    'anyone',
    '/api/rounds/{roundId}/pairs',
    RoundPairs,
    'The announced pairs of a round that I have joined or lead, a page at a time (query: q, after)',
  ),
  pictures: get(
    'administrator',
    '/api/admin/rounds/{roundId}/pictures',
    Pictures,
    'Functions that rounds have tied together, their days, and how many took part',
  ),
} as const;
