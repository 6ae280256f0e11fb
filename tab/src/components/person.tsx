import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHouse } from '../style/house.js';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  /** More than a row of them stand in columns. */
  many: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  people: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}` },
});

type PersonProps = { readonly person: Named; readonly size?: 24 | 32 | 40 | 56; readonly after?: ReactNode };

/** Somebody by name and function; never by title (CP-61). */
export const Person = ({ person, size = 32, after }: PersonProps) => {
  const styles = useStyles();
  const house = useHouse();
  return (
    <span className={styles.line}>
      <Avatar name={person.name} color="colorful" idForColor={person.id} size={size} aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>{person.name}</span>
        {person.functionName !== null && <span className={house.small}>{person.functionName}</span>}
        {after}
      </span>
    </span>
  );
};

/** A few people side by side, below each other where there is no room. */
export const People = ({ people, size }: { readonly people: readonly Named[]; readonly size?: 24 | 32 | 40 | 56 }) => {
  const styles = useStyles();
  const house = useHouse();
  return (
    <ul className={mergeClasses(house.list, people.length > 4 ? styles.many : styles.people)} style={{ flexDirection: 'row' }}>
      {people.map((person) => (
        <li key={person.id}>
          <Person person={person} {...(size === undefined ? {} : { size })} />
        </li>
      ))}
    </ul>
  );
};
