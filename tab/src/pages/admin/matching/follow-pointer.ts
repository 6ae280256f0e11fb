/** Pixels: less is a press with an unsteady hand. */
const least = 6;
/** So near to the upper or lower edge of the window, in pixels, the page moves along, by so much a frame. */
const edge = 72;
const step = 12;

export type Point = { readonly x: number; readonly y: number };

type Told = {
  /** The pointer has moved, or the page under it. */
  readonly onMove: (at: Point) => void;
  /** It was let go; `moved` where it was more than a press. Null when it was given up. */
  readonly onEnd: (moved: boolean | null) => void;
};

/** Moves the page along while `where` is near the edge of the window; gives the way to stop it. */
const moveAlong = (where: () => Point | null, onScroll: () => void): (() => void) => {
  let frame = 0;
  const look = (): void => {
    const at = where();
    const by = at === null ? 0 : at.y < edge ? -step : at.y > window.innerHeight - edge ? step : 0;
    if (by !== 0) {
      document.scrollingElement?.scrollBy(0, by);
      onScroll();
    }
    frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
};

/** Follows the pointer from where it took hold until it lets go or Escape is pressed; gives the way to stop before. */
export const followPointer = (from: Point, { onMove, onEnd }: Told): (() => void) => {
  let at: Point | null = null;
  const listening = new AbortController();
  const { signal } = listening;
  const stopMoving = moveAlong(
    () => at,
    () => at !== null && onMove(at),
  );
  const stop = (): void => {
    listening.abort();
    stopMoving();
  };
  const end = (moved: boolean | null): void => {
    stop();
    onEnd(moved);
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
    if (at === null && Math.hypot(x - from.x, y - from.y) < least) return;
    at = { x, y };
    onMove(at);
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', () => end(at !== null), { signal });
  window.addEventListener('pointercancel', () => end(null), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(null), { signal });
  return stop;
};
