import { type RefObject, useEffect } from 'react';

/** So near to the end, in pixels, somebody reads what is newest and not what came before. */
const near = 60;

/** Whoever reads the newest message goes on seeing it when the room for the conversation changes, as when a phone is turned. */
export const useNewestInSight = (log: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const place = log.current;
    if (place === null) return undefined;
    let atEnd = true;
    let width = place.clientWidth;
    const remember = (): void => {
      // A change of the width scrolls by itself, before it is told of.
      if (place.clientWidth === width) atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < near;
    };
    const watcher = new ResizeObserver(() => {
      width = place.clientWidth;
      if (atEnd) place.scrollTop = place.scrollHeight;
    });
    place.addEventListener('scroll', remember, { passive: true });
    watcher.observe(place);
    return () => {
      place.removeEventListener('scroll', remember);
      watcher.disconnect();
    };
  }, [log]);
};
