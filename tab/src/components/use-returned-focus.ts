import { useEffect, useLayoutEffect, useRef } from 'react';

/** How often it is looked whether the dialog is gone, and until when (milliseconds). Where nothing moves it is gone at once. */
const everyMs = 30;
const untilMs = 1_000;

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
/** While it is still moving out of sight a dialog would take the focus back. */
const isGone = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') === null;

/** Gives the focus back to whatever had it when the dialog opened, unless it has gone somewhere by itself. */
export const useReturnedFocus = (open: boolean): void => {
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (open && document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    if (open || opener.current === null) return undefined;
    const closed = performance.now();
    const timer = setInterval(() => {
      const late = performance.now() - closed > untilMs;
      if (!(isGone() || late)) return;
      clearInterval(timer);
      if (isNowhere()) opener.current?.focus();
    }, everyMs);
    return () => clearInterval(timer);
  }, [open]);
};
