import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useEnding } from './use-pair.js';

/** Until a question has closed and given the focus back, which is what shows the page behind it to screen readers again. */
const closingMs = 500;

/** The way out of a pair: without a reason, and with a plain word of who learns what. */
export const EndSection = ({ roundId, pair }: { readonly roundId: string; readonly pair: PairSpace }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const [ended, setEnded] = useState(false);
  const end = useEnding(() => {
    feedback.done(t('tab.pair.end.done'));
    setAsking(false);
    setEnded(true);
  });
  useEffect(() => {
    if (!ended) return undefined;
    const timer = setTimeout(() => go(`/round/${encodeURIComponent(roundId)}`, { replace: true }), closingMs);
    return () => clearTimeout(timer);
  }, [ended, go, roundId]);
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
          <li>{t('tab.pair.end.who')}</li>
          <li>{t('tab.pair.end.deleted')}</li>
          <li>{t('tab.pair.end.next', { count })}</li>
          <li>{t('tab.pair.end.final')}</li>
        </ul>
        {end.error !== null && <FaultBar fault={end.error} />}
      </ConfirmDialog>
    </Section>
  );
};
