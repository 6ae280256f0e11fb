import type { Instant, PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';

declare const brand: unique symbol;
/** A place in the register; somebody of the organisation has the one of their account. */
export type CoachId = string & { readonly [brand]: 'CoachId' };
/** Marks a string that an edge has already checked. */
export const coachId = (value: string): CoachId => value as CoachId;

/** Where a coach comes from. Whoever is external has no account before IT has invited them as a guest. */
export type CoachOrigin =
  | { readonly kind: 'inside'; readonly personId: PersonId }
  | { readonly kind: 'external'; readonly name: string; readonly mail: string; readonly guestId: PersonId | null };

/** What leaders are told of a coach, in the coach's own words. */
export type CoachProfile = { readonly about: string; readonly languages: readonly string[]; readonly place: string };

/** That a coach follows the Code of Ethics of the ICF, said by themselves (TT-30). */
export type Commitment = { readonly name: string; readonly at: Instant };

export type Coach = CoachProfile & {
  readonly id: CoachId;
  readonly from: CoachOrigin;
  /** Engagements at a time. */
  readonly capacity: number;
  /** Takes on nothing new for now. */
  readonly paused: boolean;
  readonly commitment: Commitment | null;
  /** When they were last about to be given to two clients; absent before. Told to nobody. */
  readonly givenAt?: Instant;
};

export const mostAtATime = 20;

export type CoachRefusal =
  /** Somebody of that account or that address stands in the register already. */
  | { readonly code: 'coach-known' }
  /** Their address has been changed since their account was looked for. */
  | { readonly code: 'coach-moved' }
  /** Whoever accepts the code does so by their own name. */
  | { readonly code: 'coach-name-missing' };

/** Who signs in as this coach; null for whoever cannot yet. */
export const accountOf = ({ from }: Coach): PersonId | null => (from.kind === 'inside' ? from.personId : from.guestId);

const sameAddress = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const isSame = (one: CoachOrigin, other: CoachOrigin): boolean => {
  if (one.kind === 'inside') return other.kind === 'inside' ? one.personId === other.personId : one.personId === other.guestId;
  return other.kind === 'external' && sameAddress(one.mail, other.mail);
};

const emptyProfile: CoachProfile = { about: '', languages: [], place: '' };

/**
 * Somebody as they enter the register: with nothing said for them, and with no code accepted. Refused for whoever is in it already.
 */
export const entered = (
  register: readonly Coach[],
  { id, from, capacity }: Pick<Coach, 'id' | 'from' | 'capacity'>,
): Result<Coach, CoachRefusal> =>
  register.some((coach) => isSame(coach.from, from) || isSame(from, coach.from))
    ? err({ code: 'coach-known' })
    : ok({ ...emptyProfile, id, from, capacity, paused: false, commitment: null });

/** Somebody from outside, from now on with the account that was found for their address; refused where another entry has it. */
export const linked = (
  others: readonly Coach[],
  coach: Coach,
  { mail, guestId }: { readonly mail: string; readonly guestId: PersonId },
): Result<Coach, CoachRefusal> => {
  if (coach.from.kind === 'inside' || !sameAddress(coach.from.mail, mail)) return err({ code: 'coach-moved' });
  if (others.some((other) => accountOf(other) === guestId)) return err({ code: 'coach-known' });
  return ok({ ...coach, from: { ...coach.from, guestId } });
};

/** A coach who has accepted the code by their own name and now; the first time counts. */
export const committed = (coach: Coach, name: string, at: Instant): Result<Coach, CoachRefusal> => {
  if (coach.commitment !== null) return ok(coach);
  return name.trim() === '' ? err({ code: 'coach-name-missing' }) : ok({ ...coach, commitment: { name: name.trim(), at } });
};

/** Why a coach cannot take on another engagement now; null when they can. `open` counts those they are in. */
export const whyNotFree = (coach: Coach, open: number): 'paused' | 'not-committed' | 'full' | null => {
  if (coach.commitment === null) return 'not-committed';
  if (coach.paused) return 'paused';
  return open < coach.capacity ? null : 'full';
};

export const canTakeOn = (coach: Coach, open: number): boolean => whyNotFree(coach, open) === null;

/** For so many minutes after they were about to be given a coach counts as given, whether that stands written yet or not. */
const minutesToWrite = 5;

/** Taken out of the register; refused for whoever is in an engagement, or is just being given to one. `open` counts those they are in. */
export const takenOut = (coach: Coach, open: number, now: Instant): Result<Coach, { readonly code: 'coach-engaged' }> => {
  const isBeingGiven = coach.givenAt !== undefined && Date.parse(now) < Date.parse(coach.givenAt) + minutesToWrite * 60_000;
  return open > 0 || isBeingGiven ? err({ code: 'coach-engaged' }) : ok(coach);
};
