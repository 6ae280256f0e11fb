import { CardPreviews, DryRun, LineBelow } from './opening.js';
import { get } from './route.js';

const round = '/api/admin/rounds/{roundId}';

/** Looking ahead before anybody is told of a round; none of these sends or changes anything. */
export const openingRoutes = {
  dryRun: get(
    'administrator',
    `${round}/dry-run`,
    DryRun,
    'What would become of each person if the next message went out now (query: q, from)',
  ),
  lineBelow: get('administrator', `${round}/people/{personId}/line`, LineBelow, 'Who of the population stands how far below somebody'),
  cardPreviews: get('administrator', `${round}/cards`, CardPreviews, 'The first messages of the round as the cards that people would read'),
} as const;
