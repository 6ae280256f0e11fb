import { useQuery } from '@tanstack/react-query';
import type { Callable } from '../api.js';
import { mayRetry } from '../refusal.js';
import { useSession } from '../session.js';

type Asking<Answer> = {
  readonly key: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly enabled?: boolean;
  /** Milliseconds until the next asking, by what was last answered; false to leave it. */
  readonly every?: (answer: Answer | undefined) => number | false;
  /** Milliseconds for which an answer counts as fresh. */
  readonly fresh?: number;
};

/** Asks the bot for something and keeps the answer under its key. */
export const useAsked = <Answer>(route: Callable<Answer>, asking: Asking<Answer>) => {
  const { call } = useSession();
  return useQuery<Answer>({
    queryKey: asking.key,
    queryFn: ({ signal }) =>
      call<Answer>(route, {
        signal,
        ...(asking.params === undefined ? {} : { params: asking.params }),
        ...(asking.query === undefined ? {} : { query: asking.query }),
      }),
    enabled: asking.enabled ?? true,
    staleTime: asking.fresh ?? 5_000,
    retry: (count, fault) => count < 2 && mayRetry(fault),
    refetchInterval: (query) => asking.every?.(query.state.data) ?? false,
  });
};
