const second = 1_000;

/**
 * Waits so many milliseconds for an answer, then aborts. The last second is counted anew: a process that stood still finds its time
 * over before it has read what arrived meanwhile, and a message whose answer is thrown away would go a second time.
 */
export const waiting =
  (milliseconds: number, lastly = second) =>
  async <T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const tooLong = new AbortController();
    let timer = setTimeout(() => {
      timer = setTimeout(() => tooLong.abort(), lastly);
    }, milliseconds - lastly);
    try {
      return await ask(tooLong.signal);
    } finally {
      clearTimeout(timer);
    }
  };
