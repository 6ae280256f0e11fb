import { routes } from '@coaching-pairs/shared/wire/routes';
import { useQueries } from '@tanstack/react-query';
import { keys } from '../../../data/keys.js';
import { useSession } from '../../../session.js';

export type Verdict = {
  readonly members: readonly string[];
  readonly allowed: boolean;
  readonly reasons: readonly string[];
  readonly cost: string | null;
};

/** What the rules say of each of these groups; null while that is being asked. */
export const useChecks = (roundId: string, groups: readonly (readonly string[])[]) => {
  const { call } = useSession();
  return useQueries({
    queries: groups.map((members) => ({
      queryKey: keys.check(roundId, members),
      queryFn: () => call(routes.checkPeople, { params: { roundId }, body: { memberIds: [...members] } }),
      staleTime: 5_000,
      retry: false,
    })),
    combine: (asked) => ({
      fault: asked.find((one) => one.error !== null)?.error ?? null,
      verdicts: asked.some((one) => one.data === undefined)
        ? null
        : asked.map(
            (one, place): Verdict => ({
              members: groups[place] ?? [],
              allowed: one.data?.allowed ?? false,
              reasons: one.data?.reasons ?? [],
              cost: one.data?.cost ?? null,
            }),
          ),
    }),
  });
};
