import type { PersonId } from '../ids.js';
import { chainAbove } from '../organisation/chains.js';
import type { Organisation } from '../organisation/organisation.js';
import { type Links, linked, linksFrom, linksOf } from './links.js';
import type { PairReason } from './reasons.js';
import type { MatchingRules, Two } from './rules.js';

/** The rules arranged so that a question about two people is answered at once. */
export type Knowledge = {
  readonly rules: MatchingRules;
  readonly organisation: Organisation;
  /** Levels above each participant, by manager; 1 for the direct one. */
  readonly levelsUp: (id: PersonId) => ReadonlyMap<PersonId, number>;
  /** Levels below somebody that are excluded for them; Infinity is the whole chain (CP-24a). */
  readonly reachOf: (id: PersonId) => number;
  readonly dotted: Links<{ readonly upper: PersonId; readonly lower: PersonId }>;
  /** Who has said so, see `whoWorksClosely`. */
  readonly closely: Links<number>;
  readonly apart: Links<true>;
  readonly roundsAgo: Links<number>;
  readonly repeatAllowed: Links<true>;
  readonly sameFunctionAllowed: Links<true>;
  readonly trusts: ReadonlyMap<PersonId, ReadonlySet<PersonId>>;
  /** How many earlier pairs have joined two functions. */
  readonly tiesBetween: (one: string, other: string) => number;
  /** A reason that many pairs have stands once in memory: the one made first for a key that says all of it. */
  readonly shared: (key: string, make: () => PairReason) => PairReason;
};

/** The two or three pairs of people within a group. */
export const twosOf = (members: readonly PersonId[]): readonly Two[] =>
  members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other] as const));

const forEachTwo = (members: readonly PersonId[], look: (one: PersonId, other: PersonId) => void): void => {
  members.forEach((one, index) => {
    for (let at = index + 1; at < members.length; at += 1) look(one, members[at] ?? one);
  });
};

/** So many lines are remembered at a time: who is asked about is mostly asked about again at once. */
const mostRemembered = 2_048;

const levelsOf = (organisation: Organisation): ((id: PersonId) => ReadonlyMap<PersonId, number>) => {
  const remembered = new Map<PersonId, ReadonlyMap<PersonId, number>>();
  return (id) => {
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const levels = new Map<PersonId, number>();
    for (const manager of chainAbove(organisation, id)) levels.set(manager, levels.size + 1);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(id, levels);
    return levels;
  };
};

/** How many levels below each person are excluded for them (CP-24a). */
export const reachesOf = (rules: Pick<MatchingRules, 'reach' | 'roundLeaderId'>): ((id: PersonId) => number) => {
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

const sharedReasons = (): Knowledge['shared'] => {
  const known = new Map<string, PairReason>();
  return (key, make) => {
    const reason = known.get(key) ?? make();
    known.set(key, reason);
    return reason;
  };
};

const trustsOf = (rules: MatchingRules): ReadonlyMap<PersonId, ReadonlySet<PersonId>> => {
  const trusts = new Map<PersonId, Set<PersonId>>();
  for (const trust of rules.trusts) trusts.set(trust.by, (trusts.get(trust.by) ?? new Set()).add(trust.in));
  return trusts;
};

const saidByFirst = 1;
const saidByOther = 2;

/** Who of two people has said that they work closely with the other, in the order of their ids. */
export const whoWorksClosely = ({ closely }: Pick<Knowledge, 'closely'>, one: PersonId, other: PersonId): readonly PersonId[] => {
  const said = linked(closely, one, other) ?? 0;
  const [first, last] = one < other ? [one, other] : [other, one];
  return [...((said & saidByFirst) !== 0 ? [first] : []), ...((said & saidByOther) !== 0 ? [last] : [])];
};

const closelyOf = ({ worksClosely }: MatchingRules): Links<number> =>
  linksFrom<number>(
    (enter) => {
      for (const { by, with: other } of worksClosely) enter(by, other, by < other ? saidByFirst : saidByOther);
    },
    (known, next) => known | next,
  );

const roundsAgoOf = ({ pastPairs }: MatchingRules): Links<number> =>
  linksFrom<number>(
    (enter) => {
      for (const { memberIds, roundsAgo } of pastPairs) forEachTwo(memberIds, (one, other) => enter(one, other, roundsAgo));
    },
    (known, next) => Math.min(known, next),
  );

/** Arranges the rules; nothing is refused, entries about unknown people are simply never asked for. */
export const knowledgeOf = (rules: MatchingRules): Knowledge => ({
  rules,
  organisation: rules.organisation,
  levelsUp: levelsOf(rules.organisation),
  reachOf: reachesOf(rules),
  dotted: linksFrom<MatchingRules['dottedLines'][number]>(
    (enter) => {
      for (const line of rules.dottedLines) enter(line.upper, line.lower, line);
    },
    (known) => known,
  ),
  closely: closelyOf(rules),
  apart: linksOf(rules.keptApart),
  roundsAgo: roundsAgoOf(rules),
  repeatAllowed: linksOf(rules.repeatsAllowed),
  sameFunctionAllowed: linksOf(rules.sameFunctionAllowed),
  trusts: trustsOf(rules),
  tiesBetween: tiesOf(rules),
  shared: sharedReasons(),
});
