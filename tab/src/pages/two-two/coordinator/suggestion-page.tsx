import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { BackLink } from '../../../components/asked-page.js';
import { DoButton } from '../../../components/do-button.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PersonToCoach } from '../person-to-coach.js';
import { FoundTwo, type Wanted } from './found-two.js';

/** Finds two for two people under the rules, and says why these and not the others; nobody is told (TT-02). */
export const SuggestionPage = () => {
  const { t } = useWords();
  const house = useHouse();
  const [one, setOne] = useState<Named | null>(null);
  const [other, setOther] = useState<Named | null>(null);
  const [language, setLanguage] = useState('');
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const reads = t('tab.twoTwo.reads.you');
  const whyNot = (): string | null => {
    if (one === null || other === null) return t('tab.twoTwo.two.why.missing');
    return one.id === other.id ? t('tab.twoTwo.two.why.same') : null;
  };
  const find = () => one !== null && other !== null && one.id !== other.id && setWanted({ one, other, language: language.trim() });
  return (
    <Page
      title={t('tab.twoTwo.two.title')}
      lead={t('tab.twoTwo.two.lead')}
      above={<BackLink to="/2-2/coordinator">{t('tab.twoTwo.coordinator.title')}</BackLink>}
    >
      <Section title={t('tab.twoTwo.two.who')}>
        <PersonToCoach label={t('tab.twoTwo.two.one')} reads={reads} chosen={one} onChoose={setOne} />
        <PersonToCoach label={t('tab.twoTwo.two.other')} reads={reads} chosen={other} onChoose={setOther} />
        <Field className={house.field} label={t('tab.twoTwo.two.language')} hint={t('tab.twoTwo.two.language.hint')}>
          <Input maxLength={60} value={language} onChange={(_event, { value }) => setLanguage(value)} />
        </Field>
        <div className={house.actions}>
          <DoButton whyNot={whyNot()} onClick={find}>
            {t('tab.twoTwo.two.find')}
          </DoButton>
        </div>
      </Section>
      {wanted !== null && <FoundTwo wanted={wanted} />}
    </Page>
  );
};
