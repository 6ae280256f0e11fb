import { useEffect, useLayoutEffect, useRef } from 'react';

/** Until then the dialog is still moving out of sight, and would take the focus back (milliseconds). */
const goneMs = 350;

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Gives the focus back to whatever had it when the dialog opened, unless it has gone somewhere by itself. */
export const useReturnedFocus = (open: boolean): void => {
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (open && document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    if (open || opener.current === null) return undefined;
    const back = (): void => {
      if (isNowhere()) opener.current?.focus();
    };
    const timer = setTimeout(back, goneMs);
    return () => clearTimeout(timer);
  }, [open]);
};
