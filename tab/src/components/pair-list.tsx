import type { Named } from '@coaching-pairs/shared/wire/parts';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHouse } from '../style/house.js';
import { Person } from './person.js';
import { type Loading, ShowMore } from './show-more.js';

const useStyles = makeStyles({
  pair: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /** At the foot of the card, however many lines stand above it. */
  action: { marginTop: 'auto' },
});

type Shown = { readonly members: readonly Named[]; readonly note?: ReactNode; readonly action?: ReactNode };

type PairListProps = { readonly pairs: readonly Shown[] } & Loading;

/** Pairs as small cards; a long list comes a part at a time. */
export const PairList = ({ pairs, ...rest }: PairListProps) => {
  const house = useHouse();
  const styles = useStyles();
  return (
    <ShowMore items={pairs} step={24} {...rest}>
      {(shown) => (
        <ul className={house.grid}>
          {shown.map((pair) => (
            <li key={pair.members.map((one) => one.id).join(' ')} className={styles.pair}>
              {pair.members.map((one) => (
                <Person key={one.id} person={one} size={24} />
              ))}
              {pair.note !== undefined && <span className={house.small}>{pair.note}</span>}
              {pair.action !== undefined && <div className={styles.action}>{pair.action}</div>}
            </li>
          ))}
        </ul>
      )}
    </ShowMore>
  );
};
