import type { DeliveryReport, UndeliveredMessage } from '@coaching-pairs/shared/wire/delivery';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';

/** Messages that are dealt with together: one, or all of its reason. */
export type Chosen = { readonly messages: readonly UndeliveredMessage[]; readonly all: boolean };

const whichOf = ({ messages: [first], all }: Chosen) =>
  all ? { kind: 'reason' as const, reason: first?.reason ?? ('other' as const) } : { kind: 'one' as const, messageId: first?.id ?? '' };

/** Sends again, or drops, and says so. */
export const useDealing = (roundId: string, dealing: 'retry' | 'drop') => {
  const { t } = useWords();
  const feedback = useFeedback();
  const route = dealing === 'retry' ? routes.retryMessages : routes.dropMessages;
  const change = useChange<DeliveryReport, { opId: string; which: ReturnType<typeof whichOf> }>(route, {
    answers: keys.delivery(roundId),
    outdates: [keys.overview(roundId), keys.people(roundId)],
  });
  const done = dealing === 'retry' ? 'tab.delivery.retried' : 'tab.delivery.dropped';
  return {
    change,
    deal: (chosen: Chosen, then?: () => void): void => {
      const onSuccess = (): void => {
        feedback.done(t(done, { count: chosen.messages.length }));
        then?.();
      };
      change.mutate({ params: { roundId }, body: { which: whichOf(chosen) } }, { onSuccess, onError: feedback.failed });
    },
  };
};
