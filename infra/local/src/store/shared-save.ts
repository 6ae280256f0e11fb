/** Resolves once a save that began after the call has finished; rejects when that save failed. */
export type Durable = () => Promise<void>;

/**
 * Several writers share one save: whoever asks while a save runs waits for the next one, because the running one may have
 * been serialised before their change.
 *
 * @param save takes a snapshot synchronously when called and resolves when it is on disk
 */
export const createSharedSave = (save: () => Promise<void>): Durable => {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const begin = (): Promise<void> => {
    const current = save().finally(() => {
      if (running === current) {
        running = undefined;
      }
    });
    running = current;
    return current;
  };

  return () => {
    if (running === undefined) {
      return begin();
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
};
