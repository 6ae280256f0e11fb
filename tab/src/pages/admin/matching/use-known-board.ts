import type { Board, BoardLeft, BoardProposal } from '@coaching-pairs/shared/wire/board';
import { usePlaces } from '../../../data/board-pages.js';
import type { KnownBoard } from './selection.js';

const noPlaces: readonly string[] = [];

/**
 * All drafts and people left over that are loaded, and where whoever is chosen stands, though a search may have taken them out of sight.
 * What comes with the board itself is the newest and goes first.
 */
export const useKnownBoard = (
  roundId: string,
  board: Board,
  shown: { readonly drafts: readonly BoardProposal[]; readonly left: readonly BoardLeft[] },
  chosen: readonly string[],
): KnownBoard => {
  const isWhole = board.drafts.length === board.counts.drafts && board.left.length === board.counts.left;
  const places = usePlaces(roundId, isWhole ? noPlaces : chosen);
  if (isWhole) return board;
  return { drafts: [...board.drafts, ...shown.drafts, ...places.matches], left: [...board.left, ...shown.left, ...places.left] };
};
