import { useState } from 'react';

/** Opens one question after another, each as new; `place` tells them apart, and a closed one keeps what it was about until it is gone. */
export const useAsking = <About>() => {
  const [asking, setAsking] = useState<{ readonly place: number; readonly open: boolean; readonly about: About } | null>(null);
  return {
    asking,
    ask: (about: About) => setAsking((before) => ({ place: (before?.place ?? 0) + 1, open: true, about })),
    close: () => setAsking((before) => before && { ...before, open: false }),
  };
};
