import { type Problem, weightOf } from '@coaching-pairs/shared/matching/problem';

/** The most people whose graph is written: above it the edges fill a disk rather than a solver. */
export const mostInDimacs = 2000;

/**
 * The weighted graph of a matching in the form of DIMACS, numbered from 1: `p edge N M`, a comment `c id V ID` for each person,
 * and `e U V W` for each pair that the rules allow, with the weight of all tiers, so that without a trio the value of the proof
 * is the sum of the chosen ones.
 */
export const dimacsOf = (problem: Problem): string => {
  const { ids } = problem;
  const edges: string[] = [];
  ids.forEach((one, row) => {
    ids.slice(row + 1).forEach((other, after) => {
      const weight = weightOf(problem, one, other);
      if (weight > 0) edges.push(`e ${row + 1} ${row + after + 2} ${weight}`);
    });
  });
  const people = ids.map((id, place) => `c id ${place + 1} ${id}`);
  return `${[`p edge ${ids.length} ${edges.length}`, ...people, ...edges].join('\n')}\n`;
};
