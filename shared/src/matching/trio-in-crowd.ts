import { type Field, idsAt, weightIn } from './columns/field.js';
import { marketOf } from './columns/market.js';
import { type Core, solveCore, type WithTrio } from './core.js';
import type { Pace } from './watch.js';

/** Near partners of each person among whom trios are sought, and how many of the trios found are tried. */
const near = 12;
const trials = 4;

type Found = { readonly members: readonly [number, number, number]; readonly worth: number; readonly promise: number };

/** What the blossoms around each person cost in all; the most that they can add to the bound for a trio is half of the highest. */
const aroundEach = (core: Core): Float64Array => {
  const around = new Float64Array(core.places.length);
  for (const { members, price } of core.solution.blossoms) for (const member of members) around[member] = (around[member] ?? 0) + price;
  return around;
};

const keepBest = (list: Found[], found: Found): void => {
  const at = list.findIndex(({ promise }) => promise < found.promise);
  list.splice(at < 0 ? list.length : at, 0, found);
  if (list.length > trials) list.pop();
};

/** The most promising trios of which each member is near to the first: by what they are worth less their prices. */
const promising = (field: Field, core: Core): readonly Found[] => {
  const { places, solution } = core;
  const price = Float64Array.from(solution.prices);
  const { partner } = marketOf(field.columns, field.entries, places, field.kinds).best(price, near, places);
  const around = aroundEach(core);
  const list: Found[] = [];
  const worth = (one: number, other: number): number => weightIn(field, places[one] ?? 0, places[other] ?? 0);
  const left = (one: number): number => (price[one] ?? 0) + (around[one] ?? 0) / 2;
  places.forEach((_, a) => {
    const others = partner.subarray(a * near, (a + 1) * near);
    others.forEach((b, index) => {
      for (const c of others.subarray(index + 1)) {
        if (b < 0 || c < 0) continue;
        const links = [worth(a, b), worth(a, c), worth(b, c)];
        if (links.includes(0)) continue;
        const sum = links.reduce((one, other) => one + other, 0) / 2;
        const found: Found = { members: [a, b, c], worth: sum, promise: sum - left(a) - left(b) - left(c) };
        if (list.length < trials || found.promise > (list.at(-1)?.promise ?? 0)) keepBest(list, found);
      }
    });
  });
  return list;
};

/**
 * A good trio where there are too many to look at all. A trio is worth at most half its links, which the prices cover, and what
 * the blossoms around all three cost once more by half; `gap` is what that leaves open, and is told as it is.
 */
export const trioInCrowd = (field: Field, core: Core, { isStopped }: Pace): WithTrio => {
  const atMost = core.certificate.dual + aroundEach(core).reduce((one, other) => Math.max(one, other), 0) / 2;
  let best: WithTrio = { trio: null, rest: core, gap: 0 };
  let value = core.certificate.primal;
  for (const { members, worth } of promising(field, core)) {
    const rest = solveCore(
      field,
      core.places.filter((_, index) => !members.some((member) => member === index)),
    );
    if (isStopped()) break;
    if (worth + rest.certificate.primal <= value) continue;
    value = worth + rest.certificate.primal;
    best = {
      trio: idsAt(
        field,
        members.map((member) => core.places[member] ?? -1),
      ),
      rest,
      gap: 0,
    };
  }
  return { ...best, gap: Math.max(0, atMost - value) };
};
