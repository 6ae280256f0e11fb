import { awaydayFields } from './awayday-fields.js';
import { all } from './rows.js';

const map = ['functions[].name', 'functions[].people', 'functions[].functions', 'ties[].one', 'ties[].other', 'ties[].count'] as const;
const timeLine = ['timeLine[].kind', 'timeLine[].on', 'timeLine[].stage'] as const;

/** The rows of the matrix for a round leader's page and for the pictures; what a picture tells follows from the announced pairs. */
export const leadingFields = {
  ...all('Leading.', 'round', ['id', 'name', 'state', 'startsOn', 'endsOn', 'peoplePartner', ...timeLine]),
  'Leading.page.joined[]': 'joined',
  ...all('Leading.page.proposed[].', 'proposed-match', ['members[]', 'formed']),
  'Leading.page.beingReworked[]': 'being-reworked',
  'Leading.page.insightsScript': 'leading',
  'Leading.pairs[][]': 'pair',
  ...all('Leading.map.', 'ties', map),
  ...all('Leading.awayday.', 'round', awaydayFields),
  ...all('Leading.pulse.', 'round', ['state', 'until', 'fewest']),
  ...all('Leading.pulse.result.', 'pulse-result', ['kind', 'answers', 'shares[].question', 'shares[].kind', 'shares[].yes']),
  ...all('Pictures.', 'round', ['id', 'name', ...timeLine]),
  ...all('Pictures.rounds[].', 'organising', ['id', 'name', 'startsOn', 'population', 'joined', 'pairs']),
  ...all('Pictures.rounds[].map.', 'ties', map),
} as const;
