import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useEnding } from './use-pair.js';

type EndSectionProps = {
  readonly roundId: string;
  readonly pair: PairSpace;
  readonly onEnded: () => void;
};

/** The way out of a pair: without a reason, and with a plain word of who learns what. */
export const EndSection = ({ roundId, pair, onEnded }: EndSectionProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const onBoard = useMe().data?.rounds.some(({ id, state }) => id === roundId && state === 'choosing') ?? false;
  const end = useEnding(() => {
    feedback.done(t(onBoard ? 'tab.pair.end.doneOnBoard' : 'tab.pair.end.done'));
    setAsking(false);
    onEnded();
  });
  const count = pair.members.length - 1;
  const names = list(pair.members.slice(1).map(({ name }) => name));
  const confirm = () => end.mutate({ params: { roundId }, body: { change: { kind: 'end' } } });
  return (
    <Section title={t('tab.pair.end.title')}>
      <p className={house.prose}>{t('tab.pair.end.text', { count })}</p>
      <div className={house.actions}>
        <Button onClick={() => setAsking(true)}>{t('tab.pair.end', { count })}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.pair.end.ask', { count })}
        confirm={t('tab.pair.end', { count })}
        cancel={t('tab.pair.end.back')}
        running={end.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <ul className={house.bullets}>
          <li>{t('tab.pair.end.learns', { names, count })}</li>
          <li>{t(onBoard ? 'tab.pair.end.whoOnBoard' : 'tab.pair.end.who')}</li>
          <li>{t('tab.pair.end.deleted')}</li>
          <li>{onBoard ? t('tab.pair.end.nextOnBoard') : t('tab.pair.end.next', { count })}</li>
          <li>{t('tab.pair.end.final')}</li>
        </ul>
        {end.error !== null && <FaultBar fault={end.error} />}
      </ConfirmDialog>
    </Section>
  );
};
