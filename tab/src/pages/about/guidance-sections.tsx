import { guidanceRevisedOn, guidanceVersion, originName, originUrl } from '@coaching-pairs/shared/guidance/about';
import { type Element, elements } from '@coaching-pairs/shared/guidance/elements';
import { groundRules } from '@coaching-pairs/shared/guidance/ground-rules';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

const useStyles = makeStyles({
  rules: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(360px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    counterReset: 'rule',
  },
  rule: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    counterIncrement: 'rule',
    '::before': { content: 'counter(rule)', color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  },
  element: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  centre: { border: `1px solid ${tokens.colorBrandStroke1}` },
  number: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  prompt: { margin: 0, fontStyle: 'italic' },
});

/** The ground rules, numbered. */
export const GroundRules = () => {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <ol className={styles.rules}>
      {groundRules.map((rule) => (
        <li key={rule} className={styles.rule}>
          <span>{t(rule)}</span>
        </li>
      ))}
    </ol>
  );
};

const ElementCard = ({ element, place }: { readonly element: (typeof elements)[number] & Element; readonly place: number }) => {
  const styles = useStyles();
  const house = useHouse();
  const { t, number } = useWords();
  return (
    <li className={mergeClasses(styles.element, element.centrepiece && styles.centre)}>
      <h3 className={house.subheading}>
        <span className={styles.number}>{number(place)}</span> {t(element.title)}
      </h3>
      <p className={house.prose}>{t(element.fact)}</p>
      <p className={house.small}>{t('guidance.elements.promptLabel')}</p>
      <p className={styles.prompt}>{t(element.prompt)}</p>
    </li>
  );
};

/** The six elements in their order. */
export const Elements = () => {
  const house = useHouse();
  return (
    <ol className={house.grid}>
      {elements.map((element, index) => (
        <ElementCard key={element.name} element={element} place={index + 1} />
      ))}
    </ol>
  );
};

const marker = '\u0001';

/** Whose idea it is, with the way there (CP-91). */
export const Credit = () => {
  const { t, date } = useWords();
  const house = useHouse();
  const [before, after] = t('guidance.credit', { site: marker }).split(marker);
  return (
    <p className={mergeClasses(house.small, house.prose)}>
      {before}
      <Link href={originUrl} target="_blank" rel="noreferrer" inline>
        {originName}
      </Link>
      {after} {t('guidance.revised', { version: guidanceVersion, date: date(guidanceRevisedOn) })}
    </p>
  );
};
