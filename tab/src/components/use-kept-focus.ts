import { type RefObject, useEffect, useRef } from 'react';

const headingIn = (place: HTMLElement | null): HTMLElement | null => place?.querySelector<HTMLElement>('h2') ?? null;

/**
 * Where what had the focus is taken away, as a form is once it is done with, reading goes on at the first heading in
 * `place` instead of at the top of the document.
 */
export const useKeptFocus = (place: RefObject<HTMLElement | null>): void => {
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const gone = last.current instanceof Element && !last.current.isConnected;
    const heading = gone && document.activeElement === document.body ? headingIn(place.current) : null;
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.style.outlineStyle = 'none';
    heading.focus({ preventScroll: true });
  });
};
