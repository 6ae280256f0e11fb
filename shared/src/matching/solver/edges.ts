import { even, type Forest } from './forest.js';

/** Twice the slack of an edge; 0 when it is tight. */
export const slack = ({ n, weight, price }: Forest, u: number, v: number): number =>
  (price[u] ?? 0) + (price[v] ?? 0) - 2 * (weight[u * n + v] ?? 0);

/** The vertex of a node from which the edge to an outside vertex has least slack, −1 where there is no edge. */
export const nearest = ({ n, weight, near }: Forest, node: number, vertex: number): number => {
  if (node >= n) return near[node]?.[vertex] ?? -1;
  return (weight[node * n + vertex] ?? 0) > 0 ? node : -1;
};

/** Remembers an edge into a node when it has less slack than the one known. */
const offer = (forest: Forest, node: number, from: number, to: number): void => {
  const known = forest.bestFrom[node] ?? -1;
  if (known >= 0 && slack(forest, known, forest.bestTo[node] ?? -1) <= slack(forest, from, to)) return;
  forest.bestFrom[node] = from;
  forest.bestTo[node] = to;
};

/** Finds the edge of least slack into a node from all even nodes around it. */
export const seekBest = (forest: Forest, node: number): void => {
  const { n, top, label } = forest;
  forest.bestFrom[node] = -1;
  for (let vertex = 0; vertex < n; vertex += 1) {
    const around = top[vertex] ?? -1;
    if (around === node || label[around] !== even) continue;
    const within = nearest(forest, node, vertex);
    if (within >= 0) offer(forest, node, vertex, within);
  }
};

/** Tells all nodes around of the edges that lead to them from a node that has become even. */
export const spread = (forest: Forest, node: number): void => {
  const { n, top } = forest;
  for (let vertex = 0; vertex < n; vertex += 1) {
    const around = top[vertex] ?? -1;
    if (around === node) continue;
    const within = nearest(forest, node, vertex);
    if (within >= 0) offer(forest, around, within, vertex);
  }
};

/** The best edges of a blossom: for each vertex outside, the best of what its children have. */
export const nearTable = (forest: Forest, children: readonly number[]): Int32Array => {
  const table = new Int32Array(forest.n).fill(-1);
  for (const child of children) {
    for (let vertex = 0; vertex < forest.n; vertex += 1) {
      const candidate = nearest(forest, child, vertex);
      if (candidate < 0) continue;
      const known = table[vertex] ?? -1;
      if (known < 0 || slack(forest, candidate, vertex) < slack(forest, known, vertex)) table[vertex] = candidate;
    }
  }
  return table;
};
