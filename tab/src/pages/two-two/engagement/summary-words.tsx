import type { SummaryWords as Words } from '@coaching-pairs/shared/engagement/summary';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  words: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    '> div > dd': { margin: 0 },
  },
});

/** A summary for the sponsor in its exact wording: two texts, and nothing else (TT-33, TT-62). */
export const SummaryWords = ({ words }: { readonly words: Words }) => {
  const { t } = useWords();
  const house = useHouse();
  const fields = (['observations', 'takeAways'] as const).filter((field) => words[field].trim() !== '');
  return (
    <dl className={useStyles().words}>
      {fields.map((field) => (
        <div key={field}>
          <dt className={house.small}>{t(`tab.twoTwo.summary.${field}`)}</dt>
          <dd className={house.prose}>{words[field]}</dd>
        </div>
      ))}
    </dl>
  );
};
