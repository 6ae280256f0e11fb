import type { PersonId } from '../../ids.js';
import type { Organisation } from '../../organisation/organisation.js';

/** Steps that distances are counted to; further away is as far as this. */
export const stepsCounted = 8;

/**
 * The lines of management as numbers. Everybody is a node of a forest, in which somebody stands above another when their
 * interval holds the other's. Where people report to each other in a ring, its members are the roots, and each stands above
 * everybody under any of them.
 */
export type Lines = {
  readonly node: ReadonlyMap<PersonId, number>;
  readonly manager: Int32Array;
  /** The interval of everybody under a node: numbers from `into` up to, but without, `out`. */
  readonly into: Int32Array;
  readonly out: Int32Array;
  /** Levels below the root. */
  readonly depth: Int32Array;
  /** The root of each node, the ring it belongs to (−1 for none), and the place and length of that ring. */
  readonly root: Int32Array;
  readonly ring: Int32Array;
  readonly ringPlace: Int32Array;
  readonly ringLength: Int32Array;
};

const managersOf = (organisation: Organisation, node: ReadonlyMap<PersonId, number>): Int32Array => {
  const manager = new Int32Array(node.size).fill(-1);
  for (const [id, at] of node) {
    const above = organisation.managerOf.get(id);
    const place = above === null || above === undefined ? undefined : node.get(above);
    if (place !== undefined && place !== at) manager[at] = place;
  }
  return manager;
};

/** Who reports to whom, as chains: the first report of each node, and the next one beside each. */
const reportsOf = (manager: Int32Array, isRoot: Uint8Array): { readonly first: Int32Array; readonly beside: Int32Array } => {
  const first = new Int32Array(manager.length).fill(-1);
  const beside = new Int32Array(manager.length).fill(-1);
  for (let at = manager.length - 1; at >= 0; at -= 1) {
    const above = manager[at] ?? -1;
    if (isRoot[at] === 1 || above < 0) continue;
    beside[at] = first[above] ?? -1;
    first[above] = at;
  }
  return { first, beside };
};

/** Numbers a tree from its root downwards; returns the next number. */
const numberTree = (lines: Lines, reports: ReturnType<typeof reportsOf>, root: number, begin: number): number => {
  const { into, out, depth, root: rootOf } = lines;
  const open = [root];
  let count = begin;
  while (open.length > 0) {
    const at = open.at(-1) ?? -1;
    if (into[at] === -1) {
      into[at] = count;
      count += 1;
      rootOf[at] = root;
      for (let report = reports.first[at] ?? -1; report >= 0; report = reports.beside[report] ?? -1) {
        depth[report] = (depth[at] ?? 0) + 1;
        open.push(report);
      }
      continue;
    }
    if (out[at] === -1) out[at] = count;
    open.pop();
  }
  return count;
};

export const linesOf = (organisation: Organisation): Lines => {
  const node = new Map<PersonId, number>();
  for (const id of organisation.people.keys()) node.set(id, node.size);
  const size = node.size;
  const blank = (): Int32Array => new Int32Array(size).fill(-1);
  const manager = managersOf(organisation, node);
  const lines: Lines = {
    node,
    manager,
    into: blank(),
    out: blank(),
    depth: new Int32Array(size),
    root: blank(),
    ring: blank(),
    ringPlace: blank(),
    ringLength: new Int32Array(size),
  };
  organisation.cycles.forEach((cycle, ring) => {
    if (cycle.length < 2) return;
    cycle.forEach((id, place) => {
      const at = node.get(id) ?? -1;
      lines.ring[at] = ring;
      lines.ringPlace[at] = place;
      lines.ringLength[at] = cycle.length;
    });
  });
  const isRoot = Uint8Array.from(manager, (above, at) => (above < 0 || (lines.ring[at] ?? -1) >= 0 ? 1 : 0));
  const reports = reportsOf(manager, isRoot);
  let count = 0;
  for (let at = 0; at < size; at += 1) if (isRoot[at] === 1) count = numberTree(lines, reports, at, count);
  return lines;
};

/** A node and those above it up to seven levels, nearest first; −1 where the line ends or a ring closes. */
export const writeAbove = (lines: Lines, node: number, above: Int32Array, offset: number): void => {
  const root = lines.root[node] ?? node;
  const length = (lines.depth[node] ?? 0) + Math.max(1, lines.ringLength[root] ?? 0);
  let here = node;
  for (let level = 0; level < stepsCounted; level += 1) {
    above[offset + level] = level < length ? here : -1;
    here = here < 0 ? -1 : (lines.manager[here] ?? -1);
  }
};

/** Levels by which one node stands above another over a ring, 0 when it does not. */
export const levelsOverRing = (lines: Lines, upper: number, lower: number): number => {
  const entry = lines.root[lower] ?? lower;
  const ring = lines.ring[upper] ?? -1;
  if (ring < 0 || upper === lower || upper === entry || lines.ring[entry] !== ring) return 0;
  const length = lines.ringLength[upper] ?? 1;
  return (lines.depth[lower] ?? 0) + (((lines.ringPlace[upper] ?? 0) - (lines.ringPlace[entry] ?? 0) + length) % length);
};
