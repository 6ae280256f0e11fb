import type { RoundId } from '@coaching-pairs/shared/ids';
import { isPulseOpen } from '@coaching-pairs/shared/pulse/opening';
import { countAnswers, type PulseAnswers } from '@coaching-pairs/shared/pulse/pulse';
import { err, type Result } from '@coaching-pairs/shared/result';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

type Answering = { readonly roundId: RoundId; readonly actor: Actor; readonly answers: PulseAnswers };

/**
 * Counts somebody's answers and spends their turn, in one sealed sheet of sums (CP-96). Whoever answers again is thanked again and
 * nothing is counted, so that neither a refusal nor a repeated call tells that there was an answer. No row, line of audit or message
 * comes of it.
 */
export const answerPulse = async (deps: Deps, { roundId, actor, answers }: Answering): Promise<Result<null, Refusal>> => {
  const [round, participant] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, actor.personId)]);
  if (round === null || participant?.value.answer !== 'joined') return err({ code: 'not-found' });
  if (!isPulseOpen(round.value, deps.clock.now())) return err({ code: 'pulse-not-open' });
  return deps.pulse.change(roundId, (tally) => {
    const counted = countAnswers(tally, actor.personId, answers);
    return counted.ok ? counted.value : null;
  });
};
