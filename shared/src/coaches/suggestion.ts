import type { PersonId } from '../ids.js';
import type { Organisation } from '../organisation/organisation.js';
import { type Coach, type CoachId, whyNotFree } from './coach.js';
import { type Conflict, type ConflictAgreed, conflictsLeft, conflictsOf } from './conflicts.js';

/** How much a coach does: engagements that are open, and all there ever were. */
export type Load = { readonly open: number; readonly all: number };

export type SuggestionInput = {
  readonly organisation: Organisation;
  readonly coaches: readonly Coach[];
  /** Whoever is not in it has none. */
  readonly load: ReadonlyMap<CoachId, Load>;
  readonly clientIds: readonly [PersonId, PersonId];
  /** Any of these will do for all four together; none named, any language will. */
  readonly languages: readonly string[];
  readonly agreed: readonly ConflictAgreed[];
};

/** Why a coach cannot be one of the two. */
export type PassedOver = { readonly coachId: CoachId; readonly why: 'paused' | 'not-committed' | 'full' | 'language' | Conflict['code'] };

/** Why this coach holds this client's experience and not the other's (TT-02). */
export const holdReasons = ['other-is-nearer', 'same-place', 'either-way'] as const;
export type HoldReason = (typeof holdReasons)[number];

export type Held = { readonly coachId: CoachId; readonly clientId: PersonId; readonly load: Load };

export type Suggestion = {
  /** The two, and the languages that both of them and the clients speak; null where there are not two. */
  readonly two: { readonly holds: readonly [Held, Held]; readonly why: HoldReason; readonly languages: readonly string[] } | null;
  readonly passedOver: readonly PassedOver[];
};

const none: Load = { open: 0, all: 0 };
const folded = (text: string): string => text.trim().toLowerCase();

const speaksAny = (coach: Coach, wanted: readonly string[]): boolean =>
  wanted.length === 0 || coach.languages.some((one) => wanted.some((other) => folded(one) === folded(other)));

/** Languages that both speak, of those that will do. */
const shared = (one: Coach, other: Coach, wanted: readonly string[]): readonly string[] =>
  one.languages.filter((language) => speaksAny(other, [language]) && speaksAny({ ...one, languages: [language] }, wanted));

const whyNot = (input: SuggestionInput, coach: Coach): PassedOver['why'] | null => {
  const { organisation, clientIds, agreed, load, languages } = input;
  const [conflict] = conflictsLeft(conflictsOf(organisation, coach, clientIds), coach, clientIds, agreed);
  if (conflict !== undefined) return conflict.code;
  const busy = whyNotFree(coach, (load.get(coach.id) ?? none).open);
  return busy ?? (coach.languages.length > 0 && speaksAny(coach, languages) ? null : 'language');
};

type Ranked = { readonly coach: Coach; readonly load: Load };

/** Whoever does least comes first; of two who do as much, whoever has done least; then the order of ids, so that it is always the same. */
const leastFirst = (one: Ranked, other: Ranked): number =>
  one.load.open - other.load.open || one.load.all - other.load.all || (one.coach.id < other.coach.id ? -1 : 1);

/** The first two in the order of their load who have a language in common. */
const firstTwo = (ranked: readonly Ranked[], wanted: readonly string[]): readonly [Ranked, Ranked] | null => {
  for (let sum = 1; sum < 2 * ranked.length; sum += 1)
    for (let at = Math.max(0, sum - ranked.length + 1); 2 * at < sum; at += 1) {
      const [one, other] = [ranked[at], ranked[sum - at]];
      if (one !== undefined && other !== undefined && shared(one.coach, other.coach, wanted).length > 0) return [one, other];
    }
  return null;
};

type Sides = { readonly first: PersonId; readonly why: HoldReason };

/** Which client the first of the two holds. Whoever is near to one of them, as both have agreed, holds the other. */
const sidesFor = (input: SuggestionInput, one: Coach, other: Coach): Sides => {
  const [first, second] = input.clientIds;
  const isNear = (coach: Coach, client: PersonId) => conflictsOf(input.organisation, coach, [client]).length > 0;
  const nearness = Number(isNear(one, first)) + Number(isNear(other, second)) - Number(isNear(one, second)) - Number(isNear(other, first));
  if (nearness !== 0) return { first: nearness < 0 ? first : second, why: 'other-is-nearer' };
  const placeOf = (client: PersonId) => folded(input.organisation.people.get(client)?.location ?? '');
  const isAt = (coach: Coach, client: PersonId) => placeOf(client) !== '' && folded(coach.place) === placeOf(client);
  const places = Number(isAt(one, first)) + Number(isAt(other, second)) - Number(isAt(one, second)) - Number(isAt(other, first));
  if (places !== 0) return { first: places > 0 ? first : second, why: 'same-place' };
  return { first, why: 'either-way' };
};

/**
 * Two coaches from the register for two clients, and who holds whom (TT-02): free, with the code accepted, near to neither client
 * unless both agreed, with a language for all four, and of those whoever does least. Never the same coach twice; the same
 * question always has the same answer. With it, why each other coach was passed over.
 */
export const suggestCoaches = (input: SuggestionInput): Suggestion => {
  const verdicts = input.coaches.map((coach) => ({ coach, why: whyNot(input, coach) }));
  const passedOver = verdicts.flatMap(({ coach, why }) => (why === null ? [] : [{ coachId: coach.id, why }]));
  const ranked = verdicts
    .filter(({ why }) => why === null)
    .map(({ coach }) => ({ coach, load: input.load.get(coach.id) ?? none }))
    .sort(leastFirst);
  const two = firstTwo(ranked, input.languages);
  if (two === null) return { two: null, passedOver };
  const [one, other] = two;
  const { first, why } = sidesFor(input, one.coach, other.coach);
  const [a, b] = input.clientIds;
  const holds = [
    { coachId: one.coach.id, clientId: first, load: one.load },
    { coachId: other.coach.id, clientId: first === a ? b : a, load: other.load },
  ] as const;
  return { two: { holds, why, languages: shared(one.coach, other.coach, input.languages) }, passedOver };
};
