import { plainDate } from '@coaching-pairs/shared/ids';
import { fewestAnswers } from '@coaching-pairs/shared/pulse/pulse';
import { daysAfter } from '@coaching-pairs/shared/time';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keys } from '../../../data/keys.js';
import { useToday } from '../../../data/me.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { whyNotNow } from './why-not-now.js';

/** Days for which it is open unless another last day is chosen. */
const usualDays = 14;

const Opening = ({ round, first }: { readonly round: RoundOverview; readonly first: string }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [until, setUntil] = useState(first);
  const [asking, setAsking] = useState(false);
  const open = useChange(routes.openPulse, { answers: keys.overview(round.id), outdates: [keys.me, keys.pulse(round.id)] });
  const onSuccess = (): void => {
    setAsking(false);
    feedback.done(t('tab.closing.pulse.opened'));
  };
  return (
    <>
      <Field className={house.field} label={t('tab.closing.pulse.until')} hint={<WhoReads text={t('tab.reads.round')} />} required>
        <Input type="date" value={until} onChange={(_event, { value }) => setUntil(value)} />
      </Field>
      <div className={house.actions}>
        <Button appearance="primary" disabledFocusable={until === ''} onClick={() => until !== '' && setAsking(true)}>
          {t('tab.closing.pulse.open')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={until === '' ? '' : t('tab.closing.pulse.sure', { date: date(plainDate(until)) })}
        confirm={t('tab.closing.pulse.open')}
        running={open.isPending}
        onConfirm={() => open.mutate({ params: { roundId: round.id }, body: { until } }, { onSuccess })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t('tab.closing.pulse.fixed')}</p>
        {open.error !== null && <FaultBar fault={open.error} />}
      </ConfirmDialog>
    </>
  );
};

/** The closing pulse of a round: opened once, with its last day (CP-96). */
export const PulseOpening = ({ round }: { readonly round: RoundOverview }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const today = useToday();
  const { pulse } = round;
  const not = whyNotNow(round);
  return (
    <Section title={t('tab.pulse.title')}>
      <p className={house.prose}>{t('tab.closing.pulse.text', { fewest: fewestAnswers })}</p>
      {pulse !== null && (
        <>
          <p className={house.prose}>
            {t(pulse.open ? 'tab.closing.pulse.isOpen' : 'tab.closing.pulse.wasOpen', { date: date(plainDate(pulse.until)) })}
          </p>
          <Link to={`/round/${encodeURIComponent(round.id)}/pulse`}>{t('tab.pulse.home.look')}</Link>
        </>
      )}
      {pulse === null && not !== null && <p className={`${house.prose} ${house.quiet}`}>{t(not)}</p>}
      {pulse === null && not === null && today !== null && <Opening round={round} first={daysAfter(plainDate(today), usualDays)} />}
    </Section>
  );
};
