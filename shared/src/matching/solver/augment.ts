import { at, type Forest, isBlossom, linkOf, ringOf } from './forest.js';

type Task = { readonly blossom: number; readonly vertex: number };

const childWith = (forest: Forest, blossom: number, vertex: number): number => {
  let node = vertex;
  while (at(forest.parent, node) !== blossom) node = at(forest.parent, node);
  return node;
};

/** The children that are matched anew, as pairs of neighbours on the ring, once the child at `index` holds the base. */
const rematchedFrom = (index: number, length: number): readonly number[] => {
  const [first, last] = index % 2 === 1 ? [index + 1, length] : [0, index];
  return Array.from({ length: Math.max(0, Math.ceil((last - first) / 2)) }, (_, step) => first + 2 * step);
};

/** Makes a vertex the base of its blossom: within it, everybody else is matched along the ring, and so on in the blossoms inside. */
const rebase = (forest: Forest, node: number, vertex: number): void => {
  const tasks: Task[] = isBlossom(forest, node) ? [{ blossom: node, vertex }] : [];
  const plan = (child: number, within: number): void => {
    if (isBlossom(forest, child)) tasks.push({ blossom: child, vertex: within });
  };
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { blossom } = task;
    const ring = ringOf(forest, blossom);
    const child = childWith(forest, blossom, task.vertex);
    const index = ring.indexOf(child);
    plan(child, task.vertex);
    for (const here of rematchedFrom(index, ring.length)) {
      const [u, v] = linkOf(forest, blossom, here);
      forest.mate[u] = v;
      forest.mate[v] = u;
      plan(ring[here] ?? -1, u);
      plan(ring[(here + 1) % ring.length] ?? -1, v);
    }
    const links = forest.links[blossom] ?? [];
    forest.ring[blossom] = [...ring.slice(index), ...ring.slice(0, index)];
    forest.links[blossom] = [...links.slice(index), ...links.slice(0, index)];
    forest.base[blossom] = task.vertex;
  }
};

/** Exchanges matched and unmatched edges from an even node to the root of its tree, beginning with the edge u–v. */
const exchangeToRoot = (forest: Forest, from: number, to: number): void => {
  let [u, v] = [from, to];
  for (;;) {
    const evenNode = at(forest.top, u);
    const partner = at(forest.mate, at(forest.base, evenNode));
    rebase(forest, evenNode, u);
    forest.mate[u] = v;
    if (partner < 0) return;
    const oddNode = at(forest.top, partner);
    const [entryFrom, entryTo] = [at(forest.entryFrom, oddNode), at(forest.entryTo, oddNode)];
    rebase(forest, oddNode, entryTo);
    forest.mate[entryTo] = entryFrom;
    [u, v] = [entryFrom, entryTo];
  }
};

/** One pair more: a tight edge has joined two trees, and the whole way from root to root is exchanged. */
export const augment = (forest: Forest, u: number, v: number): void => {
  exchangeToRoot(forest, u, v);
  exchangeToRoot(forest, v, u);
};
