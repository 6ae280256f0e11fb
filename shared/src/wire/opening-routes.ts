import { CardPreviews, DryRun, LineBelow } from './opening.js';
import { OwnWords, TriedCard, TryOwnWords, WriteOwnWords } from './own-words.js';
import { get, post, put } from './route.js';

const round = '/api/admin/rounds/{roundId}';

/** Looking ahead before anybody is told of a round, and what its organisers say there. None of these sends anything. */
export const openingRoutes = {
  dryRun: get(
    'administrator',
    `${round}/dry-run`,
    DryRun,
    'What would become of each person if the next message went out now (query: q, from)',
  ),
  lineBelow: get('administrator', `${round}/people/{personId}/line`, LineBelow, 'Who of the population stands how far below somebody'),
  cardPreviews: get('administrator', `${round}/cards`, CardPreviews, 'The first messages of the round as the cards that people would read'),
  ownWords: get('administrator', `${round}/words`, OwnWords, 'What the organisers say on cards in their own words'),
  writeOwnWords: put('administrator', `${round}/words`, WriteOwnWords, OwnWords, 'Say something on a card, until it is sent'),
  tryOwnWords: post(
    'administrator',
    `${round}/words/card`,
    TryOwnWords,
    TriedCard,
    'The card as it would be with these words; nothing is kept',
  ),
} as const;
