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
  /** Of each blossom, outer ones first: the next one outwards, the outermost one, and the price of it and all around. */
  readonly outwards: Int32Array;
  readonly outermost: Int32Array;
  readonly total: Float64Array;
  /** The outer end of the row of blossoms it belongs to: each blossom goes on with the largest one inside it. */
  readonly head: Int32Array;
};

/** Blossoms in rows, so that on the way outwards from anybody only a few rows follow each other, however deep they are nested. */
const headsOf = (outwards: Int32Array): Int32Array => {
  const inside = new Int32Array(outwards.length).fill(-1);
  // The blossoms come in the order of their size, so that the first one inside is the largest.
  const head = Int32Array.from(outwards.keys());
  outwards.forEach((outer, blossom) => {
    if (outer < 0 || (inside[outer] ?? -1) >= 0) return;
    inside[outer] = blossom;
    head[blossom] = head[outer] ?? outer;
  });
  return head;
};

/** Null when the blossoms are not nested in each other: that is found out here and not believed. */
const nestOf = (n: number, blossoms: Blossoms): Nest | null => {
  const order = [...blossoms].sort((a, b) => b.members.length - a.members.length);
  const innermost = new Int32Array(n).fill(-1);
  const outwards = new Int32Array(order.length).fill(-1);
  const outermost = new Int32Array(order.length);
  const total = new Float64Array(order.length);
  for (const [index, { members, price }] of order.entries()) {
    const outer = innermost[members[0] ?? -1] ?? -1;
    for (const member of members) {
      if (innermost[member] !== outer) return null;
      innermost[member] = index;
    }
    outwards[index] = outer;
    outermost[index] = outer < 0 ? index : (outermost[outer] ?? -1);
    total[index] = price + (total[outer] ?? 0);
  }
  return { innermost, outwards, outermost, total, head: headsOf(outwards) };
};

/** The innermost blossom around two others in one nest: from row to row, and in one row the outer one of both. */
const meeting = ({ outwards, head }: Nest, one: number, other: number): number => {
  let [here, there] = [one, other];
  while (head[here] !== head[there]) {
    // Outer blossoms have lower numbers: the row that begins further inside is left.
    if ((head[here] ?? 0) > (head[there] ?? 0)) here = outwards[head[here] ?? -1] ?? -1;
    else there = outwards[head[there] ?? -1] ?? -1;
  }
  return Math.min(here, there);
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
