import { type NoteContent, noteLimits } from '@coaching-pairs/shared/notes/note';
import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';

type FieldsProps = {
  readonly content: NoteContent;
  readonly onChange: (content: NoteContent) => void;
  /** Who reads it, as a sentence beside each field (C-01). */
  readonly audience: string;
};

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly audience: string;
  readonly rows?: number;
  readonly onChange: (text: string) => void;
};

/** How much room is left is said only once it becomes scarce. */
const scarce = 0.9;

const Text = ({ label, value, most, audience, rows, onChange }: TextProps) => {
  const { t } = useWords();
  const left = most - value.length;
  const room = value.length > most * scarce ? { validationState: 'none' as const, validationMessage: t('tab.notes.room', { left }) } : {};
  return (
    <Field label={label} hint={<WhoReads text={audience} />} {...room}>
      {rows === undefined ? (
        <Input value={value} maxLength={most} onChange={(_event, data) => onChange(data.value)} />
      ) : (
        <Textarea value={value} maxLength={most} rows={rows} resize="vertical" onChange={(_event, data) => onChange(data.value)} />
      )}
    </Field>
  );
};

type Of<Kind> = Omit<FieldsProps, 'content'> & { readonly content: Extract<NoteContent, { readonly kind: Kind }> };

const StepFields = ({ content, onChange, audience }: Of<'step'>) => {
  const { t } = useWords();
  return (
    <>
      <Text
        label={t('tab.notes.field.step')}
        value={content.text}
        most={noteLimits.step}
        audience={audience}
        rows={3}
        onChange={(text) => onChange({ ...content, text })}
      />
      <Checkbox
        label={t('tab.notes.field.done')}
        checked={content.done}
        onChange={(_event, { checked }) => onChange({ ...content, done: checked === true })}
      />
    </>
  );
};

/** The parts of the feedback guide that one speaks about oneself (CP-83). */
const SheetFields = ({ content, onChange, audience }: Of<'take-away'>) => {
  const { t } = useWords();
  return (['takeAways', 'moreConfident', 'stillImproving'] as const).map((name) => (
    <Text
      key={name}
      label={t(`tab.notes.field.${name}`)}
      value={content[name]}
      most={noteLimits.text}
      audience={audience}
      rows={5}
      onChange={(text) => onChange({ ...content, [name]: text })}
    />
  ));
};

const PlainFields = ({ content, onChange, audience }: Of<'note' | 'challenge'>) => {
  const { t } = useWords();
  return (
    <>
      <Text
        label={t('tab.notes.field.heading')}
        value={content.heading}
        most={noteLimits.heading}
        audience={audience}
        onChange={(heading) => onChange({ ...content, heading })}
      />
      <Text
        label={t(`tab.notes.field.${content.kind}`)}
        value={content.text}
        most={noteLimits.text}
        audience={audience}
        rows={12}
        onChange={(text) => onChange({ ...content, text })}
      />
    </>
  );
};

/** What is written in a note of each kind. */
export const NoteFields = ({ content, ...how }: FieldsProps) => {
  if (content.kind === 'step') return <StepFields content={content} {...how} />;
  if (content.kind === 'take-away') return <SheetFields content={content} {...how} />;
  return <PlainFields content={content} {...how} />;
};
