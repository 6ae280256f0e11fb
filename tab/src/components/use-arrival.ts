import { type RefObject, useEffect, useRef } from 'react';

const isAsking = (): boolean => document.querySelector('[role="alertdialog"], [role="dialog"]') !== null;

/** A heading that is scrolled to and read out once the number behind it has grown, as soon as the dialog that made it grow is gone. */
export const useArrival = (count: number): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const grew = count > before.current;
    before.current = count;
    if (!grew) return undefined;
    let frame = 0;
    const arrive = (): void => {
      if (isAsking()) frame = requestAnimationFrame(arrive);
      else heading.current?.focus();
    };
    frame = requestAnimationFrame(arrive);
    return () => cancelAnimationFrame(frame);
  }, [count]);
  return heading;
};
