import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** One thing that is known, by its name. */
export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const house = useHouse();
  const styles = useStyles();
  return (
    <div className={house.tight}>
      <dt className={house.small}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
};

/** A few of them side by side. */
export const Facts = ({ children }: { readonly children: ReactNode }) => <dl className={useStyles().facts}>{children}</dl>;
