import type { Cost } from '../matching/cost.js';
import type { Words } from './words.js';

/** More functions than this are not named. */
const mostFunctions = 3;

/** The functions that would be short of a partner, with by how many: named where they account for just those who stay alone. */
const shortText = (words: Words, { unpaired, short }: Cost): string | null => {
  const named = short.flatMap(({ functionName, count }) => (functionName === null ? [] : [{ functionName, count }]));
  const accounted = named.reduce((sum, { count }) => sum + count, 0);
  if (accounted !== unpaired || named.length < short.length || named.length > mostFunctions) return null;
  return words.list(named.map((one) => words.t('board.cost.shortOf', one)));
};

/** What keeping two people together costs all matches together, for an organiser: people without a match before points. */
export const costText = (words: Words, cost: Cost): string => {
  const { unpaired, leaderAlone, points, ofPoints } = cost;
  if (unpaired > 0) {
    const functions = shortText(words, cost);
    return functions === null ? words.t('board.cost.unpaired', { unpaired }) : words.t('board.cost.short', { unpaired, functions });
  }
  if (leaderAlone) return words.t('board.cost.leaderAlone');
  return points > 0 ? words.t('board.cost.points', { points, all: ofPoints }) : words.t('board.cost.none');
};

/** The same for one line of a list that says already what it is about. */
export const shortCostText = (words: Words, cost: Cost): string => {
  const { unpaired, leaderAlone, points, ofPoints } = cost;
  if (unpaired > 0) {
    const functions = shortText(words, cost);
    return functions === null ? words.t('board.others.unpaired', { unpaired }) : words.t('board.others.short', { unpaired, functions });
  }
  if (leaderAlone) return words.t('board.others.leaderAlone');
  return points > 0 ? words.t('board.others.points', { points, all: ofPoints }) : words.t('board.others.free');
};
