import { feedbackParts, partText } from '@coaching-pairs/shared/guidance/feedback-guide';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type FeedbackPartsProps = {
  /** `unknown` where nothing is known of the reader; then both ways to begin are there. */
  readonly wasInAPair: boolean | 'unknown';
};

/** All six parts, which each of the pair goes through in their own turn (CP-83). */
export const FeedbackParts = ({ wasInAPair }: FeedbackPartsProps) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('awayday.guide.parts')}>
      <ol className={house.bullets}>
        {feedbackParts.map((part) => (
          <li key={part}>{t(partText(part, wasInAPair !== false))}</li>
        ))}
      </ol>
      {wasInAPair === 'unknown' && <p className={house.prose}>{t('awayday.guide.withoutPair', { first: t(partText('a', false)) })}</p>}
      <p className={`${house.prose} ${house.quiet}`}>{t('awayday.guide.stays')}</p>
    </Section>
  );
};
