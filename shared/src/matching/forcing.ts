import type { PersonId } from '../ids.js';
import { type Field, fieldOf, idsAt, weightIn } from './columns/field.js';
import { type Core, solveCore } from './core.js';
import { type Problem, whyThis } from './problem.js';
import type { Two } from './rules.js';

/** The best pairs of everybody who is in no locked group, kept for questions of what another choice would cost. */
export type Weighed = {
  readonly problem: Problem;
  readonly field: Field;
  readonly best: Core;
  /** The place of each person among those weighed. */
  readonly placeOf: ReadonlyMap<PersonId, number>;
};

/** What it costs all matches together when some people are put together, and everybody else is matched as well as possible. */
export type Loss = {
  /** In units of the proof, over all tiers; 0 costs nothing. */
  readonly value: number;
  /** How many people more have no partner. */
  readonly unpaired: number;
  /** The round leader would have none, who has one otherwise (CP-03). */
  readonly leaderAlone: boolean;
  /** Points less in all; says little where more people have no partner. */
  readonly points: number;
};

/** Solves a problem for questions about it. A trio or a reserve is not looked at; somebody may be left alone. */
export const weighed = (problem: Problem): Weighed => {
  const field = fieldOf(problem);
  const taken = new Set((problem.options.locks ?? []).flat());
  const free = Int32Array.from(problem.ids.keys()).filter((place) => idsAt(field, [place]).every((id) => !taken.has(id)));
  const placeOf = new Map(idsAt(field, free).map((id, index) => [id, free[index] ?? -1] as const));
  return { problem, field, best: solveCore(field, free), placeOf };
};

const pointsOf = (problem: Problem, pairs: readonly Two[]): number =>
  pairs.reduce((sum, [one, other]) => sum + whyThis(problem, one, other).reduce((own, { points }) => own + points, 0), 0);

/** What all matches are worth together in points: what a loss is to be seen beside. */
export const pointsInAll = ({ problem, best }: Weighed): number => pointsOf(problem, best.pairs);

/** The exact loss of putting two people together; null where a rule is against it, or one of them is not there. */
export const lossOf = (of: Weighed, [one, other]: Two): Loss | null => {
  const { problem, field, best, placeOf } = of;
  const [u, v] = [placeOf.get(one), placeOf.get(other)];
  if (u === undefined || v === undefined) return null;
  const worth = weightIn(field, u, v);
  if (worth === 0) return null;
  if (best.pairs.some((pair) => pair.includes(one) && pair.includes(other)))
    return { value: 0, unpaired: 0, leaderAlone: false, points: 0 };
  const leader = problem.knowledge.rules.roundLeaderId;
  const isAlone = ({ alone }: Core): boolean => leader !== null && alone.includes(leader);
  const rest = solveCore(
    field,
    best.places.filter((place) => place !== u && place !== v),
  );
  return {
    value: best.certificate.primal - worth - rest.certificate.primal,
    unpaired: rest.alone.length - best.alone.length,
    leaderAlone: isAlone(rest) && !isAlone(best),
    points: pointsInAll(of) - pointsOf(problem, [[one, other], ...rest.pairs]),
  };
};
