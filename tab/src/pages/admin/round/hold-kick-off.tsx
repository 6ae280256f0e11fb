import { plainDate } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { keep, readKept } from '../../../data/kept.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** What is being written, kept on this device until it is recorded: whoever looks something up meanwhile finds it again. */
const useApproach = ({ id, kickOff }: RoundOverview) => {
  const { userId } = useSession();
  const name = `approach.${userId}.${id}`;
  const [approach, setApproach] = useState(() => {
    const kept = readKept(name)?.value;
    return typeof kept === 'string' ? kept : (kickOff?.commonApproach ?? '');
  });
  const write = (text: string | null): void => {
    keep(name, text);
    if (text !== null) setApproach(text);
  };
  return [approach, write] as const;
};

/** Records that the kick-off was held, and what was agreed there (CP-10). */
export const HoldKickOff = ({ round }: { readonly round: RoundOverview }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [approach, setApproach] = useApproach(round);
  const hold = useChange(routes.holdKickOff, { answers: keys.overview(round.id), outdates: [keys.me] });
  const on = date(plainDate(round.kickOff?.on ?? round.startsOn));
  const recorded = (): void => {
    setApproach(null);
    feedback.done(t('tab.kickOff.recorded'));
  };
  return (
    <Section title={t('tab.kickOff.hold.title')}>
      <p className={house.prose}>{t('tab.kickOff.hold.text', { date: on })}</p>
      <Field label={t('tab.facts.approach')} hint={<WhoReads text={t('tab.reads.round')} />}>
        <Textarea
          rows={6}
          resize="vertical"
          maxLength={4_000}
          placeholder={t('tab.kickOff.approachPlaceholder')}
          value={approach}
          onChange={(_event, { value }) => setApproach(value)}
        />
      </Field>
      {hold.error !== null && <FaultBar fault={hold.error} />}
      <div className={house.actions}>
        <Button
          appearance="primary"
          disabled={hold.isPending}
          onClick={() => hold.mutate({ params: { roundId: round.id }, body: { commonApproach: approach } }, { onSuccess: recorded })}
        >
          {t('tab.kickOff.hold')}
        </Button>
      </div>
    </Section>
  );
};
