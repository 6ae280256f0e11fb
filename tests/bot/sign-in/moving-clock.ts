import type { Clock } from '@coaching-pairs/bot/ports/clock';
import { instant } from '@coaching-pairs/shared/ids';

/** A clock that moves only when told to. */
export type MovingClock = Clock & { advance(seconds: number): void; seconds(): number };

export function movingClock(start = Date.now()): MovingClock {
  let at = start;
  return {
    now: () => instant(new Date(at).toISOString()),
    advance: (seconds) => {
      at += seconds * 1000;
    },
    seconds: () => Math.floor(at / 1000),
  };
}
