import type { Named } from '@coaching-pairs/shared/wire/parts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Person } from './person.js';
import { VirtualList } from './virtual-list.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    // Partners stand in columns, two of them on a phone too.
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(130px, 100%), 260px))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type NameRowsProps = {
  readonly label: string;
  /** Each row holds one person, or those of one pair. */
  readonly rows: readonly (readonly Named[])[];
  readonly total: number;
  readonly more: (() => void) | null;
};

/** More names than are seen at once, a row for each person or pair; loaded as one scrolls. */
export const NameRows = ({ label, rows, total, more }: NameRowsProps) => {
  const styles = useStyles();
  return (
    <VirtualList label={label} items={rows} total={total} keyOf={(row) => row.map(({ id }) => id).join(' ')} more={more}>
      {(row) => (
        <div className={styles.row}>
          {row.map((one) => (
            <Person key={one.id} person={one} size={24} />
          ))}
        </div>
      )}
    </VirtualList>
  );
};
