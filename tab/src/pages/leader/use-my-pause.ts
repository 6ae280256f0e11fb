import { plainDate } from '@coaching-pairs/shared/ids';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useFeedback } from '../../components/feedback.js';
import { keys } from '../../data/keys.js';
import { useChange } from '../../data/use-change.js';
import { useWords } from '../../session.js';

/** Silences my reminders until a day, or takes that back; what was done is told. */
export const useMyPause = () => {
  const { t, date } = useWords();
  const feedback = useFeedback();
  const change = useChange(routes.pauseReminders, { answers: keys.me });
  const set = (until: string | null, done: () => void): void =>
    change.mutate(
      { body: { until } },
      {
        onSuccess: () => {
          feedback.done(until === null ? t('tab.pause.over') : t('tab.pause.done', { date: date(plainDate(until)) }));
          done();
        },
      },
    );
  return { set, running: change.isPending, fault: change.error };
};
export type MyPause = ReturnType<typeof useMyPause>;
