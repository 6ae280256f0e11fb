import { AddInsight, AnswerPulse, Insights, KeepFor, OpenPulse, PulseView, Resources, WithdrawInsight } from './closing.js';
import { Change, RoundOverview } from './rounds.js';
import { get, post, put } from './route.js';

const round = '/api/rounds/{roundId}';
const administered = '/api/admin/rounds/{roundId}';

/** The closing pulse, the insights wall, and what the resources pages ask for. */
export const closingRoutes = {
  resources: get('anyone', '/api/resources', Resources, 'Who organises the rounds I belong to, and by which app links are made'),

  pulse: get('anyone', `${round}/pulse`, PulseView, 'The closing pulse: whether I am asked, and what came of it when it is over'),
  answerPulse: post('anyone', `${round}/pulse`, AnswerPulse, PulseView, 'Answer the closing pulse, once and without a name'),
  openPulse: post('administrator', `${administered}/pulse`, OpenPulse, RoundOverview, 'Ask all who take part how it was, until a day'),

  insights: get('anyone', `${round}/insights`, Insights, 'The insights wall of a round I take part in'),
  addInsight: post('anyone', `${round}/insights`, AddInsight, Insights, 'Put an insight on the wall, with my name'),
  withdrawInsight: post('anyone', `${round}/insights/withdrawal`, WithdrawInsight, Insights, 'Take an insight of mine off the wall'),
  putUpWall: post('administrator', `${administered}/insights`, Change, RoundOverview, 'Put up the insights wall of a round'),

  keepFor: put('administrator', `${administered}/retention`, KeepFor, RoundOverview, 'Choose for how many days pairs keep what they share'),
} as const;
