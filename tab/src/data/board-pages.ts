import type { Board, BoardLeft, BoardPage, BoardProposal, BoardView } from '@coaching-pairs/shared/wire/board';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { type InfiniteData, useQueries } from '@tanstack/react-query';
import { useSession } from '../session.js';
import { keys } from './keys.js';
import { type NameList, once, pagedList, wholeList } from './name-list.js';
import { usePaged } from './use-paged.js';
import { shortPause, useSettled } from './use-settled.js';

/** Which part of a list is wanted: by part of a name, and of the drafts only those that the last drafting has made. */
export type BoardAsked = { readonly text?: string; readonly fresh?: boolean };

/** Milliseconds after which what is loaded of a long list is looked at again. */
const lookAgain = 30_000;

const joined = ({ pages }: InfiniteData<BoardPage>) => ({
  matches: once(
    pages.flatMap((page) => page.matches),
    ({ id }) => id,
  ),
  left: once(
    pages.flatMap((page) => page.left),
    ({ person }) => person.id,
  ),
  total: pages.at(-1)?.total ?? 0,
});

const usePages = (roundId: string, view: BoardView | 'left', { text = '', fresh = false }: BoardAsked, enabled: boolean) => {
  const q = useSettled(text.trim(), shortPause);
  const query = { view, ...(q === '' ? {} : { q }), ...(fresh ? { fresh: 'yes' } : {}) };
  return usePaged(routes.boardPage, { key: keys.boardPages(roundId), roundId, query, joined, every: lookAgain, enabled });
};

const holdsName = (text: string): ((one: { readonly name: string }) => boolean) => {
  const sought = text.trim().toLocaleLowerCase();
  return ({ name }) => name.toLocaleLowerCase().includes(sought);
};

/** One list of matches. A short one came with the board and is narrowed here; a long one is narrowed by the bot, a page at a time. */
export const useBoardList = (roundId: string, board: Board, view: BoardView, asked: BoardAsked): NameList<BoardProposal> => {
  const isWhole = board[view].length === board.counts[view];
  const found = usePages(roundId, view, asked, !isWhole);
  if (!isWhole) return pagedList(found, found.data?.matches, board[view], board.counts[view]);
  const holds = holdsName(asked.text ?? '');
  return wholeList(board[view].filter((one) => (asked.fresh !== true || one.fresh) && one.members.some(holds)));
};

/** Who is left over; a short list stays in sight whatever is searched for. */
export const useLeftList = (roundId: string, board: Board, text: string): NameList<BoardLeft> => {
  const isWhole = board.left.length === board.counts.left;
  const found = usePages(roundId, 'left', { text }, !isWhole);
  return isWhole ? wholeList(board.left) : pagedList(found, found.data?.left, board.left, board.counts.left);
};

/** Where these people stand on the board. */
export const usePlaces = (roundId: string, ids: readonly string[]): Pick<BoardPage, 'matches' | 'left'> => {
  const { call } = useSession();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...keys.boardPages(roundId), 'with', id],
      queryFn: () => call<BoardPage>(routes.boardPage, { params: { roundId }, query: { with: id } }),
      staleTime: 5_000,
    })),
    combine: (asked) => ({
      matches: asked.flatMap(({ data }) => data?.matches ?? []),
      left: asked.flatMap(({ data }) => data?.left ?? []),
    }),
  });
};
