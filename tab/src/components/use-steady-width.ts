import { useLayoutEffect } from 'react';

/** How wide the page's scroll bar is, in pixels, whether it is hidden just now or not; 0 where it takes no room, or the page is short. */
const scrollBarWidth = (): number => {
  const { documentElement, body } = document;
  if (Math.floor(body.getBoundingClientRect().height) <= window.innerHeight) return 0;
  const { style } = documentElement;
  style.overflowY = 'scroll';
  style.scrollbarGutter = 'auto';
  const width = window.innerWidth - documentElement.clientWidth;
  style.overflowY = '';
  return width;
};

/**
 * While a dialog is open the page below it does not scroll. Its scroll bar goes, and instead of a bright gutter that the dialog's
 * shade does not reach, the page keeps its width by an edge of its own.
 */
export const useSteadyWidth = (open: boolean): void => {
  useLayoutEffect(() => {
    if (!open) return undefined;
    const { documentElement, body } = document;
    body.style.paddingRight = `${scrollBarWidth()}px`;
    documentElement.style.scrollbarGutter = 'auto';
    return () => {
      body.style.paddingRight = '';
      documentElement.style.scrollbarGutter = '';
    };
  }, [open]);
};
