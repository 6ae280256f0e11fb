import type { Words } from './words.js';

/** What keeping two people together costs all matches together, for an organiser: people without a match before points. */
export const costText = (
  words: Words,
  {
    unpaired,
    leaderAlone,
    points,
    ofPoints,
  }: { readonly unpaired: number; readonly leaderAlone: boolean; readonly points: number; readonly ofPoints: number },
): string => {
  if (unpaired > 0) return words.t('board.cost.unpaired', { unpaired });
  if (leaderAlone) return words.t('board.cost.leaderAlone');
  return points > 0 ? words.t('board.cost.points', { points, all: ofPoints }) : words.t('board.cost.none');
};
