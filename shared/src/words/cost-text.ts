import type { Cost } from '../matching/cost.js';
import type { Words } from './words.js';

/** What keeping two people together costs all matches together, for an organiser: people without a match before points. */
export const costText = (words: Words, { unpaired, leaderAlone, points, ofPoints }: Cost): string => {
  if (unpaired > 0) return words.t('board.cost.unpaired', { unpaired });
  if (leaderAlone) return words.t('board.cost.leaderAlone');
  return points > 0 ? words.t('board.cost.points', { points, all: ofPoints }) : words.t('board.cost.none');
};

/** The same for one line of a list that says already what it is about. */
export const shortCostText = (words: Words, { unpaired, leaderAlone, points, ofPoints }: Cost): string => {
  if (unpaired > 0) return words.t('board.others.unpaired', { unpaired });
  if (leaderAlone) return words.t('board.others.leaderAlone');
  return points > 0 ? words.t('board.others.points', { points, all: ofPoints }) : words.t('board.others.free');
};
