import { plainDate } from '@coaching-pairs/shared/ids';
import { fewestKeptDays, longestKeptDays } from '@coaching-pairs/shared/retention/spans';
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
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type OfRound = { readonly round: RoundOverview };

const Choice = ({ round }: OfRound) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const { days, most } = round.kept;
  const [text, setText] = useState(String(days));
  const [asking, setAsking] = useState(false);
  const keep = useChange(routes.keepFor, { answers: keys.overview(round.id), outdates: [keys.me] });
  const wanted = Number(text);
  const isPossible = /^\d+$/u.test(text) && wanted >= fewestKeptDays && wanted <= most;
  const save = (): void =>
    keep.mutate(
      { params: { roundId: round.id }, body: { keptDays: wanted } },
      {
        onSuccess: () => {
          setAsking(false);
          feedback.done(t('tab.kept.done', { count: wanted }));
        },
      },
    );
  const range = t('tab.kept.between', { fewest: fewestKeptDays, most });
  return (
    <>
      <Field
        className={house.field}
        label={t('tab.kept.days')}
        hint={<WhoReads text={t('tab.reads.round')} />}
        {...(isPossible ? {} : { validationMessage: range })}
        required
      >
        <Input type="number" min={fewestKeptDays} max={most} value={text} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <p className={`${house.prose} ${house.small}`}>
        {range} {most < longestKeptDays || round.state !== 'draft' ? t('tab.kept.onlyShorter', { most }) : ''}
      </p>
      <div className={house.actions}>
        <Button disabledFocusable={!isPossible || wanted === days} onClick={() => isPossible && wanted !== days && setAsking(true)}>
          {t('tab.kept.save')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.kept.sure', { count: wanted })}
        confirm={t('tab.kept.save')}
        running={keep.isPending}
        onConfirm={save}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>{t(round.state === 'draft' ? 'tab.kept.sure.draft' : 'tab.kept.sure.text')}</p>
        {keep.error !== null && <FaultBar fault={keep.error} />}
      </ConfirmDialog>
    </>
  );
};

/** For how many days pairs keep what they share, and the documents that say how long everything else is kept (C-10, C-11). */
export const KeptSection = ({ round }: OfRound) => {
  const { t, date } = useWords();
  const house = useHouse();
  const { until, days, most } = round.kept;
  return (
    <Section title={t('tab.kept.title')}>
      <p className={house.prose}>{t('tab.kept.text')}</p>
      {until !== null && <p className={house.prose}>{t('tab.kept.closed', { date: date(plainDate(until)) })}</p>}
      {until === null && most === fewestKeptDays && <p className={house.prose}>{t('tab.kept.shortest', { count: days })}</p>}
      {until === null && most > fewestKeptDays && <Choice key={days} round={round} />}
      <p className={house.prose}>{t('tab.kept.documents')}</p>
      <ul className={house.bullets}>
        <li>
          <Link to="/resources/privacy">{t('tab.privacy.link')}</Link>
        </li>
        <li>
          <Link to="/resources/assessment">{t('tab.privacy.assessment')}</Link>
        </li>
      </ul>
    </Section>
  );
};
