import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Person } from '../../../components/person.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  last: { [phone]: { gridColumn: '1 / -1' } },
});

const colours = { joined: 'brand', none: 'informative', 'sitting-out': 'informative' } as const;

/** One person, their answer and where they stand; in the same even tone whatever they answered. */
export const PersonRow = memo(({ one, withStanding }: { readonly one: RoundPerson; readonly withStanding: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Person person={one.person} />
      <span>
        <Badge appearance={one.answer === 'joined' ? 'tint' : 'outline'} color={colours[one.answer]}>
          {t(`tab.people.answer.${one.answer}`)}
        </Badge>
      </span>
      <span className={`${house.small} ${styles.last}`}>
        {withStanding && one.standing !== 'not-joined' && t(`tab.people.standing.${one.standing}`)}{' '}
        {!one.reachable && t('tab.people.notReachable')}
      </span>
    </div>
  );
});
