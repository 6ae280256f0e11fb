import { addToPrices, at, bringToTop, type Forest, linksOf, retire, ringOf, unreached } from './forest.js';
import { makeEven, makeOdd } from './grow.js';
import { queueOffers, scanNode } from './scan.js';

type Step = { readonly evenNode: number; readonly oddNode: number; readonly from: number; readonly to: number };

/** The way round the ring, from the child that was entered to the base: the direction in which it begins with a matched edge. */
const wayToBase = (forest: Forest, blossom: number, entered: number): readonly Step[] => {
  const ring = ringOf(forest, blossom);
  const links = linksOf(forest, blossom);
  const forwards = entered % 2 === 1;
  const steps: Step[] = [];
  for (let index = entered; index !== 0 && index !== ring.length; index += forwards ? 2 : -2) {
    const evenIndex = forwards ? index + 1 : index - 1;
    const oddIndex = forwards ? (index + 2) % ring.length : index - 2;
    const link = 2 * (forwards ? evenIndex : oddIndex);
    steps.push({
      evenNode: ring[evenIndex] ?? -1,
      oddNode: ring[oddIndex] ?? -1,
      from: links[forwards ? link : link + 1] ?? -1,
      to: links[forwards ? link + 1 : link] ?? -1,
    });
  }
  return steps;
};

/** Opens an odd blossom whose price has come down to 0: the children on the way to the base stay in the tree, the others leave it. */
export const expand = (forest: Forest, blossom: number, clock: number): void => {
  const children = ringOf(forest, blossom);
  const [from, to] = [at(forest.entryFrom, blossom), at(forest.entryTo, blossom)];
  for (const child of children) {
    forest.parent[child] = -1;
    forest.label[child] = unreached;
    bringToTop(forest, child, child);
  }
  const entered = children.indexOf(at(forest.top, to));
  const steps = wayToBase(forest, blossom, entered);
  retire(forest, blossom);
  makeOdd(forest, children[entered] ?? -1, clock, from, to);
  for (const step of steps) makeOdd(forest, step.oddNode, clock, step.from, step.to);
  for (const step of steps) makeEven(forest, step.evenNode, clock, 1);
  const left = children.filter((child) => forest.label[child] === unreached);
  for (const child of left) addToPrices(forest, child, clock);
  for (const child of left) queueOffers(forest, child);
  for (const step of steps) scanNode(forest, step.evenNode);
};
