import type { Instant, PersonId, PlainDate } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { inState, type Round, type RoundRefusal } from '../round/round.js';
import { localDayOf } from '../time.js';
import { changedFor, type DayPairs } from './day.js';
import { closingOf } from './feedback-names.js';
import { type FeedbackPairs, partnersAmong } from './feedback-pairs.js';
import type { AwaydayPeople } from './nomination.js';

export type FeedbackGroup = {
  readonly memberIds: readonly PersonId[];
  /** Stays together when pairs are made again. */
  readonly locked: boolean;
};

/** Who is with whom on the day, and who is not there. */
type Standing = {
  readonly groups: readonly FeedbackGroup[];
  readonly alone: readonly PersonId[];
  /** Were to take part, and are not there on the day. */
  readonly absent: readonly PersonId[];
};

/** Of all who take part, how many have whom they named first, second, or neither; null where a number would tell of one of them. */
export type ToldCounts = { readonly first: number; readonly second: number; readonly neither: number };

/** The feedback pairs of a round, from the question for names to the day itself. */
export type Feedback = Standing & {
  /** The last day for names, where the round is at home. */
  readonly namesBy: PlainDate;
  readonly askedAt: Instant;
  readonly madeAt: Instant | null;
  /** How often pairs were made. */
  readonly makes: number;
  readonly announcedAt: Instant | null;
  /** Settled when pairs are first made, and never reckoned again: a change by hand would else tell who named whom. */
  readonly counts: ToldCounts | null;
  /** As it was before the last change of the day; null where there is nothing to undo. */
  readonly before: Standing | null;
};

export type FeedbackRefusal =
  | { readonly code: 'names-not-asked' }
  | { readonly code: 'names-still-open'; readonly until: PlainDate }
  | { readonly code: 'feedback-made' }
  | { readonly code: 'feedback-announced' }
  | { readonly code: 'feedback-not-made' }
  /** Pairs made again and again, around ever more that is locked, would tell whom somebody has named (CP-24d). */
  | { readonly code: 'feedback-made-often'; readonly most: number }
  | { readonly code: 'too-few-to-make'; readonly fewest: number }
  | { readonly code: 'feedback-not-announced' }
  /** Somebody else has changed these pairs. */
  | { readonly code: 'feedback-changed' }
  | { readonly code: 'coaching-partners-together'; readonly personIds: readonly PersonId[] }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nobody-takes-part' };

const running = ['active', 'awayday'] as const;

/** Asks everybody for two names until a day. Refused before the pairs of the round are announced, and for a day that has passed. */
export const askForNames = (round: Round, namesBy: PlainDate, now: Instant): Result<Feedback, RoundRefusal> => {
  const allowed = inState(round, ...running);
  if (!allowed.ok) return allowed;
  if (namesBy < localDayOf(now, round.timeZone)) return err({ code: 'day-passed', day: namesBy });
  const nobody = { groups: [], alone: [], absent: [] };
  return ok({ ...nobody, namesBy, askedAt: now, madeAt: null, makes: 0, announcedAt: null, counts: null, before: null });
};

/** Moves the last day for names; also reopens what is closed. Refused once pairs were made of the names. */
export const moveNamesBy = (
  round: Round,
  feedback: Feedback,
  namesBy: PlainDate,
  now: Instant,
): Result<Feedback, RoundRefusal | FeedbackRefusal> => {
  if (feedback.madeAt !== null) return err({ code: 'feedback-made' });
  const asked = askForNames(round, namesBy, now);
  return asked.ok ? ok({ ...feedback, namesBy }) : asked;
};

/** Pairs are made so often at most, and made again only of so many people: what comes of it would else tell whom one of them named. */
const mostMakes = 3;
const fewestRemade = 10;

/**
 * Whether pairs may be made now, or made again. Refused while names are taken, once the pairs are announced, and where somebody could
 * find out by trying whom one of a few has named (CP-24d).
 */
export const mayMake = (round: Round, feedback: Feedback | null, now: Instant): Result<Feedback, RoundRefusal | FeedbackRefusal> => {
  const allowed = inState(round, ...running);
  if (!allowed.ok) return allowed;
  if (feedback === null) return err({ code: 'names-not-asked' });
  if (feedback.announcedAt !== null) return err({ code: 'feedback-announced' });
  if (feedback.madeAt === null && now < closingOf(feedback, round.timeZone))
    return err({ code: 'names-still-open', until: feedback.namesBy });
  if (feedback.makes >= mostMakes) return err({ code: 'feedback-made-often', most: mostMakes });
  const movable = feedback.groups.filter((group) => !group.locked).flatMap(({ memberIds }) => memberIds);
  if (feedback.makes > 0 && movable.length < fewestRemade) return err({ code: 'too-few-to-make', fewest: fewestRemade });
  return ok(feedback);
};

/** Fewer people than this could be told apart by a number. */
const fewestCounted = 5;

/** Counts, as long as none is so small, nor all of them so one-sided, that it tells of somebody (C-03). */
export const toldCounts = ({ first, second, neither }: FeedbackPairs['counts']): ToldCounts | null =>
  [first, second, neither].every((count) => count >= fewestCounted) ? { first, second, neither } : null;

