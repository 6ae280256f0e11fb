import { longestText } from '@coaching-pairs/shared/agreement/agreement';
import type { AgreementTerms, AgreementWords } from '@coaching-pairs/shared/wire/pair';
import { Field, Textarea } from '@fluentui/react-components';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { sharedTexts, wordFields } from './agreement-draft.js';

type TextProps = { readonly label: string; readonly readers: string; readonly value: string; readonly onChange: (text: string) => void };

/** A text with the word of who will read it (C-01). */
const Text = ({ label, readers, value, onChange }: TextProps) => (
  <Field label={label} hint={<WhoReads text={readers} />}>
    <Textarea rows={3} resize="vertical" maxLength={longestText} value={value} onChange={(_event, data) => onChange(data.value)} />
  </Field>
);

type SharedProps = {
  readonly terms: AgreementTerms;
  readonly readers: string;
  readonly onChange: (terms: Partial<AgreementTerms>) => void;
};

/** What all of the pair settle, in their own words. */
export const SharedFields = ({ terms, readers, onChange }: SharedProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.stack}>
      {sharedTexts.map((field) => (
        <Text
          key={field}
          label={t(`tab.agreement.${field}`)}
          readers={readers}
          value={terms[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </div>
  );
};

type OwnProps = {
  readonly words: AgreementWords;
  readonly readers: string;
  readonly onChange: (words: Partial<AgreementWords>) => void;
};

/** What somebody says of themselves; the others write their own. */
export const OwnFields = ({ words, readers, onChange }: OwnProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.agreement.own')}</h3>
      {wordFields.map((field) => (
        <Text
          key={field}
          label={t(`tab.agreement.${field}`)}
          readers={readers}
          value={words[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </div>
  );
};
