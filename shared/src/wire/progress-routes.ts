import { Board, TakeIn } from './board.js';
import { Me } from './mine.js';
import { AskLate, MoveAnswerDay, PausePerson, Progress } from './progress.js';
import { Change } from './rounds.js';
import { get, post, put } from './route.js';

const round = '/api/admin/rounds/{roundId}';

/** How a round goes, and what organisers do when something comes up on the way. */
export const progressRoutes = {
  progress: get('administrator', `${round}/progress`, Progress, 'The share of pairs on their rhythm, last days, and who is set aside'),
  moveAnswerDay: put(
    'administrator',
    `${round}/proposals/answers-by`,
    MoveAnswerDay,
    Progress,
    'Give more time to everybody before whom a match lies',
  ),
  pausePerson: put('administrator', `${round}/pauses`, PausePerson, Progress, 'Set somebody aside until a day, or let them go on'),
  askLate: post('administrator', `${round}/late`, AskLate, Progress, 'Ask one more person to join a round under way'),
  takeIn: post(
    'administrator',
    `${round}/board/thirds`,
    TakeIn,
    Board,
    'Ask a pair, and somebody without a partner, whether they would be three',
  ),
  comeBack: post('anyone', '/api/rounds/{roundId}/return', Change, Me, 'Go on in a round in which organisers have set me aside'),
} as const;
