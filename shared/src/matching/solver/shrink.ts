import { nearTable, seekBest, spread } from './edges.js';
import { at, bringToTop, even, type Forest, membersOf } from './forest.js';
import { towardsRoot } from './grow.js';

type Ring = { readonly nodes: number[]; readonly links: (readonly [number, number])[] };

/** The nodes from an even node up to, but without, the meeting point, with the edges that join each to the next. */
const climb = (forest: Forest, from: number, meeting: number): Ring => {
  const nodes: number[] = [];
  const links: (readonly [number, number])[] = [];
  for (let node = from; node !== meeting; node = towardsRoot(forest, node)) {
    const base = at(forest.base, node);
    const partner = at(forest.mate, base);
    const oddNode = at(forest.top, partner);
    nodes.push(node, oddNode);
    links.push([base, partner], [at(forest.entryTo, oddNode), at(forest.entryFrom, oddNode)]);
  }
  return { nodes, links };
};

/** The ring that a tight edge u–v closes: from the meeting point down to u, over the edge, and from v up again. */
const ringAround = (forest: Forest, u: number, v: number, meeting: number): Ring => {
  const left = climb(forest, at(forest.top, u), meeting);
  const right = climb(forest, at(forest.top, v), meeting);
  const down = left.links.map(([from, to]) => [to, from] as const).reverse();
  return { nodes: [meeting, ...left.nodes.reverse(), ...right.nodes], links: [...down, [u, v], ...right.links] };
};

/** Shrinks the odd ring that a tight edge between two even nodes of one tree closes into one even node. */
export const shrink = (forest: Forest, u: number, v: number, meeting: number): void => {
  const blossom = forest.unusedBlossoms.pop();
  if (blossom === undefined) return;
  const { nodes, links } = ringAround(forest, u, v, meeting);
  forest.ring[blossom] = nodes;
  forest.links[blossom] = links;
  forest.members[blossom] = nodes.flatMap((node) => membersOf(forest, node));
  forest.near[blossom] = nearTable(forest, nodes);
  forest.base[blossom] = at(forest.base, meeting);
  forest.price[blossom] = 0;
  forest.label[blossom] = even;
  bringToTop(forest, blossom);
  for (const node of nodes) forest.parent[node] = blossom;
  seekBest(forest, blossom);
  spread(forest, blossom);
};
