import type { PersonId } from '../ids.js';
import { type Field, fieldOf, weightIn } from './columns/field.js';
import { type Core, coreOf, openCore, solveWithout } from './core.js';
import { solutionOf } from './engine/solution.js';
import type { Solved } from './engine/solve.js';
import { type Problem, whyThis } from './problem.js';
import type { Two } from './rules.js';
import { scopeOf } from './scope.js';
import { type Short, shortBy } from './short.js';

/** The best pairs of everybody who is in no locked group, kept for questions of what another choice would cost. */
export type Weighed = {
  readonly problem: Problem;
  readonly field: Field;
  readonly best: Core;
  /** The search as it ended: every question goes on from there. */
  readonly live: Solved;
  /** The place of each person among those weighed. */
  readonly placeOf: ReadonlyMap<PersonId, number>;
  /** The points of each pair that was asked about: most are the same from one question to the next. */
  readonly points: Map<string, number>;
};

/** What it costs all matches together when some people are put together, and everybody else is matched as well as possible. */
export type Loss = {
  /** In units of the proof, over all tiers; 0 costs nothing. */
  readonly value: number;
  /** How many people more have no partner. */
  readonly unpaired: number;
  /** The functions that these are of; empty where nobody more is alone. */
  readonly short: readonly Short[];
  /** The round leader would have none, who has one otherwise (CP-03). */
  readonly leaderAlone: boolean;
  /** Points less in all; says little where more people have no partner. */
  readonly points: number;
};

/** Solves a problem for questions about it. A trio or a reserve is not looked at; somebody may be left alone. */
export const weighed = (problem: Problem): Weighed => {
  const field = fieldOf(problem);
  const { places } = scopeOf(field, { ...problem, options: { ...problem.options, odd: 'leave' } }, problem.options.locks ?? []);
  const live = openCore(field, places);
  const best = coreOf(field, places, solutionOf(live.forest));
  const placeOf = new Map(best.certificate.ids.map((id, index) => [id, places[index] ?? -1] as const));
  return { problem, field, best, live, placeOf, points: new Map() };
};

const pointsOf = ({ problem, points }: Weighed, pairs: readonly Two[]): number =>
  pairs.reduce((sum, [one, other]) => {
    const key = `${one} ${other}`;
    const known = points.get(key) ?? whyThis(problem, one, other).reduce((own, reason) => own + reason.points, 0);
    points.set(key, known);
    return sum + known;
  }, 0);

/** What all matches are worth together in points: what a loss is to be seen beside. */
export const pointsInAll = (of: Weighed): number => pointsOf(of, of.best.pairs);

/** The exact loss of putting two people together; null where a rule is against it, or one of them is not there. */
export const lossOf = (of: Weighed, [one, other]: Two): Loss | null => {
  const { problem, field, best, live, placeOf } = of;
  const [u, v] = [placeOf.get(one), placeOf.get(other)];
  if (u === undefined || v === undefined) return null;
  const worth = weightIn(field, u, v);
  if (worth === 0) return null;
  if (best.pairs.some((pair) => pair.includes(one) && pair.includes(other)))
    return { value: 0, unpaired: 0, short: [], leaderAlone: false, points: 0 };
  const leader = problem.knowledge.rules.roundLeaderId;
  const isAlone = ({ alone }: Core): boolean => leader !== null && alone.includes(leader);
  const rest = solveWithout(field, best.places, live, [best.places.indexOf(u), best.places.indexOf(v)]);
  const unpaired = rest.alone.length - best.alone.length;
  return {
    value: best.certificate.primal - worth - rest.certificate.primal,
    unpaired,
    short: unpaired > 0 ? shortBy(problem.knowledge.organisation, best.alone, rest.alone) : [],
    leaderAlone: isAlone(rest) && !isAlone(best),
    points: pointsInAll(of) - pointsOf(of, [[one, other], ...rest.pairs]),
  };
};
