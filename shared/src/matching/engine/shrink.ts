import { addToPrices, at, bringToTop, even, type Forest, isBlossom, odd, partnerOf, unreached } from './forest.js';
import { meetingPoint, towardsRoot } from './grow.js';
import { scanNode } from './scan.js';

type Ring = { readonly nodes: number[]; readonly links: number[] };

/** The nodes from an even node up to, but without, the meeting point, with the edges that join each to the next. */
const climb = (forest: Forest, from: number, meeting: number): Ring => {
  const nodes: number[] = [];
  const links: number[] = [];
  for (let node = from; node !== meeting; node = towardsRoot(forest, node)) {
    const partner = partnerOf(forest, node);
    const oddNode = at(forest.top, partner);
    nodes.push(node, oddNode);
    links.push(at(forest.base, node), partner, at(forest.entryTo, oddNode), at(forest.entryFrom, oddNode));
  }
  return { nodes, links };
};

/** The ring that an edge u–v closes: from the meeting point down to u, over the edge, and from v up again. */
const ringAround = (forest: Forest, u: number, v: number, meeting: number): Ring => {
  const left = climb(forest, at(forest.top, u), meeting);
  const right = climb(forest, at(forest.top, v), meeting);
  const nodes = [meeting, ...left.nodes.reverse()];
  const links = left.links.reverse();
  links.push(u, v);
  for (const node of right.nodes) nodes.push(node);
  for (const end of right.links) links.push(end);
  return { nodes, links };
};

/** Takes a child's part of the clock out of its own price, and brings the vertices of an odd child to the even reckoning. */
const settleChild = (forest: Forest, child: number, clock: number): void => {
  const { label, labelledAt, blossomPrice } = forest;
  const grown = 2 * (clock - (labelledAt[child] ?? 0));
  if (label[child] === even) {
    if (isBlossom(forest, child)) blossomPrice[child] = (blossomPrice[child] ?? 0) + grown;
    return;
  }
  if (isBlossom(forest, child)) blossomPrice[child] = (blossomPrice[child] ?? 0) - grown;
  addToPrices(forest, child, 2 * clock);
};

const chain = (forest: Forest, blossom: number, nodes: readonly number[]): void => {
  const { first, last, next, parent } = forest;
  let end = -1;
  for (const node of nodes) {
    parent[node] = blossom;
    bringToTop(forest, node, blossom);
    if (end < 0) first[blossom] = at(first, node);
    else next[end] = at(first, node);
    end = at(last, node);
  }
  last[blossom] = end;
};

/** Shrinks the odd ring that a tight edge between two even nodes closes into one even node. */
export const shrink = (forest: Forest, u: number, v: number, clock: number): void => {
  const blossom = forest.unused.pop();
  if (blossom === undefined) return;
  const meeting = meetingPoint(forest, at(forest.top, u), at(forest.top, v));
  const { nodes, links } = ringAround(forest, u, v, meeting);
  forest.ring[blossom] = nodes;
  forest.links[blossom] = links;
  forest.base[blossom] = at(forest.base, meeting);
  forest.blossomPrice[blossom] = 0;
  const joining = nodes.filter((node) => forest.label[node] === odd);
  for (const node of nodes) settleChild(forest, node, clock);
  for (const node of nodes) forest.label[node] = unreached;
  chain(forest, blossom, nodes);
  forest.label[blossom] = even;
  forest.labelledAt[blossom] = clock;
  forest.labelled.push(blossom);
  for (const node of joining) scanNode(forest, node);
};
