import { addToPrices, at, bringToTop, type Forest, isBlossom, retire, ringOf } from './forest.js';

/** Takes apart an outermost blossom without a price, and those inside that have none either. */
export const dissolve = (forest: Forest, outermost: number): void => {
  const open = [outermost];
  for (let blossom = open.pop(); blossom !== undefined; blossom = open.pop()) {
    for (const child of ringOf(forest, blossom)) {
      forest.parent[child] = -1;
      bringToTop(forest, child, child);
      if (isBlossom(forest, child) && forest.blossomPrice[child] === 0) open.push(child);
    }
    retire(forest, blossom);
  }
};

/** Leaves a vertex and its partner, if there is one, on their own. */
export const separate = (forest: Forest, vertex: number): void => {
  const partner = at(forest.mate, vertex);
  if (partner >= 0) forest.mate[partner] = -1;
  forest.mate[vertex] = -1;
};

/** Takes apart an outermost blossom that has a price: its vertices share it, all edges stay covered, and its base is left on its own. */
export const breakUp = (forest: Forest, blossom: number): void => {
  const price = forest.blossomPrice[blossom] ?? 0;
  if (price > 0) {
    addToPrices(forest, blossom, price / 2);
    separate(forest, at(forest.base, blossom));
  }
  forest.blossomPrice[blossom] = 0;
  dissolve(forest, blossom);
};

/** Takes apart everything around a vertex, so that its price can change alone. */
export const bare = (forest: Forest, vertex: number): void => {
  for (let around = at(forest.top, vertex); isBlossom(forest, around); around = at(forest.top, vertex)) breakUp(forest, around);
};

/** Raises the price of a vertex, which leaves it and its partner on their own. */
export const raise = (forest: Forest, vertex: number, by: number): void => {
  bare(forest, vertex);
  forest.price[vertex] = (forest.price[vertex] ?? 0) + by;
  separate(forest, vertex);
};
