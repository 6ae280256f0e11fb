import { personId, type RoundId } from '@coaching-pairs/shared/ids';
import { ok, type Result } from '@coaching-pairs/shared/result';
import type { Proposal } from '@coaching-pairs/shared/round/proposal';
import { type BoardPage, type BoardView, boardPageSize } from '@coaching-pairs/shared/wire/board';
import type { Words } from '@coaching-pairs/shared/words/words';
import { type BoardLook, lookAtBoard, shownLeft, shownMatch } from './board-lists.js';
import type { Actor, Deps } from './deps.js';
import { folded } from './found-by-name.js';
import type { Refusal } from './refusal.js';

/** Which part of the board is wanted: a list, by part of somebody's name, after what; or where one person stands. */
export type BoardWanted = {
  readonly view: BoardView | 'left';
  readonly text?: string;
  /** Only drafts that were not among those before the last drafting. */
  readonly fresh?: boolean;
  readonly after?: string;
  readonly holding?: string;
};

/** The page after something; from the beginning where that is there no more. */
const pageOf = <Item>(items: readonly Item[], idOf: (item: Item) => string, after: string | undefined) => {
  const from = items.findIndex((item) => idOf(item) === after) + 1;
  const page = items.slice(from, from + boardPageSize);
  const last = page.at(-1);
  return { page, total: items.length, next: from + page.length < items.length && last !== undefined ? idOf(last) : null };
};

const holds =
  ({ index }: BoardLook, sought: string) =>
  (id: string): boolean =>
    index.people[index.placeOf.get(personId(id)) ?? -1]?.texts[0].includes(sought) === true;

/** Part of one list of the board, for an administrator of the round. */
export const boardPageOf = async (
  deps: Deps,
  words: Words,
  asked: { readonly roundId: RoundId; readonly actor: Actor },
  { view, text = '', fresh = false, after, holding }: BoardWanted,
): Promise<Result<BoardPage, Refusal>> => {
  const found = await lookAtBoard(deps, words, asked);
  if (!found.ok) return found;
  const { look, report, lists } = found.value;
  if (holding !== undefined) {
    const matches = lists.drafts.filter(({ memberIds }) => memberIds.some((id) => id === holding)).map((one) => shownMatch(look, one));
    const left = lists.left.filter((id) => id === holding).map((id) => shownLeft(look, report, id));
    return ok({ matches, left, total: matches.length + left.length, next: null });
  }
  const isSought = holds(look, folded(text.trim()));
  if (view === 'left') {
    const { page, ...rest } = pageOf(lists.left.filter(isSought), (id) => id, after);
    return ok({ matches: [], left: page.map((id) => shownLeft(look, report, id)), ...rest });
  }
  const wanted = ({ id, memberIds }: Proposal): boolean => (!fresh || look.fresh.has(id)) && memberIds.some(isSought);
  const { page, ...rest } = pageOf(lists[view].filter(wanted), ({ id }) => id, after);
  return ok({ matches: page.map((one) => shownMatch(look, one)), left: [], ...rest });
};
