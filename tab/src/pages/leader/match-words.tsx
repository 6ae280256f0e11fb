import { plainDate } from '@coaching-pairs/shared/ids';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useToday } from '../../data/me.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

const useStyles = makeStyles({
  question: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
});

/** The one question that a match asks (CP-24). */
export const MatchQuestion = ({ count }: { readonly count: number }) => (
  <p className={useStyles().question}>{useWords().t('tab.match.question', { count })}</p>
);

/** What speaks for a match; nothing where there is nothing to be read. */
export const Reasons = ({ reasons }: { readonly reasons: readonly string[] }) => {
  const { t } = useWords();
  const house = useHouse();
  if (reasons.length === 0) return null;
  return (
    <div className={house.tight}>
      <h3 className={house.subheading}>{t('tab.match.reasons')}</h3>
      <ul className={house.bullets}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
};

/** By when to answer; once that day is over, that an answer counts all the same. */
export const AnswerDay = ({ day }: { readonly day: string }) => {
  const { t, date } = useWords();
  const house = useHouse();
  const today = useToday();
  const over = today !== null && day < today;
  const text = t(over ? 'tab.match.answerByOver' : 'tab.match.answerBy', { date: date(plainDate(day)) });
  return <p className={`${house.prose} ${house.quiet}`}>{text}</p>;
};
