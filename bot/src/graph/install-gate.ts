/** How installing is held back; milliseconds of elapsed time, of one clock. */
export type InstallGate = {
  /** 0 when one may go now, which is then counted; else how long to wait. */
  readonly take: (now: number) => number;
  /** The service asked for a pause. */
  readonly pauseUntil: (until: number) => void;
  /** The service did not answer, or was broken. */
  readonly failed: (now: number) => void;
  readonly worked: () => void;
};

/** Twenty a second are allowed: six are kept in reserve, so that calls held up on their way do not arrive too many at once. */
const windows = [
  { count: 14, milliseconds: 1_000 },
  { count: 2, milliseconds: 100 },
] as const;

/** So many failures in a row open the circuit; then one call a minute asks whether the service is back. */
const mostFailures = 5;
const restFor = 60_000;

export const createInstallGate = (): InstallGate => {
  let taken: readonly number[] = [];
  let pausedUntil = 0;
  let failures = 0;

  const waitFor = (now: number): number =>
    windows.reduce(
      (longest, { count, milliseconds }) => {
        const first = taken[taken.length - count];
        return first === undefined ? longest : Math.max(longest, first + milliseconds - now);
      },
      Math.max(0, pausedUntil - now),
    );

  return {
    take: (now) => {
      const wait = waitFor(now);
      if (wait > 0) return wait;
      taken = [...taken, now].slice(-windows[0].count);
      if (failures >= mostFailures) pausedUntil = now + restFor;
      return 0;
    },
    pauseUntil: (until) => {
      pausedUntil = Math.max(pausedUntil, until);
    },
    failed: (now) => {
      failures += 1;
      if (failures >= mostFailures) pausedUntil = Math.max(pausedUntil, now + restFor);
    },
    worked: () => {
      if (failures >= mostFailures) pausedUntil = 0;
      failures = 0;
    },
  };
};
