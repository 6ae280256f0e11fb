import type { PulseShown } from '@coaching-pairs/shared/wire/closing';
import { tokens } from '@fluentui/react-components';
import { Section } from '../../components/section.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

type Outcome = { readonly result: PulseShown; readonly fewest: number };

/** Four numbers, or that there were too few answers for any. */
export const PulseNumbers = ({ result, fewest }: Outcome) => {
  const { t } = useWords();
  const house = useHouse();
  if (result.kind === 'too-few') return <p className={house.prose}>{t('tab.pulse.result.tooFew', { fewest })}</p>;
  const { answers, shares } = result;
  return (
    <>
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
    </>
  );
};

/** What came of the pulse. */
export const PulseOutcome = (outcome: Outcome) => {
  const { t } = useWords();
  return (
    <Section title={t('tab.pulse.result.title')}>
      <PulseNumbers {...outcome} />
    </Section>
  );
};
