import type { PersonId } from '../ids.js';
import { chainAbove } from '../organisation/chains.js';
import type { Organisation } from '../organisation/organisation.js';
import type { MatchingRules, Two } from './rules.js';

/** What is known between two people, found from either side. */
export type Links<T> = ReadonlyMap<PersonId, ReadonlyMap<PersonId, T>>;

/** The rules arranged so that a question about two people is answered at once. */
export type Knowledge = {
  readonly rules: MatchingRules;
  readonly organisation: Organisation;
  /** Levels above each participant, by manager; 1 for the direct one. */
  readonly levelsUp: (id: PersonId) => ReadonlyMap<PersonId, number>;
  /** Levels below somebody that are excluded for them; Infinity is the whole chain (CP-24a). */
  readonly reachOf: (id: PersonId) => number;
  readonly dotted: Links<{ readonly upper: PersonId; readonly lower: PersonId }>;
  readonly closely: Links<readonly PersonId[]>;
  readonly apart: Links<true>;
  readonly roundsAgo: Links<number>;
  readonly repeatAllowed: Links<true>;
  readonly sameFunctionAllowed: Links<true>;
  readonly trusts: ReadonlyMap<PersonId, ReadonlySet<PersonId>>;
  /** How many earlier pairs have joined two functions. */
  readonly tiesBetween: (one: string, other: string) => number;
};

export const linked = <T>(links: Links<T>, one: PersonId, other: PersonId): T | undefined => links.get(one)?.get(other);

/** Links made from entries; `join` says what becomes of two entries about the same people. */
export const linksFrom = <T>(entries: readonly (readonly [...Two, T])[], join: (known: T, next: T) => T): Links<T> => {
  const links = new Map<PersonId, Map<PersonId, T>>();
  const put = (from: PersonId, to: PersonId, value: T): void => {
    const row = links.get(from) ?? new Map<PersonId, T>();
    const known = row.get(to);
    row.set(to, known === undefined ? value : join(known, value));
    links.set(from, row);
  };
  for (const [one, other, value] of entries) {
    put(one, other, value);
    if (one !== other) put(other, one, value);
  }
  return links;
};

export const linksOf = (twos: readonly Two[]): Links<true> =>
  linksFrom(
    twos.map(([one, other]) => [one, other, true] as const),
    () => true,
  );

/** The two or three pairs of people within a group. */
export const twosOf = (members: readonly PersonId[]): readonly Two[] =>
  members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other] as const));

const forEachTwo = (members: readonly PersonId[], look: (one: PersonId, other: PersonId) => void): void => {
  members.forEach((one, index) => {
    for (let at = index + 1; at < members.length; at += 1) look(one, members[at] ?? one);
  });
};

const levelsOf = (organisation: Organisation): ((id: PersonId) => ReadonlyMap<PersonId, number>) => {
  const known = new Map<PersonId, ReadonlyMap<PersonId, number>>();
  return (id) => {
    const found = known.get(id) ?? new Map(chainAbove(organisation, id).map((manager, index) => [manager, index + 1]));
    known.set(id, found);
    return found;
  };
};

const reachesOf = (rules: MatchingRules): ((id: PersonId) => number) => {
  const decided = new Map(rules.reach.map((reach) => [reach.personId, reach.levels]));
  return (id) => {
    const levels = decided.get(id) ?? (id === rules.roundLeaderId ? 1 : 'whole');
    if (levels === 'whole' || Number.isNaN(levels)) return Number.POSITIVE_INFINITY;
    return Math.max(1, Math.floor(levels));
  };
};

const tiesOf = (rules: MatchingRules): ((one: string, other: string) => number) => {
  const { functionOf } = rules.organisation;
  const ties = new Map<string, Map<string, number>>();
  const count = (one: PersonId, other: PersonId): void => {
    const [mine, theirs] = [functionOf.get(one), functionOf.get(other)];
    if (mine === undefined || theirs === undefined) return;
    const [first, second] = mine < theirs ? [mine, theirs] : [theirs, mine];
    const row = ties.get(first) ?? new Map<string, number>();
    ties.set(first, row.set(second, (row.get(second) ?? 0) + 1));
  };
  for (const { memberIds } of rules.pastPairs) forEachTwo(memberIds, count);
  return (one, other) => (one < other ? ties.get(one)?.get(other) : ties.get(other)?.get(one)) ?? 0;
};

const trustsOf = (rules: MatchingRules): ReadonlyMap<PersonId, ReadonlySet<PersonId>> => {
  const trusts = new Map<PersonId, Set<PersonId>>();
  for (const trust of rules.trusts) trusts.set(trust.by, (trusts.get(trust.by) ?? new Set()).add(trust.in));
  return trusts;
};

/** Arranges the rules; nothing is refused, entries about unknown people are simply never asked for. */
export const knowledgeOf = (rules: MatchingRules): Knowledge => ({
  rules,
  organisation: rules.organisation,
  levelsUp: levelsOf(rules.organisation),
  reachOf: reachesOf(rules),
  dotted: linksFrom(
    rules.dottedLines.map((line) => [line.upper, line.lower, line] as const),
    (known) => known,
  ),
  closely: linksFrom(
    rules.worksClosely.map((entry) => [entry.by, entry.with, [entry.by]] as const),
    (known: readonly PersonId[], next) => [...new Set([...known, ...next])].sort(),
  ),
  apart: linksOf(rules.keptApart),
  roundsAgo: linksFrom(
    rules.pastPairs.flatMap((pair) => twosOf(pair.memberIds).map(([one, other]) => [one, other, pair.roundsAgo] as const)),
    (known: number, next) => Math.min(known, next),
  ),
  repeatAllowed: linksOf(rules.repeatsAllowed),
  sameFunctionAllowed: linksOf(rules.sameFunctionAllowed),
  trusts: trustsOf(rules),
  tiesBetween: tiesOf(rules),
});
