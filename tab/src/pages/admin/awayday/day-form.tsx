import { awaydayForms } from '@coaching-pairs/shared/awayday/agenda';
import { plainDate } from '@coaching-pairs/shared/ids';
import type { Awayday } from '@coaching-pairs/shared/wire/awayday';
import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { WhoReads } from '../../../components/who-reads.js';
import { ZoneInput } from '../../../components/zone-input.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PlaceFields } from '../round/meeting-form.js';
import { type DayDraft, draftOf, whyNotOf, wishOf, withBegin, withForm } from './day-draft.js';
import type { Planning } from './use-awayday.js';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalL },
  narrow: { minWidth: '132px', flexGrow: 0 },
  zone: { minWidth: '220px', flexGrow: 0 },
});

type FieldsProps = { readonly draft: DayDraft; readonly onChange: (draft: DayDraft) => void };

const FormField = ({ draft, onChange }: FieldsProps) => {
  const { t } = useWords();
  return (
    <Field label={t('tab.awayday.form')}>
      <RadioGroup
        layout="horizontal"
        value={draft.form}
        onChange={(_event, { value }) => onChange(withForm(draft, awaydayForms.find((one) => one === value) ?? draft.form))}
      >
        {awaydayForms.map((form) => (
          <Radio key={form} value={form} label={t(`tab.awayday.form.${form}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
};

const TimeFields = ({ draft, onChange }: FieldsProps) => {
  const { t } = useWords();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field label={t('tab.awayday.day')} className={styles.narrow}>
        <Input type="date" value={draft.day} onChange={(_event, { value }) => onChange({ ...draft, day: value })} />
      </Field>
      <Field label={t('tab.awayday.begins')} className={styles.narrow}>
        <Input type="time" value={draft.begins} onChange={(_event, { value }) => onChange(withBegin(draft, value))} />
      </Field>
      <Field label={t('tab.awayday.ends')} className={styles.narrow}>
        <Input type="time" value={draft.ends} onChange={(_event, { value }) => onChange({ ...draft, ends: value })} />
      </Field>
      <Field
        label={t('tab.awayday.zone')}
        hint={
          <>
            {t('tab.awayday.zoneHint')} <WhoReads text={t('tab.kickOff.meeting.reads')} />
          </>
        }
        className={styles.zone}
      >
        <ZoneInput value={draft.zone} onChange={(zone) => onChange({ ...draft, zone })} />
      </Field>
    </div>
  );
};

type DayFormProps = {
  readonly roundId: string;
  readonly awayday: Awayday;
  readonly does: Planning;
  /** After a refusal: somebody else may have changed the plan. */
  readonly lookAgain: () => void;
  /** Null where there is nothing to go back to. */
  readonly onLeave: (() => void) | null;
};

/** Day, times, zone, place and form of the Awayday (CP-80). */
export const DayForm = ({ roundId, awayday, does, lookAgain, onLeave }: DayFormProps) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const [draft, setDraft] = useState(() => draftOf(awayday));
  const inCalendars = awayday.meeting !== null;
  const save = () =>
    does.plan.mutate({ params: { roundId }, body: wishOf(draft, awayday.revision) }, { onSuccess: () => onLeave?.(), onError: lookAgain });
  const called = { own: t('tab.awayday.atPlace'), which: t('tab.awayday.place') };
  return (
    <>
      <FormField draft={draft} onChange={setDraft} />
      <TimeFields draft={draft} onChange={setDraft} />
      {draft.day > awayday.endsOn && (
        <p className={house.prose}>{t('tab.awayday.afterEnd', { date: words.date(plainDate(awayday.endsOn)) })}</p>
      )}
      <PlaceFields
        place={draft.place}
        called={called}
        onChange={(place) => setDraft({ ...draft, place })}
        isOnline={inCalendars && awayday.plan?.location === null}
      />
      {does.plan.error !== null && <FaultBar fault={does.plan.error} />}
      <div className={house.actions}>
        <DoButton whyNot={whyNotOf(words, draft)} running={does.plan.isPending} onClick={save}>
          {t(awayday.plan === null ? 'tab.awayday.fix' : inCalendars ? 'tab.awayday.saveMoves' : 'tab.awayday.save')}
        </DoButton>
        {onLeave !== null && <Button onClick={onLeave}>{t('tab.action.cancel')}</Button>}
      </div>
    </>
  );
};
