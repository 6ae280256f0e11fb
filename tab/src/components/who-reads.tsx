import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { useHouse } from '../style/house.js';

const useStyles = makeStyles({ line: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS } });

/** Says beside a field who will read what is written into it (C-01). */
export const WhoReads = ({ text, id }: { readonly text: string; readonly id?: string }) => (
  <span id={id} className={mergeClasses(useHouse().small, useStyles().line)}>
    <EyeRegular aria-hidden fontSize={16} style={{ flexShrink: 0 }} /> {text}
  </span>
);
