import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Person } from '../../../components/person.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) auto',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  /** On a phone below the person, with what can be done at the end of the person's own line. */
  about: { [phone]: { gridRow: 2, gridColumn: '1 / -1' } },
  marks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** One person with whom they report to and what was put right of it. */
export const PersonLine = ({ one, onCorrect }: { readonly one: RoundPerson; readonly onCorrect: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const { person, manager, secondManager, corrected, chain } = one;
  return (
    <div className={styles.row}>
      <Person person={person} />
      <span className={mergeClasses(house.tight, styles.about)}>
        <span className={house.small}>
          {manager === null ? t('tab.people.noManager') : t('tab.people.manager', { name: manager.name })}
          {secondManager !== null && ` · ${t('tab.people.secondManager', { name: secondManager.name })}`}
        </span>
        {(corrected.length > 0 || chain.kind === 'unconfirmed') && (
          <span className={styles.marks}>
            {corrected.map((field) => (
              <Badge key={field} appearance="tint" color="brand">
                {t(`tab.people.put.${field}`)}
              </Badge>
            ))}
            {chain.kind === 'unconfirmed' && (
              <Badge appearance="tint" color="warning">
                {t('tab.people.chain.unconfirmed')}
              </Badge>
            )}
          </span>
        )}
      </span>
      <Button size="small" onClick={onCorrect} aria-label={t('tab.people.correctFor', { name: person.name })}>
        {t('tab.people.correct')}
      </Button>
    </div>
  );
};
