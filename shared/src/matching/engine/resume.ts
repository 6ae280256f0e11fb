import { type Pace, unwatched } from '../watch.js';
import { addEdge, graphOf } from './graph.js';
import type { Market } from './market.js';
import { reseated } from './reseat.js';
import { finish, type Solved, usualTuning } from './solve.js';

/** Gives each newcomer the least whole price that covers all their pairs, and the edges to those who are nearest. */
const welcome = (market: Market, { forest, edges }: Solved, newcomers: Int32Array): void => {
  const prices = forest.price.slice();
  // Whoever has no price yet is out of reach for those who get one before.
  for (const place of newcomers) prices[place] = Number.POSITIVE_INFINITY;
  for (const place of newcomers) {
    const { partner, weight } = market.best(prices, usualTuning.neighbours, market.members.subarray(place, place + 1));
    const nearest = partner[0] ?? -1;
    const least = nearest < 0 ? 0 : Math.max(0, Math.ceil((weight[0] ?? 0) - (prices[nearest] ?? 0)));
    prices[place] = least;
    forest.price[place] = least;
    partner.forEach((other, at) => {
      if (other >= 0) addEdge(edges, place, other, weight[at] ?? 0);
    });
  }
  forest.graph = graphOf(forest.n, edges, forest.graph);
};

/**
 * Goes on from where a search stood, for others than it was about: `seats` says for each place of the market which vertex it was,
 * −1 for a newcomer. The search that is given does not change. Without `lastLook`, somebody else has to look at all pairs.
 */
export const resumed = (market: Market, solved: Solved, seats: Int32Array, lastLook = true, pace: Pace = unwatched): Solved => {
  const seated = reseated(solved, seats);
  const newcomers = Int32Array.from(seats.keys()).filter((place) => (seats[place] ?? -1) < 0);
  if (newcomers.length > 0) welcome(market, seated, newcomers);
  const looked = seated.forest.price.slice();
  for (const place of newcomers) looked[place] = Number.POSITIVE_INFINITY;
  finish(market, seated, looked, lastLook, pace);
  return seated;
};
