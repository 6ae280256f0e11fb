import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';

export type Pairs = readonly (readonly Named[])[];

const twosOf = (pairs: Pairs) => pairs.map(([one, other]) => ({ one: one?.id ?? '', other: other?.id ?? '' }));

/** Records of earlier partners that they may meet again, or takes it back. */
export const useRepeats = (roundId: string) => {
  const change = useChange(routes.allowRepeats, {
    answers: keys.board(roundId),
    outdates: [keys.overview(roundId), keys.boardPages(roundId)],
  });
  type Told = Parameters<typeof change.mutate>[1];
  return {
    running: change.isPending,
    error: change.error,
    reset: change.reset,
    say: (pairs: Pairs, allowed: boolean, told?: Told): void =>
      change.mutate({ params: { roundId }, body: { pairs: twosOf(pairs), allowed } }, told),
  };
};
