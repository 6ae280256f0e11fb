import { type RefObject, useEffect } from 'react';

/** A dialog that closes hands the focus back by itself; only what is still lost after this many milliseconds is kept here. */
const patience = 100;

const openDialog = '[role="dialog"], [role="alertdialog"]';

const readFrom = (heading: HTMLElement): void => {
  heading.tabIndex = -1;
  heading.style.outlineStyle = 'none';
  heading.focus({ preventScroll: true });
};

/**
 * Where what had the focus is taken away, as a form is once it is done with, reading goes on at the first heading in
 * `place` instead of at the top of the document, or on a long page at that of the section in which it was. While a
 * dialog is open it goes on at the heading of that.
 */
export const useKeptFocus = (place: RefObject<HTMLElement | null>, where: 'first' | 'section' = 'first'): void => {
  useEffect(() => {
    let last: EventTarget | null = null;
    let section: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = (): boolean => last instanceof Element && !last.isConnected && document.activeElement === document.body;
    const keep = (): void => {
      if (!isLost()) return;
      // What lies behind an open dialog is not to be had: the focus there would leave the dialog to nobody.
      const dialog = document.querySelector(openDialog);
      const near = dialog ?? (section !== null && place.current?.contains(section) === true ? section : place.current);
      const heading = near?.querySelector<HTMLElement>('h2') ?? document.querySelector<HTMLElement>('h1');
      if (heading !== null) readFrom(heading);
    };
    const remember = ({ target }: FocusEvent): void => {
      last = target;
      if (where === 'section' && target instanceof Element) section = target.closest('section') ?? section;
    };
    const watcher = new MutationObserver(() => {
      clearTimeout(timer);
      if (isLost()) timer = setTimeout(keep, patience);
    });
    document.addEventListener('focusin', remember);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [place, where]);
};
