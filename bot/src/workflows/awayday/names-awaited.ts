import { areNamesOpen, awaitedNames } from '@coaching-pairs/shared/awayday/feedback-names';
import type { PersonId } from '@coaching-pairs/shared/ids';
import type { Occasion } from '@coaching-pairs/shared/reminders/occasions';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { RoundContent } from '@coaching-pairs/shared/round/standing';
import type { Deps } from '../deps.js';

/** Everybody in the round who has named nobody yet, while names are taken: read by the planner of reminders, and by nothing that answers anybody. */
export const namesAwaited = async (deps: Deps, round: Round, { participants }: RoundContent): Promise<readonly Occasion[]> => {
  const row = await deps.rounds.feedback(round.id);
  const now = deps.clock.now();
  if (row === null || !areNamesOpen(row.value, round, now)) return [];
  const said = new Map((await deps.rounds.feedbackNames(round.id)).map(({ value }) => [value.by, value]));
  return participants.flatMap((one) => awaitedNames(round, row.value, one, said.get(one.personId) ?? null, now));
};

/** Whether one person is still to be reminded. */
export const isNameAwaited = async ({ rounds, clock }: Deps, round: Round, personId: PersonId): Promise<boolean> => {
  const [row, participant, said] = await Promise.all([
    rounds.feedback(round.id),
    rounds.participant(round.id, personId),
    rounds.feedbackNamesOf(round.id, personId),
  ]);
  return participant !== null && awaitedNames(round, row?.value ?? null, participant.value, said?.value ?? null, clock.now()).length > 0;
};
