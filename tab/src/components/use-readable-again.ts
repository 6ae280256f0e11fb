import { useLayoutEffect } from 'react';

/** Milliseconds after which the library has hidden or shown what it means to. */
const patience = 300;

const isOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
const hiddenParts = (): readonly Element[] => [...document.body.children].filter((part) => part.getAttribute('aria-hidden') === 'true');

/**
 * Behind an open dialog the page is hidden from whoever has it read aloud. Where the dialog goes together with what it stood in, since
 * its answer has changed the page, the library forgets to show the page again; this does.
 */
export const useReadableAgain = (open: boolean): void => {
  useLayoutEffect(() => {
    if (!open) return undefined;
    const before = new Set(hiddenParts());
    return () => {
      setTimeout(() => {
        if (isOpen()) return;
        for (const part of hiddenParts()) if (!before.has(part)) part.removeAttribute('aria-hidden');
      }, patience);
    };
  }, [open]);
};
