import { at, type Forest, isBlossom, linksOf, partnerOf, ringOf } from './forest.js';

type Task = { readonly blossom: number; readonly vertex: number };

const childWith = (forest: Forest, blossom: number, vertex: number): number => {
  let node = vertex;
  while (at(forest.parent, node) !== blossom) node = at(forest.parent, node);
  return node;
};

/** Makes a vertex the base of its node: within a blossom everybody else is matched along the ring, and so on in those inside. */
export const rebase = (forest: Forest, node: number, vertex: number): void => {
  const tasks: Task[] = [];
  const plan = (child: number, within: number): void => {
    if (isBlossom(forest, child)) tasks.push({ blossom: child, vertex: within });
  };
  plan(node, vertex);
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { blossom } = task;
    const ring = ringOf(forest, blossom);
    const links = linksOf(forest, blossom);
    const index = ring.indexOf(childWith(forest, blossom, task.vertex));
    plan(ring[index] ?? -1, task.vertex);
    const [first, end] = index % 2 === 1 ? [index + 1, ring.length] : [0, index];
    for (let here = first; here < end; here += 2) {
      const [u, v] = [links[2 * here] ?? -1, links[2 * here + 1] ?? -1];
      forest.mate[u] = v;
      forest.mate[v] = u;
      plan(ring[here] ?? -1, u);
      plan(ring[(here + 1) % ring.length] ?? -1, v);
    }
    if (index > 0) {
      forest.ring[blossom] = [...ring.slice(index), ...ring.slice(0, index)];
      forest.links[blossom] = [...links.slice(2 * index), ...links.slice(0, 2 * index)];
    }
    forest.base[blossom] = task.vertex;
  }
};

/**
 * Exchanges matched and unmatched edges from an even vertex to the root of its tree. The vertex gets `partner`, −1 for none:
 * then the root has one instead. A tree that was entered from outside ends at the vertex that was entered, which is then left
 * on its own.
 */
export const exchangeToRoot = (forest: Forest, vertex: number, partner: number): void => {
  let [u, v] = [vertex, partner];
  for (;;) {
    const evenNode = at(forest.top, u);
    const left = partnerOf(forest, evenNode);
    rebase(forest, evenNode, u);
    forest.mate[u] = v;
    if (left < 0) return;
    const oddNode = at(forest.top, left);
    const [entryFrom, entryTo] = [at(forest.entryFrom, oddNode), at(forest.entryTo, oddNode)];
    rebase(forest, oddNode, entryTo);
    forest.mate[entryTo] = entryFrom;
    if (entryFrom < 0) return;
    [u, v] = [entryFrom, entryTo];
  }
};

/** Joins the tree over a tight edge to a node that has no partner: one pair more. */
export const augment = (forest: Forest, u: number, v: number): void => {
  rebase(forest, at(forest.top, v), v);
  forest.mate[v] = u;
  exchangeToRoot(forest, u, v);
};
