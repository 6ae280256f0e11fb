import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { followPointer, type Point } from './follow-pointer.js';

/** The attribute by which somebody's place on the board is found under the pointer. */
export const placeOf = (id: string) => ({ 'data-place': id });

const personAt = ({ x, y }: Point): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset.place ?? null;

/** Who is held, and over whom. */
export type Dragged = { readonly id: string; readonly over: string | null };

/**
 * Drags people over each other with a mouse, a pen or a finger: nothing of the page is moved, only who is held and whom the pointer is
 * over is told. Letting go over somebody tells `onDrop`; Escape and letting go elsewhere change nothing.
 */
export const useDragging = (onDrop: (id: string, over: string) => void) => {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => stop.current?.(), []);
  const hold = (id: string, from: Point): void => {
    let over: string | null = null;
    stop.current?.();
    stop.current = followPointer(from, {
      onMove: (at) => {
        const found = personAt(at);
        const next = found === id ? null : found;
        over = next;
        setDragged((before) => (before?.id === id && before.over === next ? before : { id, over: next }));
      },
      onEnd: (moved) => {
        setDragged(null);
        if (moved === true && over !== null) drop.current(id, over);
      },
    });
  };
  /** For somebody's place; a finger takes hold at their button alone, so that the page can still be scrolled. */
  const onHold =
    (id: string) =>
    (event: PointerEvent<HTMLElement>): void => {
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (!event.isPrimary || event.button !== 0 || (event.pointerType === 'touch' && !onButton)) return;
      hold(id, { x: event.clientX, y: event.clientY });
    };
  return { dragged, onHold };
};
