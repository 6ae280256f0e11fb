import { AnswerAsk, AskPartner, ChoosingBoard, ChoosingNews, PairInPerson } from './choosing.js';
import { Change, RoundOverview } from './rounds.js';
import { get, post } from './route.js';

const board = '/api/rounds/{roundId}/choosing';
const administered = '/api/admin/rounds/{roundId}/choosing';

/** Choosing partners in the open. The board is frozen by announcing the pairs. */
export const choosingRoutes = {
  choosingBoard: get('anyone', board, ChoosingBoard, 'The board on which partners are chosen in the open, as I see it'),
  choosingNews: get('anyone', `${board}/news`, ChoosingNews, 'Wait for my board to become another (query: q, the version that I have)'),
  askPartner: post('anyone', `${board}/asks`, AskPartner, ChoosingBoard, 'Ask somebody in private to be my partner'),
  answerAsk: post(
    'anyone',
    `${board}/asks/{proposalId}/answer`,
    AnswerAsk,
    ChoosingBoard,
    'Say yes or no to somebody who asks me, or take back my own ask',
  ),
  openChoosing: post('administrator', administered, Change, RoundOverview, 'Open the board on which partners are chosen'),
  pairInPerson: post('administrator', `${administered}/pairs`, PairInPerson, RoundOverview, 'Enter a pair that two have made in person'),
} as const;
