import type { PulseShown } from '@coaching-pairs/shared/wire/closing';
import { tokens } from '@fluentui/react-components';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** What came of the pulse: four numbers, or that there were too few answers for any. */
export const PulseOutcome = ({ result, fewest }: { readonly result: PulseShown; readonly fewest: number }) => {
  const { t } = useWords();
  const house = useHouse();
  if (result.kind === 'too-few') {
    return (
      <Section title={t('tab.pulse.result.title')}>
        <p className={house.prose}>{t('tab.pulse.result.tooFew', { fewest })}</p>
      </Section>
    );
  }
  const { answers, shares } = result;
  return (
    <Section title={t('tab.pulse.result.title')}>
      <p className={house.prose}>{t('tab.pulse.result.answers', { count: answers })}</p>
      <ul className={house.list} style={{ gap: tokens.spacingVerticalL }}>
        {shares.map(({ question, kind, yes }) => (
          <li key={question} className={house.tight}>
            <strong>{t(`tab.pulse.result.${kind}`, { yes, answers })}</strong>
            <span>{t(`pulse.${question}`)}</span>
          </li>
        ))}
      </ul>
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.pulse.result.why')}</p>
    </Section>
  );
};
