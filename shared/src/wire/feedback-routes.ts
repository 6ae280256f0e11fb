import { AskNames, DayFeedback, FeedbackBoard, FeedbackPeople, LockFeedback, MyFeedback, SaveFeedback, SwapFeedback } from './feedback.js';
import { WorkStarted } from './parts.js';
import { Change } from './rounds.js';
import { get, post, put } from './route.js';

const mine = '/api/rounds/{roundId}/feedback';
const board = '/api/admin/rounds/{roundId}/feedback';

/** The feedback pairs of the Awayday: two names from each, the pairs made of them, and what changes on the day (CP-81, CP-82). */
export const feedbackRoutes = {
  myFeedback: get('anyone', mine, MyFeedback, 'Whom I have named for the feedback pairs, and with whom I am'),
  saveFeedback: put('anyone', mine, SaveFeedback, MyFeedback, 'Say whether I take part in a feedback pair, and name two colleagues'),
  feedbackPeople: get('anyone', `${mine}/people`, FeedbackPeople, 'Whom I can name for a feedback pair, by the start of a name (query: q)'),

  feedbackBoard: get('administrator', board, FeedbackBoard, 'The feedback pairs, and how the wishes are met over all'),
  askNames: post('administrator', `${board}/names`, AskNames, WorkStarted, 'Ask everybody to name two colleagues for the Awayday'),
  moveNamesBy: put('administrator', `${board}/names`, AskNames, FeedbackBoard, 'Move the last day for names'),
  pairFeedback: post(
    'administrator',
    `${board}/pairs`,
    Change,
    WorkStarted,
    'Make the feedback pairs, or make them again around what is locked',
  ),
  lockFeedback: put('administrator', `${board}/pairs/lock`, LockFeedback, FeedbackBoard, 'Keep a feedback pair together, or no longer'),
  swapFeedback: post('administrator', `${board}/pairs/swap`, SwapFeedback, FeedbackBoard, 'Let two people change places'),
  announceFeedback: post('administrator', `${board}/announcement`, Change, WorkStarted, 'Tell everybody with whom they are'),
  changeFeedbackDay: post(
    'administrator',
    `${board}/day`,
    DayFeedback,
    FeedbackBoard,
    'Note who is not there or came, and pair the affected anew',
  ),
  undoFeedbackDay: post('administrator', `${board}/day/undo`, Change, FeedbackBoard, 'Take back the last change of the day'),
} as const;
