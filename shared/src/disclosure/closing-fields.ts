import { all } from './rows.js';

/** The rows of the matrix for the closing pulse, the insights wall, and what the resources pages ask for. */
export const closingFields = {
  ...all('Resources.', 'own', ['appId', 'rounds[].id', 'rounds[].name', 'rounds[].chat']),
  'Resources.rounds[].organisers[]': 'round',
  ...all('PulseView.', 'round', ['state', 'until', 'fewest']),
  'PulseView.mine': 'pulse-turn',
  ...all('PulseView.result.', 'pulse-result', ['kind', 'answers', 'shares[].question', 'shares[].kind', 'shares[].yes']),
  ...all('Insights.', 'insight', [
    'open',
    'mayAdd',
    'insights[].id',
    'insights[].by',
    'insights[].text',
    'insights[].at',
    'insights[].mine',
  ]),
} as const;
