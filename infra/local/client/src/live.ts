import { useEffect, useRef } from 'react';
import { follow, type LiveEvent } from './sandbox-api.js';

/** `back`: the line stands again after it was lost, so anything may have happened meanwhile. */
export type News = LiveEvent | { readonly type: 'back' } | { readonly type: 'lost' };

const listeners = new Set<(news: News) => void>();

const tell = (news: News): void => {
  for (const listener of listeners) listener(news);
};

/** Starts to follow the sandbox; once for the whole page. */
export const startLive = (): (() => void) => follow(tell, (stands) => tell({ type: stands ? 'back' : 'lost' }));

/** Calls back with everything that happens in the sandbox while the part is shown. */
export const useLive = (hear: (news: News) => void): void => {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const listener = (news: News): void => latest.current(news);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
};

/** Runs at once, and then at most once per pause, with a last run after the last call. */
export const paced = (run: () => void, pauseMs: number): (() => void) => {
  let resting = false;
  let again = false;
  const go = (): void => {
    run();
    resting = true;
    setTimeout(() => {
      resting = false;
      if (!again) return;
      again = false;
      go();
    }, pauseMs);
  };
  return () => {
    if (resting) again = true;
    else go();
  };
};
