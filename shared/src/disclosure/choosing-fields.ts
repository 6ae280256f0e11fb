import { all } from './rows.js';

const board = {
  ...all('', 'round', ['roundName', 'stage', 'version']),
  ...all('mine.', 'own', ['kind', 'proposalId', 'formedAt']),
  'mine.partner': 'ask',
  'mine.partners[]': 'pair',
  ...all('questions[].', 'ask', ['proposalId', 'by', 'reasons[]']),
  'possible[]': 'nominee',
  'pairs[][]': 'pair',
  left: 'left',
} as const;

const at = <Fact extends string>(prefix: string, fields: Readonly<Record<string, Fact>>): Readonly<Record<string, Fact>> =>
  Object.fromEntries(Object.entries(fields).map(([name, fact]) => [`${prefix}${name}`, fact]));

/** Choosing partners in the open (tension 3); news brings the same board. */
export const choosingFields = {
  ...at('ChoosingBoard.', board),
  ...at('ChoosingNews.board.', board),
  'ChoosingNews.version': 'round',
} as const;
