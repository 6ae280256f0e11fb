import type { PersonId } from '../ids.js';
import { ok, type Result } from '../result.js';
import { type FeedbackPairs, type FeedbackPairsRefusal, feedbackPairs } from './feedback-pairs.js';
import type { Wished } from './feedback-worth.js';

type Group = readonly PersonId[];

/**
 * The groups as they were announced, and who is there on the day. What anybody has named is not looked at any more: whoever may say
 * who is missing, and take it back, could else find out whom somebody named by trying (CP-24d).
 */
export type DayAsked = Omit<Wished, 'nominations'> & { readonly groups: readonly Group[]; readonly present: readonly PersonId[] };

export type DayPairs = {
  readonly groups: readonly Group[];
  /** Who has nobody but their coaching partner. */
  readonly alone: readonly PersonId[];
  /** Groups whose members are all there and that are not as they were all the same. */
  readonly disturbed: number;
};

/** As many groups at most are opened for somebody who would else be alone; more never helps but where next to nobody is there. */
const mostOpened = 2;
const fewGroups = 6;

const combinations = <T>(items: readonly T[], count: number): readonly (readonly T[])[] => {
  if (count === 0) return [[]];
  return items.flatMap((item, at) => combinations(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
};

const keyOf = (group: Group): string => [...group].sort().join(' ');

type Try = { readonly opened: readonly Group[]; readonly found: FeedbackPairs };

/** As few groups opened as will do for everybody to have a partner, or for as few as possible to be alone. */
const search = (asked: DayAsked, free: readonly PersonId[], intact: readonly Group[]): Result<Try, FeedbackPairsRefusal> => {
  const { coachingPairs, seed } = asked;
  const most = intact.length <= fewGroups ? intact.length : mostOpened;
  const ways = Array.from({ length: most + 1 }, (_, count) => count);
  let best: Try | null = null;
  for (const count of ways) {
    for (const opened of combinations(intact, count)) {
      const found = feedbackPairs({ coachingPairs, nominations: [], seed, participants: [...free, ...opened.flat()] });
      if (!found.ok) return found;
      if (found.value.alone.length === 0) return ok({ opened, found: found.value });
      if (best === null || found.value.alone.length < best.found.alone.length) best = { opened, found: found.value };
    }
  }
  const nobody = { groups: [], alone: free, counts: { mutual: 0, first: 0, second: 0, neither: 0 }, proof: { value: 0, bound: 0 } };
  return ok(best ?? { opened: [], found: nobody });
};

/**
 * The pairs for those who are there: whoever has lost their partner, or comes unexpectedly, is paired anew with as few others
 * disturbed as possible. A trio that one of its people is missing from goes on as a pair. Nobody is put together with their coaching
 * partner (CP-82).
 */
export const dayPairs = (asked: DayAsked): Result<DayPairs, FeedbackPairsRefusal> => {
  const present = new Set(asked.present);
  const left = asked.groups.map((group) => group.filter((id) => present.has(id))).filter((group) => group.length > 0);
  const intact = left.filter((group) => group.length > 1);
  const placed = new Set(intact.flat());
  const free = [...present].filter((id) => !placed.has(id)).sort();
  if (free.length === 0) return ok({ groups: intact, alone: [], disturbed: 0 });
  const searched = search(asked, free, intact);
  if (!searched.ok) return searched;
  const { opened, found } = searched.value;
  const isOpened = new Set(opened.map(keyOf));
  const groups = [...intact.filter((group) => !isOpened.has(keyOf(group))), ...found.groups];
  const after = new Set(groups.map(keyOf));
  return ok({ groups, alone: found.alone, disturbed: intact.filter((group) => !after.has(keyOf(group))).length });
};

/** Whose partners are others than before: they are the ones to be told. Whoever stays in the same group hears nothing. */
export const changedFor = (before: readonly Group[], after: readonly Group[]): readonly PersonId[] => {
  const known = new Set(before.map(keyOf));
  return after.filter((group) => !known.has(keyOf(group))).flat();
};
