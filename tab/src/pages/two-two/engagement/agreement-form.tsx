import { longestTerms } from '@coaching-pairs/shared/engagement/terms';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

export const writtenFields = ['broughtIn', 'confidentiality', 'contact'] as const;
type Draft = Readonly<Partial<Record<(typeof writtenFields)[number], string>>>;
type Written = Engagement['agreement']['written'][number];

type FormProps = OfEngagement & { readonly latest: Written | undefined; readonly onDone: () => void };

/** Writes a new version. What was typed stays while others save: only what was changed here goes on top of theirs. */
export const AgreementForm = ({ engagement, latest, onDone }: FormProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [draft, setDraft] = useState<Draft>({});
  const [begun] = useState(latest?.version ?? 0);
  const { make, running, fault } = useChanging(engagement.id);
  const textIn = (field: (typeof writtenFields)[number]): string => draft[field] ?? latest?.[field] ?? '';
  const isSame = writtenFields.every((field) => textIn(field) === (latest?.[field] ?? ''));
  const [broughtIn, confidentiality, contact] = [textIn('broughtIn'), textIn('confidentiality'), textIn('contact')];
  const save = (): void => {
    if (isSame) return;
    make({ kind: 'write-terms', base: engagement.agreement.words, broughtIn, confidentiality, contact }, () => {
      feedback.done(t('tab.twoTwo.words.saved'));
      onDone();
    });
  };
  return (
    <div className={house.stack}>
      <h3 className={house.subheading}>{t('tab.twoTwo.words.title')}</h3>
      <p className={house.prose}>{t('tab.twoTwo.words.anew')}</p>
      {latest !== undefined && latest.version !== begun && (
        <p className={house.prose} role="status">
          {t('tab.twoTwo.words.newer', { name: latest.savedBy.name })}
        </p>
      )}
      {writtenFields.map((field) => (
        <Field
          key={field}
          label={t(`tab.twoTwo.words.${field}`)}
          hint={
            <span className={house.tight}>
              <span>{t(`tab.twoTwo.words.${field}.hint`)}</span>
              <WhoReads text={t('tab.twoTwo.reads.four')} />
            </span>
          }
        >
          <Textarea
            rows={3}
            resize="vertical"
            maxLength={longestTerms}
            value={textIn(field)}
            onChange={(_event, { value }) => setDraft({ ...draft, [field]: value })}
          />
        </Field>
      ))}
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <DoButton whyNot={isSame ? t('tab.twoTwo.words.why') : null} running={running} onClick={save}>
          {t('tab.twoTwo.words.save')}
        </DoButton>
        <Button onClick={onDone}>{t('tab.action.cancel')}</Button>
      </div>
    </div>
  );
};
