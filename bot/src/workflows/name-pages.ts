import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import { folded } from './found-by-name.js';
import type { PeopleIndex } from './people-index.js';

/** A page of a list in the order of names: how many are on all pages, and after whom the next one begins; null after the last. */
export type NamePage<Item> = { readonly page: readonly Item[]; readonly total: number; readonly next: PersonId | null };

/** Which part of a list is wanted: by part of a name, and after whom the page begins. */
export type NamesWanted = { readonly text?: string; readonly after?: string };

type Listed<Item> = {
  readonly items: readonly Item[];
  /** Whom an item is about; it stands where the first of them by name does. */
  readonly idsOf: (item: Item) => readonly PersonId[];
  readonly most: number;
};

/**
 * The page after somebody, of those items of which one name holds the text; from the beginning where that person belongs to the round no
 * more. Items that begin with the same person stay on one page, which may therefore be a little longer than `most`.
 */
export const pageByName = <Item>(
  { people, placeOf }: PeopleIndex,
  { items, idsOf, most }: Listed<Item>,
  { text = '', after }: NamesWanted,
): NamePage<Item> => {
  const sought = folded(text.trim());
  const placed = (id: PersonId): number => placeOf.get(id) ?? -1;
  const isSought = (id: PersonId): boolean => people[placed(id)]?.texts[0].includes(sought) === true;
  const found = (sought === '' ? items : items.filter((item) => idsOf(item).some(isSought)))
    .map((item) => ({ item, place: Math.min(...idsOf(item).map(placed)) }))
    .sort((one, other) => one.place - other.place);
  const last = after === undefined ? -1 : placed(personId(after));
  const from = found.findIndex(({ place }) => place > last);
  const rest = from < 0 ? [] : found.slice(from);
  const isSplit = (at: number): boolean => at < rest.length && rest[at]?.place === rest[at - 1]?.place;
  let count = Math.min(most, rest.length);
  while (isSplit(count)) count += 1;
  const end = rest[count - 1];
  const next = count < rest.length && end !== undefined ? (people[end.place]?.participant.personId ?? null) : null;
  return { page: rest.slice(0, count).map(({ item }) => item), total: found.length, next };
};
