import type { PersonId } from '../ids.js';
import type { Solution } from '../matching/engine/solution.js';
import { solveTable } from '../matching/engine/solve-table.js';
import { twosOf } from '../matching/knowledge.js';
import { linked, linksOf } from '../matching/links.js';
import type { Two } from '../matching/rules.js';
import { tieKey, tieOf, tieRange } from '../matching/tie-break.js';
import { solutionFaults } from '../matching/verify-pairs.js';
import { err, ok, type Result } from '../result.js';
import type { AwaydayPeople, FeedbackNomination } from './nomination.js';

/** The most people who are paired for feedback at once. */
export const mostAtAwayday = 2_000;

export type FeedbackAsked = AwaydayPeople & {
  /** One a person; whoever names somebody who is not there, or whom they cannot be paired with, is simply not heard in that. */
  readonly nominations: readonly FeedbackNomination[];
  /** Breaks ties. */
  readonly seed: number;
};

/** Whom somebody was given: the one they named first or second, or neither. Never told to anybody but themselves. */
export type Honoured = 'first' | 'second' | 'neither';

export type FeedbackPairs = {
  readonly pairs: readonly Two[];
  /** Who has no partner: one where numbers are odd, more only where there is nobody but their coaching partner. */
  readonly alone: readonly PersonId[];
  /** How many people were given whom they named first, second, or neither (CP-82). */
  readonly counts: Readonly<Record<Honoured, number>>;
};

export type FeedbackRefusal =
  | { readonly code: 'duplicate-participant'; readonly personId: PersonId }
  | { readonly code: 'nominates-twice'; readonly personId: PersonId }
  | { readonly code: 'too-many'; readonly participants: number; readonly most: number }
  /** The result did not pass its own check and is not shown. */
  | { readonly code: 'proof-failed'; readonly faults: readonly string[] };

type Named = (by: PersonId, other: PersonId) => Honoured;

const namedIn = (nominations: readonly FeedbackNomination[]): Named => {
  const known = new Map(nominations.map((nomination) => [nomination.by, nomination]));
  return (by, other) => {
    const nomination = known.get(by);
    if (nomination?.first === other) return 'first';
    return nomination?.second === other ? 'second' : 'neither';
  };
};

/** What counts, each step more than all below it together: a pair more, mutual first choices, people with their first, with their second. */
type Tiers = Readonly<Record<Honoured | 'pair' | 'mutual' | 'ties', number>>;

const tiersFor = (people: number, ties: number): Tiers => {
  const pairs = Math.floor(people / 2) + 1;
  const second = ties * pairs + 1;
  const first = second * (2 * pairs + 1);
  const mutual = first * (2 * pairs + 1);
  return { pair: mutual * (pairs + 1), mutual, first, second, neither: 0, ties };
};

/** As many ties as can be broken while all sums stay exact in doubles. */
const exactTiers = (people: number): Tiers => {
  for (let ties = tieRange; ties > 0; ties = (ties - 1) / 2) {
    const tiers = tiersFor(people, ties);
    if ((people / 2 + 1) * (tiers.pair + 2 * tiers.mutual) * 8 < 2 ** 53) return tiers;
  }
  return tiersFor(people, 0);
};

/** What every two people are worth to each other, n × n; 0 for coaching partners. */
const tableOf = ({ coachingPairs, seed }: FeedbackAsked, ids: readonly PersonId[], named: Named): Float64Array => {
  const n = ids.length;
  const partners = linksOf(coachingPairs.flatMap((members) => twosOf(members)));
  const tiers = exactTiers(n);
  const keys = ids.map((id) => tieKey(seed, id));
  const table = new Float64Array(n * n);
  ids.forEach((one, u) => {
    for (let v = u + 1; v < n; v += 1) {
      const other = ids[v] ?? one;
      if (linked(partners, one, other) === true) continue;
      const [mine, theirs] = [named(one, other), named(other, one)];
      const tie = tieOf(keys[u] ?? 0, keys[v] ?? 0) & tiers.ties;
      const mutual = mine === 'first' && theirs === 'first' ? tiers.mutual : 0;
      table[u * n + v] = tiers.pair + mutual + tiers[mine] + tiers[theirs] + tie;
      table[v * n + u] = table[u * n + v] ?? 0;
    }
  });
  return table;
};

const resultOf = (ids: readonly PersonId[], { mate }: Solution, named: Named): FeedbackPairs => {
  const pairs: Two[] = [];
  const alone: PersonId[] = [];
  ids.forEach((id, place) => {
    const partner = mate[place] ?? -1;
    const other = ids[partner];
    if (other === undefined) alone.push(id);
    else if (partner > place) pairs.push([id, other]);
  });
  const honoured = pairs.flatMap(([one, other]) => [named(one, other), named(other, one)]);
  const count = (what: Honoured): number => honoured.filter((one) => one === what).length;
  return { pairs, alone, counts: { first: count('first'), second: count('second'), neither: count('neither') } };
};

const twice = (ids: readonly PersonId[]): PersonId | undefined => {
  const seen = new Set<PersonId>();
  return ids.find((id) => seen.size === seen.add(id).size);
};

/**
 * The feedback pairs of an Awayday (CP-82): as many people as possible have a partner, nobody their coaching partner. Beyond
 * that as many as possible who named each other first are together, then as many people as possible are with whom they named
 * first, then second. Proved best, and checked, before it is returned. Functions and lines of management do not matter here.
 */
export const feedbackPairs = (asked: FeedbackAsked): Result<FeedbackPairs, FeedbackRefusal> => {
  const { participants, nominations } = asked;
  const doubled = twice(participants);
  if (doubled !== undefined) return err({ code: 'duplicate-participant', personId: doubled });
  const eager = twice(nominations.map(({ by }) => by));
  if (eager !== undefined) return err({ code: 'nominates-twice', personId: eager });
  if (participants.length > mostAtAwayday) return err({ code: 'too-many', participants: participants.length, most: mostAtAwayday });
  const ids = [...participants].sort();
  const named = namedIn(nominations);
  const table = tableOf(asked, ids, named);
  const solution = solveTable(ids.length, table);
  const faults = solutionFaults(ids.length, (one, other) => table[one * ids.length + other] ?? 0, solution);
  return faults.length === 0 ? ok(resultOf(ids, solution, named)) : err({ code: 'proof-failed', faults });
};
