import type { PersonId } from '../ids.js';
import { linesOf, pathOf } from './hard-rules.js';
import type { Knowledge } from './knowledge.js';
import { linked } from './links.js';
import type { Audience, PairReason } from './reasons.js';
import { sharedMinutes } from './working-hours.js';

/**
 * The points of each preference, whole and bounded. Mutual trust alone counts as much as everything else of two pairs together
 * (CP-24c); a pair that leans on a reach loses more than anything can bring it (CP-24a). Rank is no part of it (CP-23).
 */
export const points = {
  mutualTrust: 2400,
  perStep: 40,
  mostSteps: 8,
  newTie: 320,
  perSharedHour: 30,
  mostSharedHours: 8,
  language: 160,
  place: 80,
  beyondReach: -3600,
} as const;

const others =
  points.perStep * points.mostSteps + points.newTie + points.perSharedHour * points.mostSharedHours + points.language + points.place;

/** What the points of a pair can add up to, at least and at most. */
export const pointRange = { least: points.beyondReach, most: points.mutualTrust + others } as const;

const everybody: Audience = { kind: 'public' };

/** Steps between two people over the nearest manager they share; one of them may be that manager. Null where they share none. */
export const stepsBetween = (known: Knowledge, one: PersonId, other: PersonId): number | null => {
  const mine = known.levelsUp(one);
  const theirs = known.levelsUp(other);
  const direct = [theirs.get(one), mine.get(other)].filter((levels) => levels !== undefined);
  let fewest = direct.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...direct);
  for (const [manager, levels] of mine) fewest = Math.min(fewest, levels + (theirs.get(manager) ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(fewest) ? fewest : null;
};

const distance = (known: Knowledge, one: PersonId, other: PersonId): PairReason => {
  const steps = stepsBetween(known, one, other);
  const worth = Math.min(steps ?? points.mostSteps, points.mostSteps) * points.perStep;
  return known.shared(`distance ${steps}`, () => ({ code: 'distance', steps, points: worth, audience: everybody }));
};

const trust = (known: Knowledge, one: PersonId, other: PersonId): readonly PairReason[] => {
  const mutual = known.trusts.get(one)?.has(other) === true && known.trusts.get(other)?.has(one) === true;
  return mutual ? [{ code: 'mutual-trust', points: points.mutualTrust, audience: { kind: 'nobody' } }] : [];
};

/** Full points for two functions that no pair has joined, half for one earlier pair, and so on. */
export const tieWorth = (earlier: number): number => Math.floor(points.newTie / 2 ** Math.min(earlier, 16));

const tie = (known: Knowledge, one: PersonId, other: PersonId): readonly PairReason[] => {
  const [mine, theirs] = [known.organisation.functionOf.get(one), known.organisation.functionOf.get(other)];
  if (mine === undefined || theirs === undefined || mine === theirs) return [];
  const functions = mine < theirs ? ([mine, theirs] as const) : ([theirs, mine] as const);
  const reason = known.shared(`tie ${functions[0].length} ${functions.join()}`, () => {
    const earlier = known.tiesBetween(mine, theirs);
    return { code: 'tie', functions, earlier, points: tieWorth(earlier), audience: everybody };
  });
  return [reason];
};

/** Points for the minutes a day in which two people are both at work. */
export const hoursWorth = (minutes: number): number =>
  Math.min(Math.round((minutes / 60) * points.perSharedHour), points.perSharedHour * points.mostSharedHours);

export const languageOf = (tag: string | null): string | null => tag?.trim().split(/[-_]/)[0]?.toLowerCase() || null;

/** How places are compared; null where none is known. */
export const placeOf = (location: string | null): string | null => location?.trim().toLowerCase() || null;

const everydayThings = (known: Knowledge, one: PersonId, other: PersonId): readonly PairReason[] => {
  const [mine, theirs] = [known.organisation.people.get(one), known.organisation.people.get(other)];
  if (mine === undefined || theirs === undefined) return [];
  const reasons: PairReason[] = [];
  const minutes = sharedMinutes(mine.timeZone, theirs.timeZone, known.rules.startsAt);
  if (minutes !== null) {
    reasons.push(
      known.shared(`hours ${minutes}`, () => ({ code: 'shared-hours', minutes, points: hoursWorth(minutes), audience: everybody })),
    );
  }
  const language = languageOf(mine.language);
  if (language !== null && language === languageOf(theirs.language)) {
    reasons.push(
      known.shared(`language ${language}`, () => ({ code: 'shared-language', language, points: points.language, audience: everybody })),
    );
  }
  const place = placeOf(mine.location);
  if (place !== null && place === placeOf(theirs.location)) {
    const location = mine.location?.trim() ?? '';
    reasons.push(known.shared(`place ${location}`, () => ({ code: 'same-place', location, points: points.place, audience: everybody })));
  }
  return reasons;
};

const leaning = (known: Knowledge, one: PersonId, other: PersonId): readonly PairReason[] => {
  const line = linesOf(known, one, other)[0];
  const roundsAgo = linked(known.roundsAgo, one, other);
  const reasons: PairReason[] = [];
  if (line !== undefined) {
    const reach = known.reachOf(line.upper);
    reasons.push({ code: 'beyond-reach', path: pathOf(known, line), reach, points: points.beyondReach, audience: everybody });
  }
  if (roundsAgo !== undefined) reasons.push({ code: 'partners-again', roundsAgo, points: 0, audience: everybody });
  return reasons;
};

/** Everything that speaks for two people who may be paired, the weightiest kind first, and then what the pair leans on. */
export const preferencesFor = (known: Knowledge, one: PersonId, other: PersonId): readonly PairReason[] => [
  ...trust(known, one, other),
  distance(known, one, other),
  ...tie(known, one, other),
  ...everydayThings(known, one, other),
  ...leaning(known, one, other),
];