const sameMembers = (one: readonly PersonId[], other: readonly PersonId[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** What the pairing found; what was locked stays so. The counts are those of the first time. */
export const pairsMade = (feedback: Feedback, found: FeedbackPairs, at: Instant): Feedback => {
  const locked = feedback.groups.filter((group) => group.locked);
  const isLocked = (memberIds: readonly PersonId[]): boolean => locked.some((one) => sameMembers(one.memberIds, memberIds));
  const groups = found.groups.map((memberIds) => ({ memberIds, locked: isLocked(memberIds) }));
  const counts = feedback.madeAt === null ? toldCounts(found.counts) : feedback.counts;
  return { ...feedback, groups, alone: found.alone, counts, madeAt: feedback.madeAt ?? at, makes: feedback.makes + 1 };
};

const editable = (feedback: Feedback | null): Result<Feedback, FeedbackRefusal> => {
  if (feedback === null || feedback.madeAt === null) return err({ code: 'feedback-not-made' });
  return feedback.announcedAt === null ? ok(feedback) : err({ code: 'feedback-announced' });
};

/** Keeps a group together whenever pairs are made again, or no longer. */
export const lockGroup = (
  feedback: Feedback | null,
  memberIds: readonly PersonId[],
  locked: boolean,
): Result<Feedback, FeedbackRefusal> => {
  const allowed = editable(feedback);
  if (!allowed.ok) return allowed;
  const { groups } = allowed.value;
  if (!groups.some((one) => sameMembers(one.memberIds, memberIds))) return err({ code: 'feedback-changed' });
  const next = groups.map((one) => (sameMembers(one.memberIds, memberIds) ? { ...one, locked } : one));
  return ok({ ...allowed.value, groups: next });
};

/**
 * Lets two people change places, somebody without a partner among them; both groups are locked from then on. Refused where coaching
 * partners would come together (CP-82). What anybody has named is not looked at, so that no refusal tells of it.
 */
export const swapInGroups = (
  feedback: Feedback | null,
  [one, other]: readonly [PersonId, PersonId],
  coachingPairs: AwaydayPeople['coachingPairs'],
): Result<Feedback, FeedbackRefusal> => {
  const allowed = editable(feedback);
  if (!allowed.ok) return allowed;
  const { groups, alone } = allowed.value;
  const placeOf = (id: PersonId): number => groups.findIndex(({ memberIds }) => memberIds.includes(id));
  const [from, to] = [placeOf(one), placeOf(other)];
  const isKnown = [one, other].every((id) => placeOf(id) >= 0 || alone.includes(id));
  if (!isKnown || from === to) return err({ code: 'feedback-changed' });
  const swapped = (id: PersonId): PersonId => (id === one ? other : id === other ? one : id);
  const next = groups.map((group, at) => (at === from || at === to ? { memberIds: group.memberIds.map(swapped), locked: true } : group));
  const apart = next.map(({ memberIds }) => partnersAmong(coachingPairs, memberIds)).find((found) => found !== undefined);
  if (apart !== undefined) return err({ code: 'coaching-partners-together', personIds: apart });
  return ok({ ...allowed.value, groups: next, alone: alone.map(swapped) });
};

/** Makes the pairs known to those in them; once. */
export const announceFeedback = (feedback: Feedback | null, at: Instant): Result<Feedback, FeedbackRefusal> => {
  const allowed = editable(feedback);
  return allowed.ok ? ok({ ...allowed.value, announcedAt: at }) : allowed;
};

/** Only what everybody knows is changed on the day. */
export const onTheDay = (feedback: Feedback | null): Result<Feedback, FeedbackRefusal> =>
  feedback?.announcedAt == null ? err({ code: 'feedback-not-announced' }) : ok(feedback);

/** Whoever is there: all who were paired but for those who are absent now, and those who came. */
export const presentAfter = ({ groups, alone, absent }: Standing, gone: readonly PersonId[], came: readonly PersonId[]) => {
  const before = [...groups.flatMap(({ memberIds }) => memberIds), ...alone];
  const present = [...new Set([...before, ...came])].filter((id) => !gone.includes(id));
  const missing = [...new Set([...absent, ...gone])].filter((id) => !came.includes(id));
  return { present, absent: missing };
};

/** The pairs of the day as they are from now on, and whose partners have changed by it. */
export const dayChanged = (feedback: Feedback, found: DayPairs, absent: readonly PersonId[]) => {
  const groups = found.groups.map((memberIds) => ({ memberIds, locked: false }));
  const before = { groups: feedback.groups, alone: feedback.alone, absent: feedback.absent };
  const next: Feedback = { ...feedback, groups, alone: found.alone, absent, before };
  return { next, changed: changedFor(memberIdsOf(feedback), memberIdsOf(next)) };
};

export const memberIdsOf = ({ groups }: Pick<Standing, 'groups'>): readonly (readonly PersonId[])[] =>
  groups.map(({ memberIds }) => memberIds);

/** As it was before the last change of the day. */
export const dayUndone = (feedback: Feedback) => {
  if (feedback.before === null) return err({ code: 'nothing-to-undo' } as const);
  const next: Feedback = { ...feedback, ...feedback.before, before: null };
  return ok({ next, changed: changedFor(memberIdsOf(feedback), memberIdsOf(next)) });
};
