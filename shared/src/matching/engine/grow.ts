import { addToPrices, at, even, type Forest, isBlossom, odd, partnerOf } from './forest.js';
import { push } from './queue.js';
import { opening } from './scan.js';

/** Labels a node even; `before` says how its stored prices relate to the clock until now: 0 not at all, 1 as an odd node's. */
export const makeEven = (forest: Forest, node: number, clock: number, before: 0 | 1): void => {
  forest.label[node] = even;
  forest.labelledAt[node] = clock;
  forest.labelled.push(node);
  addToPrices(forest, node, (1 + before) * clock);
};

/** Labels a node odd, without a change of its stored prices. */
export const makeOdd = (forest: Forest, node: number, clock: number, from: number, to: number): void => {
  forest.label[node] = odd;
  forest.labelledAt[node] = clock;
  forest.entryFrom[node] = from;
  forest.entryTo[node] = to;
  forest.labelled.push(node);
  if (isBlossom(forest, node)) push(forest.queue, clock + (forest.blossomPrice[node] ?? 0) / 2, opening, node);
};

/** The even node one step nearer to the root, −1 for the root. */
export const towardsRoot = (forest: Forest, node: number): number => {
  const partner = partnerOf(forest, node);
  return partner < 0 ? -1 : at(forest.top, at(forest.entryFrom, at(forest.top, partner)));
};

/** The first even node on both ways to the root. */
export const meetingPoint = (forest: Forest, one: number, other: number): number => {
  forest.marking += 1;
  let [here, there] = [one, other];
  while (here >= 0 || there >= 0) {
    if (here >= 0) {
      if (forest.mark[here] === forest.marking) return here;
      forest.mark[here] = forest.marking;
      here = towardsRoot(forest, here);
    }
    [here, there] = [there, here];
  }
  return -1;
};
