import type { PersonId } from '../ids.js';
import { withoutEdits } from './board-edits.js';
import type { Act, RepeatDecision, Round } from './round.js';

type Two = RepeatDecision['memberIds'];

/** In the order of ids, so that nobody comes first. */
const sorted = ([one, other]: Two): Two => (one < other ? [one, other] : [other, one]);

const isOf =
  (pair: Two) =>
  ({ memberIds }: Pick<RepeatDecision, 'memberIds'>): boolean =>
    pair.includes(memberIds[0]) && pair.includes(memberIds[1]);

/** Whether it is recorded of these two that they may meet again. */
export const isRepeatAllowed = ({ repeats }: Pick<Round, 'repeats'>, pair: Two): boolean => repeats.some(isOf(pair));

/** Records of past partners, with name and day, that nobody else is possible for them this round (CP-15). */
export const allowRepeats = (round: Round, pairs: readonly Two[], { by, at }: Pick<Act, 'by' | 'at'>): Round => {
  const fresh = pairs.filter((pair) => !isRepeatAllowed(round, pair));
  return { ...round, repeats: [...round.repeats, ...fresh.map((pair) => ({ memberIds: sorted(pair), by, at }))] };
};

/** Takes back what was recorded of them: they are kept apart again, and no change by hand that may lean on it comes back. */
export const takeBackRepeats = (round: Round, pairs: readonly Two[]): Round => ({
  ...withoutEdits(round),
  repeats: round.repeats.filter((decision) => !pairs.some((pair) => isOf(pair)(decision))),
});

/** The first two of them who are in one group of people. */
export const togetherIn = (groups: readonly (readonly PersonId[])[], pairs: readonly Two[]): Two | null =>
  pairs.find(([one, other]) => groups.some((members) => members.includes(one) && members.includes(other))) ?? null;
