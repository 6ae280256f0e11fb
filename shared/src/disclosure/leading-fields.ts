import { awaydayFields } from './awayday-fields.js';
import { all } from './rows.js';

const map = ['functions[].name', 'functions[].people', 'functions[].functions', 'ties[].one', 'ties[].other', 'ties[].count'] as const;
const timeLine = ['timeLine[].kind', 'timeLine[].on', 'timeLine[].stage'] as const;

/** The rows of the matrix for a round leader's page and for the pictures; what a picture tells follows from the announced pairs. */
export const leadingFields = {
  ...all('Leading.', 'round', ['id', 'name', 'state', 'startsOn', 'endsOn', 'peoplePartner', ...timeLine]),
  ...all('Leading.page.', 'joined', ['counts.joined', 'joined[]']),
  ...all('Leading.page.proposed[].', 'proposed-match', ['members[]', 'formed']),
  'Leading.page.counts.proposed': 'proposed-match',
  ...all('Leading.page.', 'being-reworked', ['counts.beingReworked', 'beingReworked[]']),
  'Leading.page.insightsScript': 'leading',
  // The same list tells who is being reworked, where that was asked for.
  ...all('LeadingList.', 'being-reworked', ['people[]', 'total', 'next']),
  ...all('LeadingList.matches[].', 'proposed-match', ['members[]', 'formed']),
  'Leading.pairCount': 'pair',
  ...all('RoundPairs.', 'pair', ['pairs[][]', 'total', 'next']),
  ...all('Leading.map.', 'ties', map),
  ...all('Leading.awayday.', 'round', awaydayFields),
  ...all('Leading.pulse.', 'round', ['state', 'until', 'fewest']),
  ...all('Leading.pulse.result.', 'pulse-result', ['kind', 'answers', 'shares[].question', 'shares[].kind', 'shares[].yes']),
  ...all('Pictures.', 'round', ['id', 'name', ...timeLine]),
  ...all('Pictures.rounds[].', 'organising', ['id', 'name', 'startsOn', 'population', 'joined', 'pairs']),
  ...all('Pictures.rounds[].map.', 'ties', map),
} as const;
