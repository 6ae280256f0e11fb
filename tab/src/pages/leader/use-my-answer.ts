import { disclosureVersion } from '@coaching-pairs/shared/disclosure/who-sees-what';
import type { Me, MyRound } from '@coaching-pairs/shared/wire/mine';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../components/feedback.js';
import { keys } from '../../data/keys.js';
import { useChange } from '../../data/use-change.js';
import { useWords } from '../../session.js';

/** Gives or changes my answer to the invitation, with the version of "who sees what" that this page shows (C-01). */
export const useMyAnswer = (round: MyRound) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const change = useChange(routes.answerInvitation, {
    answers: keys.me,
    onDone: (me: Me) => {
      const joined = me.rounds.find((one) => one.id === round.id)?.answer === 'joined';
      feedback.done(joined ? t('tab.answer.done.joined') : t('tab.answer.done.out'));
    },
  });
  const give = (answer: 'joined' | 'sitting-out', onDone?: () => void): void =>
    change.mutate({ params: { roundId: round.id }, body: { answer, disclosureVersion } }, { onSuccess: () => onDone?.() });
  return { give, running: change.isPending, fault: change.error };
};
