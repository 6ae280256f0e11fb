import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHouse } from '../style/house.js';

const useStyles = makeStyles({
  note: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

/** What people of the house say beside the product's own words, set apart from them. */
export const AsideNote = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <aside className={mergeClasses(useStyles().note, useHouse().tight)} aria-label={label}>
    {children}
  </aside>
);
