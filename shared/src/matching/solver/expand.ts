import { seekBest } from './edges.js';
import { at, bringToTop, type Forest, linkOf, ringOf, unreached } from './forest.js';
import { makeEven, makeOdd } from './grow.js';

type Step = { readonly evenNode: number; readonly oddNode: number; readonly from: number; readonly to: number };

/** The way round the ring, from the child that was entered to the base: the direction in which it begins with a matched edge. */
const wayToBase = (forest: Forest, blossom: number, entered: number): readonly Step[] => {
  const ring = ringOf(forest, blossom);
  const forwards = entered % 2 === 1;
  const steps: Step[] = [];
  for (let index = entered; index !== 0 && index !== ring.length; index += forwards ? 2 : -2) {
    const evenIndex = forwards ? index + 1 : index - 1;
    const oddIndex = forwards ? (index + 2) % ring.length : index - 2;
    const [first, second] = linkOf(forest, blossom, forwards ? evenIndex : oddIndex);
    steps.push({
      evenNode: ring[evenIndex] ?? -1,
      oddNode: ring[oddIndex] ?? -1,
      from: forwards ? first : second,
      to: forwards ? second : first,
    });
  }
  return steps;
};

/** Gives a blossom's number back; its children have been brought to the top. */
export const retire = (forest: Forest, blossom: number): void => {
  forest.ring[blossom] = [];
  forest.links[blossom] = [];
  forest.members[blossom] = [];
  forest.near[blossom] = new Int32Array(0);
  forest.label[blossom] = unreached;
  forest.unusedBlossoms.push(blossom);
};

/** Opens an odd blossom whose price has come down to 0; the children on the way to the base stay in the tree, the others leave it. */
export const expand = (forest: Forest, blossom: number): void => {
  const children = [...ringOf(forest, blossom)];
  const [from, to] = [at(forest.entryFrom, blossom), at(forest.entryTo, blossom)];
  for (const child of children) {
    bringToTop(forest, child);
    forest.label[child] = unreached;
  }
  const entered = children.indexOf(at(forest.top, to));
  const steps = wayToBase(forest, blossom, entered);
  retire(forest, blossom);
  makeOdd(forest, children[entered] ?? -1, from, to);
  for (const step of steps) makeOdd(forest, step.oddNode, step.from, step.to);
  for (const child of children) seekBest(forest, child);
  for (const step of steps) makeEven(forest, step.evenNode);
};
