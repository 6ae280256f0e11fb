import { isDriftCheckDue } from '@coaching-pairs/shared/guidance/session-guides';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const answers = ['yes', 'notQuite', 'unsure'] as const;
type Answer = (typeof answers)[number];

/**
 * After the second and the fourth meeting: a question that everybody answers to themselves (CP-62). The answer never leaves this screen,
 * and what all of the pair are advised is the same whatever it was.
 */
export const DriftCheck = ({ held, partners }: { readonly held: number; readonly partners: number }) => {
  const { t } = useWords();
  const house = useHouse();
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (!isDriftCheckDue(held)) return null;
  return (
    <Section title={t('drift.title')}>
      <Field label={t('drift.question')} hint={<WhoReads text={t('drift.private')} />}>
        <RadioGroup value={answer ?? ''} onChange={(_event, { value }) => setAnswer(answers.find((one) => one === value) ?? null)}>
          {answers.map((one) => (
            <Radio key={one} value={one} label={t(`drift.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <p className={house.prose} aria-live="polite">
        {answer === null ? '' : t(`drift.${answer}.text`)}
      </p>
      <div className={house.tight}>
        <h3 className={house.subheading}>{t('drift.both', { count: partners })}</h3>
        <p className={house.prose}>{t('drift.both.text')}</p>
      </div>
    </Section>
  );
};
