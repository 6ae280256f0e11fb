import { operationId, type RoundId } from '@coaching-pairs/shared/ids';
import { isPulseDue } from '@coaching-pairs/shared/pulse/opening';
import { resultOf } from '@coaching-pairs/shared/pulse/pulse';
import { ok } from '@coaching-pairs/shared/result';
import { decideAndCommit, done } from '../change-round.js';
import type { Deps } from '../deps.js';

/**
 * Works out once what may be told of a pulse that is over, writes it into the round, and destroys the sheet it comes from together with
 * who has answered. False where it is not over, is done already, or the vault does not answer: then it is tried again.
 */
export const settlePulse = async (deps: Deps, roundId: RoundId): Promise<boolean> => {
  const isDue = async () => {
    const found = await deps.rounds.round(roundId);
    return found !== null && isPulseDue(found.value, deps.clock.now()) ? found : null;
  };
  if ((await isDue()) === null) return false;
  const tally = await deps.pulse.tally(roundId);
  if (!tally.ok) return false;
  const settled = await decideAndCommit<null>(deps.rounds.commit, async () => {
    const round = await isDue();
    const pulse = round?.value.pulse;
    if (round === null || pulse == null) return ok({ change: null, answer: null });
    const value = { ...round.value, pulse: { ...pulse, result: resultOf(tally.value, pulse.fewest) } };
    const audit = [done(deps, 'product', 'pulse.publish', { roundId })];
    const change = { roundId, opId: operationId(`pulse.${roundId}`), round: { value, etag: round.etag }, audit };
    return ok({ change, answer: null });
  });
  if (settled.ok) await deps.pulse.destroy(roundId);
  return settled.ok;
};

/** Settles every pulse that is over; answers how many. */
export const settlePulses = async (deps: Deps): Promise<number> => {
  let settled = 0;
  for (const round of await deps.rounds.list())
    if (isPulseDue(round, deps.clock.now()) && (await settlePulse(deps, round.id))) settled += 1;
  return settled;
};

const lookEvery = 5 * 60_000;

/** The same at most every five minutes, and at once when the clock was set. */
export const pulseClock = (deps: Deps): (() => Promise<number>) => {
  let last: number | undefined;
  return async () => {
    const now = Date.parse(deps.clock.now());
    if (last !== undefined && Math.abs(now - last) < lookEvery) return 0;
    const settled = await settlePulses(deps);
    last = now;
    return settled;
  };
};
