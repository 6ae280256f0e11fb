import type { Certificate } from './outcome.js';

// A part of `verify`: shares nothing with the solver.

type Blossoms = Certificate['blossoms'];

/** What the blossoms around two people cost together; `atLeast` is quickly said. */
export type Shared = {
  readonly atLeast: (one: number, other: number) => number;
  readonly exactly: (one: number, other: number) => number;
};

/** The sum over all blossoms around both, by a look at each: for blossoms that are not nested. */
const sharedByLists = (n: number, blossoms: Blossoms): Shared => {
  const around: number[][] = Array.from({ length: n }, () => []);
  blossoms.forEach(({ members }, index) => {
    for (const member of members) around[member]?.push(index);
  });
  const exactly = (one: number, other: number): number => {
    const theirs = new Set(around[other]);
    return (around[one] ?? []).reduce((sum, index) => sum + (theirs.has(index) ? (blossoms[index]?.price ?? 0) : 0), 0);
  };
  return { atLeast: () => 0, exactly };
};

type Nest = {
  /** The innermost blossom around each person, −1 for none. */
  readonly innermost: Int32Array;
  /** Of each blossom: the next one outwards, one further outwards to leap to, the outermost one, how deep it lies, the price of it and all around. */
  readonly outwards: Int32Array;
  readonly leap: Int32Array;
  readonly outermost: Int32Array;
  readonly depth: Int32Array;
  readonly total: Float64Array;
};

/** Null when the blossoms are not nested in each other: that is found out here and not believed. */
const nestOf = (n: number, blossoms: Blossoms): Nest | null => {
  const order = [...blossoms].sort((a, b) => b.members.length - a.members.length);
  const column = (): Int32Array => new Int32Array(order.length).fill(-1);
  const nest: Nest = {
    innermost: new Int32Array(n).fill(-1),
    outwards: column(),
    leap: column(),
    outermost: column(),
    depth: new Int32Array(order.length),
    total: new Float64Array(order.length),
  };
  const { innermost, outwards, leap, outermost, depth, total } = nest;
  for (const [index, { members, price }] of order.entries()) {
    const outer = innermost[members[0] ?? -1] ?? -1;
    for (const member of members) {
      if (innermost[member] !== outer) return null;
      innermost[member] = index;
    }
    outwards[index] = outer;
    const [near, far] = [leap[outer] ?? -1, leap[leap[outer] ?? -1] ?? -1];
    const isEven = (depth[outer] ?? 0) - (depth[near] ?? 0) === (depth[near] ?? 0) - (depth[far] ?? 0);
    leap[index] = outer < 0 ? index : isEven ? far : outer;
    outermost[index] = outer < 0 ? index : (outermost[outer] ?? -1);
    depth[index] = 1 + (depth[outer] ?? 0);
    total[index] = price + (total[outer] ?? 0);
  }
  return nest;
};

/** The innermost blossom around two others in one nest: leaps first, steps where a leap would go too far. */
const meeting = ({ outwards, leap, depth }: Nest, one: number, other: number): number => {
  let [deep, high] = (depth[one] ?? 0) >= (depth[other] ?? 0) ? [one, other] : [other, one];
  const level = depth[high] ?? 0;
  while ((depth[deep] ?? 0) > level) {
    const far = leap[deep] ?? -1;
    deep = (depth[far] ?? 0) >= level ? far : (outwards[deep] ?? -1);
  }
  while (deep !== high) {
    const isTooFar = leap[deep] === leap[high];
    deep = (isTooFar ? outwards[deep] : leap[deep]) ?? -1;
    high = (isTooFar ? outwards[high] : leap[high]) ?? -1;
  }
  return deep;
};

/** Looks up what the blossoms around two people cost together. */
export const sharedBy = (n: number, blossoms: Blossoms): Shared => {
  const nest = nestOf(n, blossoms);
  if (nest === null) return sharedByLists(n, blossoms);
  const { innermost, outermost, total } = nest;
  const outer = innermost.map((index) => (index < 0 ? -1 : (outermost[index] ?? -1)));
  const isTogether = (one: number, other: number): boolean => (outer[one] ?? -1) >= 0 && outer[one] === outer[other];
  return {
    atLeast: (one, other) => (isTogether(one, other) ? (total[outer[one] ?? -1] ?? 0) : 0),
    exactly: (one, other) => (isTogether(one, other) ? (total[meeting(nest, innermost[one] ?? -1, innermost[other] ?? -1)] ?? 0) : 0),
  };
};
