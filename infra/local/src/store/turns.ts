import type { RequestListener } from 'node:http';

/** One after the other: whoever has the turn works alone. */
export type Turns = {
  /** Resolves with what ends the turn. Those who come `first` pass those who wait already. */
  readonly take: (first?: boolean) => Promise<() => void>;
};

export const createTurns = (): Turns => {
  const waiting: ((done: () => void) => void)[] = [];
  let busy = false;
  const next = (): void => {
    const one = waiting.shift();
    busy = one !== undefined;
    if (one === undefined) return;
    let over = false;
    one(() => {
      if (!over) {
        over = true;
        next();
      }
    });
  };
  const take = (first = false): Promise<() => void> =>
    new Promise((resolve) => {
      if (first) waiting.unshift(resolve);
      else waiting.push(resolve);
      if (!busy) next();
    });
  return { take };
};

/** How long a request whose caller has gone may go on alone. */
const goneMs = 1_000;

/**
 * Lets one request at a time into a storage server, until its answer is ready. The embedded table server mixes up the undoing
 * of two batches that overlap; and a save between two requests holds no half of a batch.
 */
export const withTurns =
  (listener: RequestListener, turns: Turns): RequestListener =>
  (request, response) => {
    turns
      .take()
      .then((done) => {
        const { end } = response;
        // Whoever goes away in the middle must not stop the others; but a batch that is whole is finished first.
        response.once('close', () => setTimeout(done, request.complete ? goneMs : 0).unref());
        response.end = (...parts: unknown[]) => {
          done();
          Reflect.apply(end, response, parts);
          return response;
        };
        if (response.closed || response.destroyed) done();
        else listener(request, response);
      })
      .catch(() => response.destroy());
  };
