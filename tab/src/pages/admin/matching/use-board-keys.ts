import type { KeyboardEvent } from 'react';

/** The attribute by which the button is found that chooses somebody. */
export const chooserOf = (id: string) => ({ 'data-chooser': id });

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const choosersIn = (place: ParentNode): readonly HTMLElement[] => [...place.querySelectorAll<HTMLElement>('[data-chooser]')];

/** Puts the keyboard back to somebody after a change that has drawn the board anew. */
export const focusOn = (id: string): void => {
  requestAnimationFrame(() =>
    choosersIn(document)
      .find((one) => one.dataset.chooser === id)
      ?.focus(),
  );
};

type Told = { readonly onGiveUp: () => void; readonly onUndo: () => void };

/** On the board: arrows go from person to person, Escape lets go of whoever is chosen, and Ctrl+Z takes back the last change. */
export const useBoardKeys =
  ({ onGiveUp, onUndo }: Told) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') onGiveUp();
    if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      onUndo();
    }
    const step = steps[event.key];
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-chooser]') : null;
    if (step === undefined || from === null) return;
    const all = choosersIn(event.currentTarget);
    event.preventDefault();
    all[all.indexOf(from) + step]?.focus();
  };
