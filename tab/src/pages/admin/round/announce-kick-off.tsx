import { plainDate } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { keys } from '../../../data/keys.js';
import { useToday } from '../../../data/me.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** What stands against calling people to this day; null when nothing does. */
const useWhyNot = (round: RoundOverview, on: string): string | null => {
  const { t, date } = useWords();
  const today = useToday();
  if (round.tally.population === 0) return t('tab.kickOff.why.nobody');
  if (round.works.some(isRunning)) return t('tab.why.working');
  if (on === '') return t('tab.kickOff.why.noDay');
  if (today !== null && on < today) return t('tab.kickOff.why.past');
  return on > round.answersBy ? t('tab.kickOff.why.afterAnswers', { date: date(plainDate(round.answersBy)) }) : null;
};

/** Chooses the day and calls everybody to it, after a second look. */
export const AnnounceKickOff = ({ round }: { readonly round: RoundOverview }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [, go] = useLocation();
  const [on, setOn] = useState('');
  const [asking, setAsking] = useState(false);
  const today = useToday();
  const whyNot = useWhyNot(round, on);
  const announce = useChange(routes.announceKickOff, { answers: keys.overview(round.id), outdates: [keys.people(round.id), keys.me] });
  const onSuccess = (): void => {
    setAsking(false);
    feedback.done(t('tab.kickOff.announced'));
  };
  return (
    <Section title={t('tab.kickOff.call.title')}>
      <p className={house.prose}>{t('tab.kickOff.call.text', { name: round.leader.name })}</p>
      <Field label={t('tab.kickOff.on')} hint={t('tab.kickOff.onHint')} style={{ maxWidth: 280 }}>
        <Input type="date" value={on} min={today ?? ''} max={round.answersBy} onChange={(_event, { value }) => setOn(value)} />
      </Field>
      <div className={house.actions}>
        <DoButton whyNot={whyNot} onClick={() => setAsking(true)}>
          {t('tab.kickOff.call')}
        </DoButton>
        <Button onClick={() => go(`/admin/${encodeURIComponent(round.id)}/dry-run`)}>{t('tab.dryRun.look')}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('tab.kickOff.confirm.title')}
        confirm={t('tab.kickOff.call')}
        running={announce.isPending}
        onConfirm={() => announce.mutate({ params: { roundId: round.id }, body: { on } }, { onSuccess })}
        onClose={() => setAsking(false)}
      >
        <p className={house.prose}>
          {on !== '' && t('tab.kickOff.confirm.text', { count: round.tally.population, date: date(plainDate(on)) })}
        </p>
        {announce.error !== null && <FaultBar fault={announce.error} />}
      </ConfirmDialog>
    </Section>
  );
};
