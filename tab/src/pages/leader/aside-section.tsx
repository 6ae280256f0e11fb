import { plainDate } from '@coaching-pairs/shared/ids';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { DoButton } from '../../components/do-button.js';
import { FaultBar } from '../../components/fault-bar.js';
import { useFeedback } from '../../components/feedback.js';
import { Section } from '../../components/section.js';
import { keys } from '../../data/keys.js';
import { useChange } from '../../data/use-change.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** That organisers have set me aside for a while, and the way to go on at once. */
export const AsideSection = ({ round }: { readonly round: MyRound }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const back = useChange(routes.comeBack, { answers: keys.me });
  if (round.pausedUntil === null || round.state === 'closed') return null;
  const onSuccess = (): void => feedback.done(t('tab.progress.mine.done'));
  return (
    <Section title={t('tab.progress.mine.title', { date: date(plainDate(round.pausedUntil)) })}>
      <p className={house.prose}>{t('tab.progress.mine.text')}</p>
      {back.error !== null && <FaultBar fault={back.error} />}
      <div className={house.actions}>
        <DoButton
          appearance="secondary"
          whyNot={null}
          running={back.isPending}
          onClick={() => back.mutate({ params: { roundId: round.id }, body: {} }, { onSuccess })}
        >
          {t('tab.progress.mine.back')}
        </DoButton>
      </div>
    </Section>
  );
};
