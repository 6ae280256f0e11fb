import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { type Paired, pairedAmong, type WithTrio, withTrio } from './feedback-trio.js';
import { scoreOf, type Wished, type Worth, worthOf } from './feedback-worth.js';
import { areCoachingPartners } from './nomination.js';

/** The most people who are paired for feedback at once. */
export const mostAtAwayday = 2_000;

export type FeedbackAsked = Wished & {
  readonly participants: readonly PersonId[];
  /** Twos or threes that stay together whatever anybody has named. */
  readonly locked?: readonly (readonly PersonId[])[];
};

/** How many people were given whom they named first, second, or neither; and how many twos had named each other first (CP-82). */
export type FeedbackCounts = ReturnType<typeof scoreOf>;

export type FeedbackPairs = {
  /** Pairs, and one group of three where numbers are odd; the locked ones among them. */
  readonly groups: readonly (readonly PersonId[])[];
  /** Who has no partner: nobody, but where there is only their own coaching partner. */
  readonly alone: readonly PersonId[];
  readonly counts: FeedbackCounts;
  /** What was reached, and what can be at most: the same where it is proved best. */
  readonly proof: { readonly value: number; readonly bound: number };
};

export type FeedbackPairsRefusal =
  | { readonly code: 'duplicate-participant'; readonly personId: PersonId }
  | { readonly code: 'nominates-twice'; readonly personId: PersonId }
  | { readonly code: 'too-many'; readonly participants: number; readonly most: number }
  | { readonly code: 'coaching-partners-together'; readonly personIds: readonly PersonId[] }
  | { readonly code: 'lock-overlaps'; readonly personId: PersonId }
  /** The result did not pass its own check and is not shown. */
  | { readonly code: 'proof-failed'; readonly faults: readonly string[] };

const twice = (ids: readonly PersonId[]): PersonId | undefined => {
  const seen = new Set<PersonId>();
  return ids.find((id) => seen.size === seen.add(id).size);
};

/** Two of them who are coaching partners, if any are. */
export const partnersAmong = (coachingPairs: Wished['coachingPairs'], group: readonly PersonId[]): readonly PersonId[] | undefined =>
  group
    .flatMap((one, at) => group.slice(at + 1).map((other) => [one, other]))
    .find(([one, other]) => {
      return one !== undefined && other !== undefined && areCoachingPartners(coachingPairs, one, other);
    });

const refusalOf = (asked: FeedbackAsked): FeedbackPairsRefusal | null => {
  const { participants, nominations, coachingPairs, locked = [] } = asked;
  const doubled = twice(participants);
  if (doubled !== undefined) return { code: 'duplicate-participant', personId: doubled };
  const eager = twice(nominations.map(({ by }) => by));
  if (eager !== undefined) return { code: 'nominates-twice', personId: eager };
  if (participants.length > mostAtAwayday) return { code: 'too-many', participants: participants.length, most: mostAtAwayday };
  const strange = locked.flat().find((id) => !participants.includes(id)) ?? twice(locked.flat());
  if (strange !== undefined) return { code: 'lock-overlaps', personId: strange };
  const apart = locked.map((group) => partnersAmong(coachingPairs, group)).find((found) => found !== undefined);
  return apart === undefined ? null : { code: 'coaching-partners-together', personIds: apart };
};

const pairsAlone = (worth: Worth): WithTrio => {
  const rest = pairedAmong(
    worth,
    worth.ids.map((_, place) => place),
  );
  return { trio: null, rest, proofs: [rest], value: rest.value, bound: rest.value };
};

const groupsOf = ({ ids }: Worth, { places, solution }: Paired, trio: readonly number[] | null) => {
  const idsAt = (found: readonly number[]): readonly PersonId[] => found.flatMap((place) => ids.slice(place, place + 1));
  const groups: (readonly PersonId[])[] = trio === null ? [] : [[...idsAt(trio)].sort()];
  const alone: PersonId[] = [];
  for (const [place, mate] of solution.mate.entries()) {
    const [one = -1, other = -1] = [places[place], places[mate]];
    if (mate < 0) alone.push(...idsAt([one]));
    else if (mate > place) groups.push(idsAt([one, other]));
  }
  return { groups, alone };
};

/**
 * The feedback pairs of an Awayday (CP-82), and one trio where numbers are odd: as many people as possible have a partner, nobody
 * their coaching partner. Beyond that as many as possible who named each other first are together, then as many people as possible
 * are with whom they named first, then second. Proved best, and checked, before it is returned. Functions and lines of management do
 * not matter here. What is locked stays as it is.
 */
export const feedbackPairs = (asked: FeedbackAsked): Result<FeedbackPairs, FeedbackPairsRefusal> => {
  const refusal = refusalOf(asked);
  if (refusal !== null) return err(refusal);
  const { locked = [], participants, nominations } = asked;
  const kept = new Set(locked.flat());
  const worth = worthOf(asked, [...participants].filter((id) => !kept.has(id)).sort());
  const { trio, rest, proofs, value, bound } = worth.ids.length % 2 === 0 ? pairsAlone(worth) : withTrio(worth);
  const faults = proofs.flatMap((proof) => proof.faults());
  if (faults.length > 0) return err({ code: 'proof-failed', faults });
  const found = groupsOf(worth, rest, trio);
  const groups = [...locked, ...found.groups];
  return ok({ groups, alone: found.alone, counts: scoreOf(nominations, groups), proof: { value, bound } });
};
