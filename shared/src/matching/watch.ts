/** How far a matching is, in hundredths of the whole work; `total` is always 100. */
export type Progress = { readonly done: number; readonly total: number };

/** Who waits for a matching: is told how far it is, and may have it stopped between two of its steps. */
export type Watch = {
  /** Asked often; once it says true, the matching ends without a result. */
  readonly shouldStop?: () => boolean;
  /** Told each hundredth at most once, and never less than before. */
  readonly onProgress?: (progress: Progress) => void;
};

/** What the steps of a matching see of whoever waits. */
export type Pace = {
  /** Says which share of the work is done, from 0 to 1. */
  readonly reached: (share: number) => void;
  /** Whether to give up: what comes out then is worth nothing. */
  readonly isStopped: () => boolean;
};

export const unwatched: Pace = { reached: () => undefined, isStopped: () => false };

export const paceOf = ({ shouldStop, onProgress }: Watch): Pace => {
  let told = -1;
  let stopped = false;
  return {
    reached: (share) => {
      const done = Math.floor(100 * Math.max(0, Math.min(share, 1)));
      if (done <= told) return;
      told = done;
      onProgress?.({ done, total: 100 });
    },
    isStopped: () => {
      stopped ||= shouldStop?.() === true;
      return stopped;
    },
  };
};

/** The pace of a part of the work that begins and ends at these shares of the whole. */
export const partOf = (pace: Pace, begin: number, end: number): Pace => ({
  reached: (share) => pace.reached(begin + share * (end - begin)),
  isStopped: pace.isStopped,
});
