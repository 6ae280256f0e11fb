import type { Instant, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { isPulseOpen } from '@coaching-pairs/shared/pulse/opening';
import { fewestAnswers, hasAnswered, type PulseResult, pulseQuestions } from '@coaching-pairs/shared/pulse/pulse';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { isAdministrator, type Round } from '@coaching-pairs/shared/round/round';
import type { PulseShown, PulseView } from '@coaching-pairs/shared/wire/closing';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

const shown = (result: PulseResult): PulseShown =>
  result.kind === 'too-few' ? result : { ...result, shares: pulseQuestions.map((question) => ({ question, ...result.shares[question] })) };

const stateOf = (round: Round, isOpen: boolean): PulseView['state'] => {
  if (round.pulse === null) return 'not-opened';
  if (isOpen) return 'open';
  return round.pulse.result === null ? 'counting' : 'over';
};

/** Everybody who takes part, who leads the round and who organises it reads the same (CP-96). */
const maySee = (round: Round, me: PersonId, takesPart: boolean): boolean =>
  takesPart || (round.state !== 'draft' && round.leaderId === me) || isAdministrator(round, me);

/** What the page of a pulse says to anybody who may see it: nothing of any answer before it is over, and then what was published. */
export const roundPulse = (round: Round, now: Instant): Omit<PulseView, 'mine'> => ({
  state: stateOf(round, isPulseOpen(round, now)),
  until: round.pulse?.until ?? null,
  fewest: round.pulse?.fewest ?? fewestAnswers,
  result: round.pulse?.result == null ? null : shown(round.pulse.result),
});

/** The pulse as one person sees it: whether they are asked, and what came of it once it is over. How it stands meanwhile is told to nobody. */
export const pulseOf = async (
  deps: Deps,
  { roundId, actor }: { readonly roundId: RoundId; readonly actor: Actor },
): Promise<Result<PulseView, Refusal>> => {
  const me = actor.personId;
  const [found, participant] = await Promise.all([deps.rounds.round(roundId), deps.rounds.participant(roundId, me)]);
  const takesPart = participant?.value.answer === 'joined';
  if (found === null || !maySee(found.value, me, takesPart)) return err({ code: 'not-found' });
  const round = found.value;
  const now = deps.clock.now();
  const asked = takesPart && isPulseOpen(round, now);
  const tally = asked ? await deps.pulse.tally(roundId) : null;
  if (tally?.ok === false) return tally;
  return ok({ ...roundPulse(round, now), mine: tally === null ? 'not-asked' : hasAnswered(tally.value, me) ? 'answered' : 'to-answer' });
};
