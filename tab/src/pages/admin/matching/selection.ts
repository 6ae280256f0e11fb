import type { Board, BoardProposal, OtherPartners } from '@coaching-pairs/shared/wire/board';

type OtherPartner = OtherPartners['others'][number];

/** As much of the board as is loaded. */
export type KnownBoard = { readonly [List in 'drafts' | 'left']: readonly Board[List][number][] };

/** What choosing these people on the board would do. */
export type Plan =
  | { readonly kind: 'one' }
  | { readonly kind: 'together' }
  /** One of them is locked into a match. */
  | { readonly kind: 'locked' }
  /** Two people change places; `groups` are the matches that would come of it. */
  | { readonly kind: 'swap'; readonly one: string; readonly other: string; readonly groups: readonly (readonly string[])[] }
  /** People without a match become one. */
  | { readonly kind: 'pair'; readonly groups: readonly (readonly string[])[] };

const draftOf = (board: KnownBoard, id: string): BoardProposal | undefined =>
  board.drafts.find((draft) => draft.members.some((one) => one.id === id));

const replaced = (draft: BoardProposal, gone: string, come: string): readonly string[] =>
  draft.members.map((one) => (one.id === gone ? come : one.id));

const swapOf = (board: KnownBoard, one: string, other: string): Plan => {
  const mine = draftOf(board, one);
  const theirs = draftOf(board, other);
  if (mine !== undefined && mine === theirs) return { kind: 'together' };
  if (mine?.locked === true || theirs?.locked === true) return { kind: 'locked' };
  const groups = [
    ...(mine === undefined ? [] : [replaced(mine, one, other)]),
    ...(theirs === undefined ? [] : [replaced(theirs, other, one)]),
  ];
  return { kind: 'swap', one, other, groups };
};

/** What is meant by having chosen these people; null for nobody. */
export const planFor = (board: KnownBoard, chosen: readonly string[]): Plan | null => {
  const [one, other] = chosen;
  if (one === undefined) return null;
  if (other === undefined) return { kind: 'one' };
  const allLeft = chosen.every((id) => draftOf(board, id) === undefined);
  return allLeft ? { kind: 'pair', groups: [chosen] } : swapOf(board, one, other);
};

/** Who is chosen after a press on somebody: a swap takes two, a match by hand up to three who have none. */
export const chosenAfter = (board: KnownBoard, chosen: readonly string[], id: string): readonly string[] => {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  const allLeft = [...chosen, id].every((one) => draftOf(board, one) === undefined);
  const most = allLeft ? 3 : 2;
  return [...chosen.slice(0, most - 1), id];
};

const partnerOf = (draft: BoardProposal | undefined, id: string): string | undefined => draft?.members.find((one) => one.id !== id)?.id;

/** Whom to choose so that the two come together: whoever is in the way changes places, or two without a match become one. */
export const bringingTogether = (board: KnownBoard, id: string, other: Pick<OtherPartner, 'person' | 'beside'>): readonly string[] => {
  const mine = partnerOf(draftOf(board, id), id);
  if (mine !== undefined) return [mine, other.person.id];
  return [id, other.beside[0]?.id ?? other.person.id];
};

/** The people who can be chosen, by id. */
export const namesOn = (board: KnownBoard): ReadonlyMap<string, string> =>
  new Map([...board.drafts.flatMap((draft) => draft.members), ...board.left.map((one) => one.person)].map((one) => [one.id, one.name]));
