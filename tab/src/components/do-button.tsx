import { Button, type ButtonProps, makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useHouse } from '../style/house.js';

const useStyles = makeStyles({
  /** In a row of buttons the sentence stands below all of them. */
  why: { order: 1, flexBasis: '100%' },
});

type DoButtonProps = {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** Why it cannot be pressed now, as a sentence; null when it can. */
  readonly whyNot: string | null;
  /** True while what it did is under way. */
  readonly running?: boolean;
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: NonNullable<ButtonProps['size']>;
};

/** A button that is never silent: while it cannot be pressed it says why, and keeps the focus. */
export const DoButton = ({ children, onClick, whyNot, running = false, appearance = 'primary', size = 'medium' }: DoButtonProps) => {
  const house = useHouse();
  const styles = useStyles();
  const why = useId();
  return (
    <>
      <Button
        appearance={appearance}
        size={size}
        disabledFocusable={whyNot !== null || running}
        onClick={onClick}
        {...(whyNot === null ? {} : { 'aria-describedby': why })}
      >
        {children}
      </Button>
      {whyNot !== null && (
        <span id={why} className={mergeClasses(house.small, styles.why)}>
          {whyNot}
        </span>
      )}
    </>
  );
};
