import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { withRuledOut } from './columns/entries.js';
import { type Field, fieldOf, idsAt } from './columns/field.js';
import { marketOf } from './columns/market.js';
import { openCore } from './core.js';
import { resumed } from './engine/resume.js';
import { finish, forbidPair, type Solved } from './engine/solve.js';
import { linked } from './links.js';
import { locksOf } from './locks.js';
import type { Matched, MatchOptions, MatchRefusal, MatchResult } from './outcome.js';
import { type Problem, problemOf, problemWith, weightOf } from './problem.js';
import { type Changes, groupsOf } from './rematch.js';
import type { MatchingRules, Two } from './rules.js';
import { type Scope, scopeOf, standingOf } from './scope.js';
import { matchedOf, resultOf } from './standing.js';
import { verify } from './verify.js';
import type { Worth } from './verify-trio.js';

/** A search that can be gone on from: whom it was about, and what was known of everybody who has taken part since it began. */
type Ready = { readonly field: Field; readonly scope: Scope; readonly live: Solved };

/**
 * A matching that is kept ready, so that what happens after it is answered at once. It changes in place: each answer goes on from
 * the last. Pairs of the result it was opened with are kept by the inertia of its options.
 */
export type Session = {
  readonly options: Omit<MatchOptions, 'locks' | 'forbid'>;
  changes: Changes;
  problem: Problem;
  ready: Ready;
  /** What was put into words, and what the rules said, by pair: neither changes but for a pair that is declined. */
  readonly words: Map<string, Matched>;
  readonly worth: Map<string, number>;
};

const optionsFor = (options: Session['options'], { kept, declined }: Changes): MatchOptions => ({
  ...options,
  locks: kept,
  forbid: declined,
});

const begin = (problem: Problem, locks: readonly (readonly PersonId[])[]): Ready => {
  const field = fieldOf(problem);
  const scope = scopeOf(field, problem, locks);
  return { field, scope, live: openCore(field, scope.places) };
};

/**
 * Prepares for what happens after a result: its pairs are kept by the inertia of the options, those of `changes.kept` in any
 * case. Refuses what `match` refuses of participants and locks.
 */
export const openSession = (
  earlier: Pick<MatchResult, 'pairs' | 'trio'>,
  changes: Changes,
  rules: MatchingRules,
  options: Omit<MatchOptions, 'previous' | 'locks' | 'forbid'>,
): Result<Session, MatchRefusal> => {
  const all = { ...options, previous: groupsOf(earlier) };
  const problem = problemOf(changes.participants, rules, optionsFor(all, changes));
  const locks = locksOf(problem, changes.participants);
  if (!locks.ok) return locks;
  const known = { words: new Map<string, Matched>(), worth: new Map<string, number>() };
  return ok({ options: all, changes, problem, ready: begin(problem, locks.value), ...known });
};

const remembered = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
};

/** The result as the search stands, or what is wrong with it: it is checked over all pairs. */
const resultFrom = (session: Session, ready: Ready, locks: readonly (readonly PersonId[])[]): Result<MatchResult, MatchRefusal> => {
  const { problem, words, worth } = session;
  const standing = standingOf(ready.field, problem, ready.scope, ready.live);
  const result = resultOf(problem, locks, standing, (of, members, locked) =>
    remembered(words, `${members.join(' ')}${locked ? ' locked' : ''}`, () => matchedOf(of, members, locked)),
  );
  const asked: Worth = (of, one, other) => remembered(worth, `${one} ${other}`, () => weightOf(of, one, other));
  const faults = verify(problem, result, ready.field, asked);
  return faults.length === 0 ? ok(result) : err({ code: 'proof-failed', faults });
};

const newlyDeclined = (before: Problem, now: Problem): readonly Two[] =>
  (now.options.forbid ?? []).filter(([one, other]) => linked(before.forbidden, one, other) !== true);

