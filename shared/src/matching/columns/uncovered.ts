import type { Around } from '../engine/around.js';
import { addEdge, createEdges, type Edges } from '../engine/graph.js';
import { tieRange } from '../tie-break.js';
import { arrange, beginQuestion, type Crowd, reachOfKind } from './crowd.js';
import { furthestBetween } from './kinds.js';
import { lineWeight, nearness, tieShortfall } from './pair-weight.js';

/**
 * Of each place at most so many uncovered pairs are listed at a time: more where only some places are looked at, because whose
 * price has fallen far would be looked at again and again.
 */
const atATime = { ofAll: 8, ofMarked: 32 };

/** A look at all pairs, or at those of marked places. */
type Look = {
  readonly crowd: Crowd;
  readonly prices: Float64Array;
  readonly around: Around | null;
  readonly marked: Uint8Array | null;
  /** The kinds that can have uncovered pairs with the kind looked at, with what `reachOfKind` says of them. */
  readonly kinds: Int32Array;
  readonly reach: Float64Array;
  listed: number;
  /** The worst pairs of one place, the worst first, at most `most` of them. */
  readonly most: number;
  readonly excess: Float64Array;
  readonly partner: Int32Array;
  readonly weight: Float64Array;
  count: number;
};

const put = (look: Look, excess: number, partner: number, weight: number): void => {
  if (look.count === look.most && excess <= (look.excess[look.most - 1] ?? 0)) return;
  let at = look.count < look.most ? look.count : look.most - 1;
  if (look.count < look.most) look.count += 1;
  for (; at > 0 && (look.excess[at - 1] ?? 0) < excess; at -= 1) {
    look.excess[at] = look.excess[at - 1] ?? 0;
    look.partner[at] = look.partner[at - 1] ?? 0;
    look.weight[at] = look.weight[at - 1] ?? 0;
  }
  look.excess[at] = excess;
  look.partner[at] = partner;
  look.weight[at] = weight;
};

/** Whether a pair is looked at from its other end. */
const isSeenFromThere = ({ crowd, marked }: Look, place: number, other: number): boolean => {
  const isBefore = (crowd.where[other] ?? 0) < (crowd.where[place] ?? 0);
  return isBefore && (marked === null || marked[other] === 1);
};

const check = (look: Look, place: number, other: number, weight: number): void => {
  const open = weight - (look.prices[place] ?? 0) - (look.prices[other] ?? 0);
  if (open <= 0) return;
  const excess = look.around === null ? open : open - look.around.both(place, other);
  if (excess > 0) put(look, excess, other, weight);
};

const lookAtEntries = (look: Look, place: number, member: number): void => {
  const { entries, placeOf } = look.crowd;
  for (let at = entries.start[member] ?? 0; at < (entries.start[member + 1] ?? 0); at += 1) {
    const other = placeOf[entries.partner[at] ?? 0] ?? -1;
    const weight = entries.weight[at] ?? 0;
    if (other >= 0 && weight > 0 && !isSeenFromThere(look, place, other)) check(look, place, other, weight);
  }
};

/** The people of one kind, cheapest first, as long as a pair with them could be uncovered. */
const lookAtKind = (look: Look, place: number, member: number, index: number, limit: number): void => {
  const { columns, kinds, members, present, begin, order, price, toTop, entered, question, where } = look.crowd;
  const { marked, around } = look;
  const own = where[place] ?? 0;
  const up = columns.toTop[member] ?? 0;
  const furthest = furthestBetween(kinds, kinds.of[member] ?? 0, present[index] ?? 0);
  const outer = around === null ? -1 : (around.outer[place] ?? -1);
  const end = begin[index + 1] ?? 0;
  let at = begin[index] ?? 0;
  if (marked === null && at <= own) at = own + 1;
  for (; at < end; at += 1) {
    const open = limit - (price[at] ?? 0);
    if (open <= 0) return;
    const left = open - nearness(furthest, up, toTop[at] ?? 0);
    if (left <= 0) continue;
    const other = order[at] ?? 0;
    const partner = members[other] ?? 0;
    if (left <= tieRange && left <= tieShortfall(columns, member, partner)) continue;
    if (outer >= 0 && around !== null && around.outer[other] === outer && left <= around.both(place, other)) continue;
    if (entered[partner] === question || partner === member) continue;
    if (at < own && marked !== null && marked[other] === 1) continue;
    check(look, place, other, lineWeight(columns, member, partner));
  }
};

