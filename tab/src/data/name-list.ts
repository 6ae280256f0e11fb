import { moreOf } from './use-paged.js';

/** A long list as far as it is loaded. */
export type NameList<Item> = {
  readonly items: readonly Item[];
  /** How many there are in all, loaded or not. */
  readonly total: number;
  /** Loads more of them; null where there are none, or they are on their way. */
  readonly more: (() => void) | null;
  readonly fault: unknown;
  readonly retry: () => void;
};

/** A list of which nothing is missing. */
export const wholeList = <Item>(items: readonly Item[]): NameList<Item> => ({
  items,
  total: items.length,
  more: null,
  fault: null,
  retry: () => undefined,
});

type Paged = Parameters<typeof moreOf>[0] & {
  readonly data: { readonly total: number } | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

/** A list of which the first came with its page; `items` are what is loaded of it since, if anything. */
export const pagedList = <Item>(
  found: Paged,
  items: readonly Item[] | undefined,
  first: readonly Item[],
  count: number,
): NameList<Item> => ({
  items: items ?? first,
  total: found.data?.total ?? count,
  more: moreOf(found),
  fault: found.isError ? found.error : null,
  retry: () => void found.refetch(),
});

/** Each once, though one may have moved from one page to the next meanwhile. */
export const once = <Item>(items: readonly Item[], idOf: (item: Item) => string): readonly Item[] => [
  ...new Map(items.map((item) => [idOf(item), item])).values(),
];

/** What one of several people is known by: two matches never hold the same. */
export const idsIn = ({ members }: { readonly members: readonly { readonly id: string }[] }): string =>
  members.map(({ id }) => id).join(' ');
