import { all } from './rows.js';

/** Choosing partners in the open (tension 3). */
export const choosingFields = {
  ...all('ChoosingBoard.', 'round', ['roundName', 'stage', 'version']),
  ...all('ChoosingBoard.mine.', 'own', ['kind', 'proposalId', 'formedAt']),
  'ChoosingBoard.mine.partner': 'ask',
  'ChoosingBoard.mine.partners[]': 'pair',
  ...all('ChoosingBoard.questions[].', 'ask', ['proposalId', 'by', 'reasons[]']),
  'ChoosingBoard.possible[]': 'nominee',
  'ChoosingBoard.pairs[][]': 'pair',
  'ChoosingBoard.left': 'left',
  'ChoosingNews.version': 'round',
} as const;