/** Which kinds come into question for one kind; from that kind on, unless only marked places are looked at. */
const listKinds = (look: Look, index: number, found: Float64Array): void => {
  const { crowd, kinds, reach, marked } = look;
  reachOfKind(crowd, crowd.present[index] ?? 0, found);
  const lowest = crowd.price[crowd.begin[index] ?? 0] ?? 0;
  look.listed = 0;
  for (let other = marked === null ? index : 0; other < crowd.present.length; other += 1) {
    const value = found[other] ?? 0;
    if (value <= lowest) continue;
    kinds[look.listed] = other;
    reach[look.listed] = value;
    look.listed += 1;
  }
};

const lookFrom = (look: Look, place: number, edges: Edges): void => {
  const { crowd, kinds, reach } = look;
  const member = crowd.members[place] ?? 0;
  const own = look.prices[place] ?? 0;
  look.count = 0;
  beginQuestion(crowd, member);
  lookAtEntries(look, place, member);
  for (let step = 0; step < look.listed; step += 1) {
    const value = reach[step] ?? 0;
    const index = kinds[step] ?? 0;
    if (value > own) lookAtKind(look, place, member, index, value + (crowd.price[crowd.begin[index] ?? 0] ?? 0) - own);
  }
  for (let at = 0; at < look.count; at += 1) addEdge(edges, place, look.partner[at] ?? 0, look.weight[at] ?? 0);
};

const lookOf = (crowd: Crowd, prices: Float64Array, around: Around | null, marked: Uint8Array | null, most: number): Look => {
  arrange(crowd, prices);
  const room = crowd.present.length;
  return {
    crowd,
    prices,
    around,
    marked,
    kinds: new Int32Array(room),
    reach: new Float64Array(room),
    listed: 0,
    most,
    excess: new Float64Array(most),
    partner: new Int32Array(most),
    weight: new Float64Array(most),
    count: 0,
  };
};

/** Looks from everybody, or from marked places; ends early, with false, where `goOn` says so after a place. */
const lookAround = (look: Look, edges: Edges, goOn: () => boolean): boolean => {
  const { crowd, marked } = look;
  const found = new Float64Array(crowd.present.length);
  for (let index = 0; index < crowd.present.length; index += 1) {
    let isListed = false;
    for (let at = crowd.begin[index] ?? 0; at < (crowd.begin[index + 1] ?? 0); at += 1) {
      const place = crowd.order[at] ?? 0;
      if (marked !== null && marked[place] === 0) continue;
      if (!isListed) listKinds(look, index, found);
      isListed = true;
      lookFrom(look, place, edges);
      if (!goOn()) return false;
    }
  }
  return true;
};

/** See `Market.uncovered`. */
export const uncoveredIn = (crowd: Crowd, prices: Float64Array, around: Around | null, marked: Uint8Array | null): Edges => {
  const edges = createEdges(64);
  const most = marked === null ? atATime.ofAll : atATime.ofMarked;
  lookAround(lookOf(crowd, prices, around, marked, most), edges, () => true);
  return edges;
};

/** See `Market.above`. */
export const aboveIn = (crowd: Crowd, prices: Float64Array, most: number): Edges | null => {
  const edges = createEdges(64);
  const look = lookOf(crowd, prices, null, null, most);
  return lookAround(look, edges, () => look.count < most) ? edges : null;
};
