import { at, even, type Forest, unreached } from './forest.js';
import { push } from './queue.js';

/** Second half of an entry's name in the queue: the event that an odd blossom has no price left. */
export const opening = -1;

/** Queues everything that can happen over the edges of an even vertex. An edge between two even nodes is queued as (n + u, v). */
const scanVertex = (forest: Forest, u: number): void => {
  const { n, graph, price, top, label, offer, offerFrom, queue, touched } = forest;
  const { start, neighbour, weight } = graph;
  const own = price[u] ?? 0;
  const node = top[u] ?? 0;
  if (own < forest.spentAt) {
    forest.spentAt = own;
    forest.spent = u;
    forest.limit = Math.min(forest.limit, own);
  }
  const end = start[u + 1] ?? 0;
  for (let edge = start[u] ?? 0; edge < end; edge += 1) {
    const v = neighbour[edge] ?? 0;
    const other = top[v] ?? 0;
    if (other === node) continue;
    const value = own - (weight[edge] ?? 0);
    const mark = label[other] ?? 0;
    if (mark === even) {
      const key = (value + (price[v] ?? 0)) / 2;
      if (key < forest.limit) push(queue, key, n + u, v);
      continue;
    }
    const known = offer[v] ?? 0;
    if (value >= known) continue;
    if (known === Number.POSITIVE_INFINITY) touched.push(v);
    offer[v] = value;
    offerFrom[v] = u;
    if (mark === unreached) queueOffer(forest, v);
  }
};

/** Queues the moment at which the best edge into a vertex that is not reached yet becomes tight. */
const queueOffer = (forest: Forest, vertex: number): void => {
  const { price, offer, offerFrom, top, base, mate, queue } = forest;
  const key = (offer[vertex] ?? 0) + (price[vertex] ?? 0);
  if (key >= forest.limit) return;
  if ((mate[base[top[vertex] ?? 0] ?? 0] ?? -1) < 0) forest.limit = key;
  push(queue, key, offerFrom[vertex] ?? 0, vertex);
};

export const scanNode = (forest: Forest, node: number): void => {
  const end = at(forest.last, node);
  for (let vertex = at(forest.first, node); ; vertex = at(forest.next, vertex)) {
    scanVertex(forest, vertex);
    if (vertex === end) return;
  }
};

/** After an odd blossom has opened: what leads into a child that has left the tree counts again. */
export const queueOffers = (forest: Forest, node: number): void => {
  const end = at(forest.last, node);
  for (let vertex = at(forest.first, node); ; vertex = at(forest.next, vertex)) {
    if ((forest.offer[vertex] ?? 0) < Number.POSITIVE_INFINITY) queueOffer(forest, vertex);
    if (vertex === end) return;
  }
};
