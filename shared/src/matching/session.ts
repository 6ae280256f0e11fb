import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { withRuledOut } from './columns/entries.js';
import { type Field, fieldOf, idsAt, isolatedAmong } from './columns/field.js';
import { marketOf } from './columns/market.js';
import { coreOf, openCore } from './core.js';
import { solutionOf } from './engine/solution.js';
import { finish, forbidPair, type Solved } from './engine/solve.js';
import { linksOf } from './knowledge.js';
import { lockedGroups, participantFault } from './locks.js';
import { matchProblem } from './match.js';
import type { Matched, MatchRefusal, MatchResult } from './outcome.js';
import { type Problem, problemOf, weightOf } from './problem.js';
import { type Changes, groupsOf } from './rematch.js';
import type { MatchingRules, Two } from './rules.js';
import { matchedOf, resultOf } from './standing.js';
import { verify, type Worth } from './verify.js';

/**
 * A matching that is kept ready, so that a decline is answered at once. It changes in place: each answer goes on from the last.
 */
export type Session = {
  problem: Problem;
  field: Field;
  live: Solved | null;
  /** Whom the search is about: everybody but those in locked groups. */
  readonly free: Int32Array;
  readonly locks: readonly (readonly PersonId[])[];
  readonly participants: readonly PersonId[];
  readonly declined: Two[];
  /** What was put into words, and what the rules said, by pair: neither changes but for a pair that is declined. */
  readonly words: Map<string, Matched>;
  readonly worth: Map<string, number>;
};

const keyOf = (members: readonly PersonId[]): string => members.join(' ');

/**
 * Prepares for declines after a result: its pairs are kept by the inertia of the options, those of `changes.kept` in any case.
 * Refuses what `match` refuses of participants and locks.
 */
export const openSession = (
  earlier: Pick<MatchResult, 'pairs' | 'trio'>,
  changes: Changes,
  rules: MatchingRules,
  options: Omit<Problem['options'], 'previous' | 'locks' | 'forbid'>,
): Result<Session, MatchRefusal> => {
  const { participants, kept, declined } = changes;
  const problem = problemOf(participants, rules, { ...options, previous: groupsOf(earlier), locks: kept, forbid: declined });
  const fault = participantFault(problem, participants);
  if (fault !== null) return err(fault);
  const locks = lockedGroups(problem);
  if (!locks.ok) return locks;
  const field = fieldOf(problem);
  const taken = new Set(locks.value.flat());
  const free = Int32Array.from(problem.ids.keys()).filter((place) => idsAt(field, [place]).every((id) => !taken.has(id)));
  const known = { words: new Map<string, Matched>(), worth: new Map<string, number>() };
  const live = openCore(field, free);
  return ok({ problem, field, live, free, locks: locks.value, participants, declined: [...declined], ...known });
};

const remembered = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
};

/** The result as the session stands, checked over all pairs; null when it does not pass. */
const standingResult = (session: Session, live: Solved): MatchResult | null => {
  const { problem, field, free, locks, words, worth } = session;
  const core = coreOf(field, free, solutionOf(live.forest));
  const standing = {
    field,
    whole: core,
    isolated: idsAt(field, isolatedAmong(field, free)),
    core: { trio: null, rest: core, gap: 0 },
    reserveId: null,
  };
  const result = resultOf(problem, locks, standing, (asked, members, locked) =>
    remembered(words, keyOf(members), () => matchedOf(asked, members, locked)),
  );
  const asked: Worth = (of, one, other) => remembered(worth, keyOf([one, other]), () => weightOf(of, one, other));
  return verify(problem, result, field, asked).length === 0 ? result : null;
};

/** Everybody matched but those who cannot be: then nothing is to be said of odd numbers, and the session can go on by itself. */
const isPlain = ({ unmatched, deficiency }: MatchResult): boolean => unmatched.length === 0 && deficiency === null;

/** The whole way anew, for what a session does not do by itself. */
const anew = ({ problem, participants, declined }: Session): Result<MatchResult, MatchRefusal> =>
  matchProblem(problemOf(participants, problem.knowledge.rules, { ...problem.options, forbid: declined }), participants);

const place = ({ problem, free }: Session, id: PersonId): number => free.findIndex((at) => problem.ids[at] === id);

const forget = (session: Session, one: PersonId, other: PersonId): void => {
  for (const members of [
    [one, other],
    [other, one],
  ]) {
    session.words.delete(keyOf(members));
    session.worth.delete(keyOf(members));
  }
};

const withoutPair = (session: Session, live: Solved, [one, other]: Two): MatchResult | null => {
  const [u, v] = [place(session, one), place(session, other)];
  if (u < 0 || v < 0) return null;
  const { columns, entries, kinds } = session.field;
  session.field = { ...session.field, entries: withRuledOut(entries, session.free[u] ?? -1, session.free[v] ?? -1) };
  const market = marketOf(columns, session.field.entries, session.free, kinds);
  const seen = Float64Array.from(live.forest.price);
  forbidPair(live, u, v);
  finish(market, live, seen, false);
  const quick = standingResult(session, live);
  if (quick !== null) return isPlain(quick) ? quick : null;
  finish(market, live, null);
  const full = standingResult(session, live);
  return full !== null && isPlain(full) ? full : null;
};

/**
 * The best matching after two people have declined each other, too: the same value as matching anew, proven and checked over all
 * pairs, but found from where the session stood. What it cannot do by itself (odd numbers, people who must stay alone) is matched anew.
 */
export const decline = (session: Session, pair: Two): Result<MatchResult, MatchRefusal> => {
  session.declined.push(pair);
  forget(session, ...pair);
  const options = { ...session.problem.options, forbid: session.declined };
  session.problem = { ...session.problem, options, forbidden: linksOf(session.declined) };
  session.field = { ...session.field, problem: session.problem };
  const result = session.live === null ? null : withoutPair(session, session.live, pair);
  if (result !== null) return ok(result);
  session.live = null;
  const fresh = anew(session);
  if (!fresh.ok || !isPlain(fresh.value)) return fresh;
  session.field = fieldOf(session.problem);
  session.live = openCore(session.field, session.free);
  return fresh;
};
