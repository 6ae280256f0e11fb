import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../components/feedback.js';
import { keys } from '../../data/keys.js';
import { useChange } from '../../data/use-change.js';
import { useWords } from '../../session.js';

export type MatchAnswer = {
  readonly give: (answer: 'accept' | 'decline') => void;
  readonly running: boolean;
  readonly fault: unknown;
};

/** Says yes or no to one proposed match; `onDeclined` says what a no has done, where that is not the usual. */
export const useMatchAnswer = (roundId: string, proposalId: string, onDeclined?: () => void): MatchAnswer => {
  const { t } = useWords();
  const feedback = useFeedback();
  const change = useChange(routes.answerProposal, { answers: keys.me });
  return {
    give: (answer) =>
      change.mutate(
        { params: { roundId, proposalId }, body: { answer } },
        {
          onSuccess: () => {
            if (answer === 'decline' && onDeclined !== undefined) onDeclined();
            else feedback.done(answer === 'accept' ? t('tab.match.done.accepted') : t('tab.match.done.declined'));
          },
        },
      ),
    running: change.isPending,
    fault: change.error,
  };
};
