import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Callable } from '../api.js';
import { mayRetry } from '../refusal.js';
import { useSession } from '../session.js';

type Paging<Page, List> = {
  readonly key: readonly string[];
  readonly roundId: string;
  readonly query: Readonly<Record<string, string>>;
  /** What the pages that are there so far make together. */
  readonly joined: (data: InfiniteData<Page, string | null>) => List;
  /** Milliseconds after which what is loaded is looked at again; false to leave it. */
  readonly every: number | false;
  readonly enabled: boolean;
};

/** Asks for a long list of a round a page at a time; each page names where the next one begins. What was there stays in sight meanwhile. */
export const usePaged = <Page extends { readonly next: string | null }, List>(route: Callable<Page>, asking: Paging<Page, List>) => {
  const { call } = useSession();
  const { key, roundId, query, joined, every, enabled } = asking;
  return useInfiniteQuery({
    queryKey: [...key, JSON.stringify(query)],
    queryFn: ({ signal, pageParam }) =>
      call<Page>(route, { signal, params: { roundId }, query: pageParam === null ? query : { ...query, after: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: joined,
    staleTime: 5_000,
    placeholderData: keepPreviousData,
    retry: (count, fault) => count < 2 && mayRetry(fault),
    refetchInterval: every,
    enabled,
  });
};

/** Loads the next page; null where there is none, or it is on its way. */
export const moreOf = (found: {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}): (() => void) | null => (found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : null);
