import type { Leading } from '@coaching-pairs/shared/wire/leading';
import { Link as OutsideLink } from '@fluentui/react-components';
import { AgendaLines } from '../../../components/agenda-lines.js';
import { placeText, whenText } from '../../../components/agenda-words.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { InsightsScript } from '../awayday/insights-script.js';

/** The day of the whole team with its agenda, and what its leader says to invite insights (CP-80, CP-84). */
export const LeadingAwayday = ({ round }: { readonly round: Leading }) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const { awayday, page } = round;
  return (
    <>
      <Section title={t('tab.awayday.title')}>
        {awayday === null ? (
          <p className={house.prose}>{t('tab.awayday.none')}</p>
        ) : (
          <>
            <div className={house.tight}>
              <strong>{whenText(words, awayday)}</strong>
              <span>{placeText(words, awayday)}</span>
            </div>
            {awayday.joinUrl !== null && awayday.when !== 'past' && (
              <OutsideLink href={awayday.joinUrl} target="_blank" rel="noreferrer">
                {t('tab.awayday.join')}
              </OutsideLink>
            )}
            <AgendaLines awayday={awayday} since={null} />
          </>
        )}
      </Section>
      {awayday !== null && awayday.when !== 'past' && <InsightsScript text={page.insightsScript} />}
    </>
  );
};