/** What the search knows of everybody: with whoever is new, and without the pairs that were declined meanwhile. */
const fieldFor = (field: Field, now: Problem, declined: readonly Two[]): Field => {
  const { ids, participants } = field.problem;
  if (!now.ids.every((id) => participants.has(id))) return fieldOf(now);
  let { entries } = field;
  for (const [one, other] of declined) {
    const [u, v] = [ids.indexOf(one), ids.indexOf(other)];
    if (u >= 0 && v >= 0 && u !== v) entries = withRuledOut(entries, u, v);
  }
  return { ...field, entries, problem: { ...now, ids, participants } };
};

/** Goes on from where the search stood; whoever left leaves it, whoever is new comes in, and declined pairs are taken apart. */
const goOn = (ready: Ready, before: Problem, now: Problem, locks: readonly (readonly PersonId[])[]): Ready => {
  const declined = newlyDeclined(before, now);
  const field = fieldFor(ready.field, now, declined);
  const scope = scopeOf(field, now, locks);
  const vertexOf = new Map(idsAt(ready.field, ready.scope.places).map((id, vertex) => [id, vertex]));
  const looked = ready.live.forest.price.slice();
  for (const [one, other] of declined) {
    const [u, v] = [vertexOf.get(one), vertexOf.get(other)];
    if (u !== undefined && v !== undefined && u !== v) forbidPair(ready.live, u, v);
  }
  const seats = Int32Array.from(idsAt(field, scope.places), (id) => vertexOf.get(id) ?? -1);
  const market = marketOf(field.columns, field.entries, scope.places, field.kinds);
  const areSame = seats.length === vertexOf.size && seats.every((vertex, place) => vertex === place);
  if (!areSame) return { field, scope, live: resumed(market, ready.live, seats, false) };
  finish(market, ready.live, looked, false);
  return { field, scope, live: ready.live };
};

/** The last look at all pairs, which is left out where the check of the result finds nothing. */
const lookAgain = ({ field, scope, live }: Ready): void =>
  finish(marketOf(field.columns, field.entries, scope.places, field.kinds), live, null);

/** A search can be gone on from as long as pairs are worth the same and no pair that was declined may come again. */
const canGoOn = (before: Problem, now: Problem): boolean =>
  before.scale.everyone === now.scale.everyone &&
  (before.options.forbid ?? []).every(([one, other]) => linked(now.forbidden, one, other) === true);

const answer = (session: Session, before: Problem, locks: readonly (readonly PersonId[])[]): Result<MatchResult, MatchRefusal> => {
  const { problem } = session;
  if (canGoOn(before, problem)) {
    session.ready = goOn(session.ready, before, problem, locks);
    const quick = resultFrom(session, session.ready, locks);
    if (!quick.ok) lookAgain(session.ready);
    const found = quick.ok ? quick : resultFrom(session, session.ready, locks);
    // Other prices may prove a trio with less work; those of a search from scratch often do.
    if (found.ok && found.value.exact) return found;
  }
  session.words.clear();
  session.worth.clear();
  session.ready = begin(problem, locks);
  return resultFrom(session, session.ready, locks);
};

/**
 * The best matching after what has happened: people who left or joined, pairs and trios that are kept, pairs that were declined,
 * each said in full and not by what is new. The same value as matching anew, proven and checked over all pairs, but found from
 * where the session stood. Refuses what `match` refuses; the session then stays as it is.
 */
export const rematchIn = (session: Session, changes: Changes): Result<MatchResult, MatchRefusal> => {
  const before = session.problem;
  const problem = problemWith(before.knowledge, changes.participants, optionsFor(session.options, changes));
  const locks = locksOf(problem, changes.participants);
  if (!locks.ok) return locks;
  session.changes = changes;
  session.problem = problem;
  for (const [one, other] of newlyDeclined(before, problem)) {
    for (const key of [`${one} ${other}`, `${other} ${one}`]) session.worth.delete(key);
  }
  return answer(session, before, locks.value);
};

/** The best matching after two people have declined each other, too. */
export const decline = (session: Session, pair: Two): Result<MatchResult, MatchRefusal> =>
  rematchIn(session, { ...session.changes, declined: [...session.changes.declined, pair] });
