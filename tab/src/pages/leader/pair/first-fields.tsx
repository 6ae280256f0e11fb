import { meetingPlaces, noteHabits, warningsOf } from '@coaching-pairs/shared/agreement/agreement';
import type { AgreementTerms, PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Checkbox, Field, MessageBar, MessageBarBody, Select, SpinButton } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type FieldsProps = {
  readonly terms: AgreementTerms;
  readonly onChange: (terms: Partial<AgreementTerms>) => void;
};

type NumberProps = {
  readonly label: string;
  readonly value: number;
  readonly range: readonly [from: number, to: number, step: number];
  readonly onChange: (value: number) => void;
};

const NumberField = ({ label, value, range: [min, max, step], onChange }: NumberProps) => (
  <Field label={label}>
    <SpinButton
      value={value}
      min={min}
      max={max}
      step={step}
      onChange={(_event, data) => {
        const next = data.value ?? Number.parseInt(data.displayValue ?? '', 10);
        if (Number.isInteger(next)) onChange(Math.min(max, Math.max(min, next)));
      }}
    />
  </Field>
);

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
};

const Choice = ({ label, value, choices, onChange }: ChoiceProps) => (
  <Field label={label}>
    <Select value={value} onChange={(_event, data) => onChange(data.value)}>
      {choices.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </Select>
  </Field>
);

/** Where the plan falls short of the floor, said at once and never hidden (CP-41). */
const Floor = ({ terms, fewest }: Pick<FieldsProps, 'terms'> & { readonly fewest: number }) => {
  const { t } = useWords();
  return warningsOf(terms).map((warning) => (
    <MessageBar key={warning} intent="warning" layout="multiline" role="status">
      <MessageBarBody>{warning === 'fewer-meetings' ? t('tab.agreement.fewer', { fewest }) : t('tab.agreement.shorter')}</MessageBarBody>
    </MessageBar>
  ));
};

const Choices = ({ terms, pair, onChange }: FieldsProps & { readonly pair: PairSpace }) => {
  const { t } = useWords();
  const house = useHouse();
  const books = [['in-turn', t('tab.agreement.books.in-turn')] as const, ...pair.members.map(({ id, name }) => [id, name] as const)];
  return (
    <div className={house.halves}>
      <Choice
        label={t('tab.agreement.place')}
        value={terms.place}
        choices={meetingPlaces.map((one) => [one, t(`tab.agreement.place.${one}`)])}
        onChange={(value) => onChange({ place: meetingPlaces.find((one) => one === value) ?? 'varies' })}
      />
      <Choice label={t('tab.agreement.books')} value={terms.books} choices={books} onChange={(value) => onChange({ books: value })} />
      <NumberField
        label={t('tab.agreement.notice')}
        value={terms.noticeHours}
        range={[0, 336, 1]}
        onChange={(noticeHours) => onChange({ noticeHours })}
      />
      <Choice
        label={t('tab.agreement.notes')}
        value={terms.notes}
        choices={noteHabits.map((one) => [one, t(`tab.agreement.notes.${one}`)])}
        onChange={(value) => onChange({ notes: noteHabits.find((one) => one === value) ?? 'own' })}
      />
    </div>
  );
};

type FirstProps = FieldsProps & { readonly roundId: string; readonly pair: PairSpace; readonly fewest: number };

/** How often, how long, where and how; numbers and choices alone. */
export const FirstFields = ({ roundId, pair, terms, fewest, onChange }: FirstProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.stack}>
      <div className={house.halves}>
        <NumberField
          label={t('tab.agreement.meetings')}
          value={terms.meetings}
          range={[1, 30, 1]}
          onChange={(meetings) => onChange({ meetings })}
        />
        <NumberField
          label={t('tab.agreement.minutes')}
          value={terms.minutes}
          range={[15, 240, 5]}
          onChange={(minutes) => onChange({ minutes })}
        />
      </div>
      <Floor terms={terms} fewest={fewest} />
      <Link to={`/round/${encodeURIComponent(roundId)}/sessions`} className={house.small}>
        {t('tab.agreement.dates')}
      </Link>
      <Choices terms={terms} pair={pair} onChange={onChange} />
      <Checkbox
        checked={terms.recordingOff}
        label={t('tab.agreement.recordingOff')}
        onChange={(_event, { checked }) => onChange({ recordingOff: checked === true })}
      />
    </div>
  );
};
