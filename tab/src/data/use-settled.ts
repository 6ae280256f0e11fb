import { useEffect, useState } from 'react';

/** Milliseconds without a letter, where somebody else's server is asked: the directory of the organisation. */
const pause = 250;

/** The same where the bot looks through what it has in memory: asked about as often as somebody types. */
export const shortPause = 80;

/** A text once nobody has typed for a moment, in milliseconds. */
export const useSettled = (text: string, moment: number = pause): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), moment);
    return () => clearTimeout(timer);
  }, [text, moment]);
  return settled;
};
