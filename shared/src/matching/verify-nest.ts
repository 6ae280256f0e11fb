import type { Certificate } from './outcome.js';

// A part of `verify`: shares nothing with the solver.

type Blossoms = Certificate['blossoms'];

/** The sum over all blossoms around both, by a look at each: for blossoms that are not nested. */
const sharedByLists = (n: number, blossoms: Blossoms): ((one: number, other: number) => number) => {
  const around: number[][] = Array.from({ length: n }, () => []);
  blossoms.forEach(({ members }, index) => {
    for (const member of members) around[member]?.push(index);
  });
  return (one, other) => {
    const theirs = new Set(around[other]);
    return (around[one] ?? []).reduce((sum, index) => sum + (theirs.has(index) ? (blossoms[index]?.price ?? 0) : 0), 0);
  };
};

/**
 * What the blossoms around two people cost together. Blossoms that are nested in each other, as they should be, are walked from
 * the inside outwards; whether they are nested is found out here and not believed.
 */
export const sharedBy = (n: number, blossoms: Blossoms): ((one: number, other: number) => number) => {
  const order = [...blossoms].sort((a, b) => b.members.length - a.members.length);
  const innermost = new Int32Array(n).fill(-1);
  const outwards = new Int32Array(order.length).fill(-1);
  const total = new Float64Array(order.length);
  const depth = new Int32Array(order.length);
  for (const [index, { members, price }] of order.entries()) {
    const outer = innermost[members[0] ?? -1] ?? -1;
    if (members.some((member) => innermost[member] !== outer)) return sharedByLists(n, blossoms);
    outwards[index] = outer;
    total[index] = price + (total[outer] ?? 0);
    depth[index] = 1 + (depth[outer] ?? 0);
    for (const member of members) innermost[member] = index;
  }
  return (one, other) => {
    let here = innermost[one] ?? -1;
    let there = innermost[other] ?? -1;
    while (here !== there) {
      if (here < 0 || there < 0) return 0;
      if ((depth[here] ?? 0) >= (depth[there] ?? 0)) here = outwards[here] ?? -1;
      else there = outwards[there] ?? -1;
    }
    return total[here] ?? 0;
  };
};
