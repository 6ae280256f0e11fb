import { type Field, idsAt, weightIn } from './columns/field.js';
import { type Core, solveCore, type WithTrio } from './core.js';
import { trioInCrowd } from './trio-in-crowd.js';
import { type Pace, unwatched } from './watch.js';

/** Up to so many people all trios are looked at; above, only those among everybody's nearest partners. */
const mostForAllTrios = 400;

/** How many trios are tried at most; the first is usually the best one, and the others only have to be ruled out. */
const trials = 60;

type Candidate = { readonly places: readonly [number, number, number]; readonly loss: number };

/** Keeps the candidates of least loss, sorted; `most` and one more, whose loss bounds all that were not kept. */
const shortlist = (
  most: number,
): { readonly add: (candidate: Candidate) => void; readonly limit: () => number; readonly list: Candidate[] } => {
  const list: Candidate[] = [];
  const limit = (): number => (list.length <= most ? Number.POSITIVE_INFINITY : (list.at(-1)?.loss ?? 0));
  const add = (candidate: Candidate): void => {
    let place = list.length;
    while (place > 0 && (list[place - 1]?.loss ?? 0) > candidate.loss) place -= 1;
    list.splice(place, 0, candidate);
    if (list.length > most + 1) list.pop();
  };
  return { add, limit, list };
};

/** What every two people are worth, n × n; 0 for a pair that is ruled out. */
const tableOf = (field: Field, { places }: Core): Float64Array => {
  const n = places.length;
  const table = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    for (let column = row + 1; column < n; column += 1) {
      const weight = weightIn(field, places[row] ?? 0, places[column] ?? 0);
      table[row * n + column] = weight;
      table[column * n + row] = weight;
    }
  }
  return table;
};

/** Prices of the blossoms around each two people. */
const blossomPrices = (core: Core, n: number): Float64Array => {
  const around = new Float64Array(n * n);
  for (const { members, price } of core.solution.blossoms) {
    for (const u of members) for (const v of members) around[u * n + v] = (around[u * n + v] ?? 0) + price;
  }
  return around;
};

/**
 * The trios that may be worth trying: each loses at least `loss` against the best matching without a trio (a negative loss is
 * a gain). A trio counts half the sum of its three links; the loss follows from the prices, with blossoms counted for what is
 * left of them when the three are taken out.
 */
const candidates = (table: Float64Array, core: Core, most: number): readonly Candidate[] => {
  const n = core.places.length;
  const around = blossomPrices(core, n);
  const price = core.solution.prices;
  const doubled = (u: number, v: number): number =>
    (price[u] ?? 0) + (price[v] ?? 0) + 2 * (around[u * n + v] ?? 0) - (table[u * n + v] ?? 0);
  const { add, limit, list } = shortlist(most);
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      if (table[a * n + b] === 0) continue;
      const first = doubled(a, b);
      for (let c = b + 1; c < n; c += 1) {
        if (table[a * n + c] === 0 || table[b * n + c] === 0) continue;
        const shared = Math.min(around[a * n + b] ?? 0, around[a * n + c] ?? 0, around[b * n + c] ?? 0);
        const loss = (first + doubled(a, c) + doubled(b, c)) / 2 - 2 * shared;
        if (loss < limit()) add({ places: [a, b, c], loss });
      }
    }
  }
  return list;
};

/** What a trio is worth: half the sum of its three links. */
const worthOf = (table: Float64Array, n: number, [a, b, c]: Candidate['places']): number =>
  ((table[a * n + b] ?? 0) + (table[a * n + c] ?? 0) + (table[b * n + c] ?? 0)) / 2;

/**
 * The best choice of at most one trio whose three links are all legal (tension 15). Trios are tried in the order of what they
 * can bring at most, until none that is left can be better, or until enough were tried; then `gap` says what is still open.
 */
export const withBestTrio = (field: Field, core: Core, pace: Pace = unwatched): WithTrio => {
  const n = core.places.length;
  if (n > mostForAllTrios) return trioInCrowd(field, core, pace);
  const table = tableOf(field, core);
  let best: WithTrio = { trio: null, rest: core, gap: 0 };
  let value = core.certificate.primal;
  for (const [tried, candidate] of candidates(table, core, trials).entries()) {
    const atMost = core.certificate.dual - candidate.loss;
    if (atMost <= value || pace.isStopped()) return best;
    pace.reached(tried / trials);
    if (tried >= trials) return { ...best, gap: atMost - value };
    const rest = solveCore(
      field,
      core.places.filter((_, index) => !candidate.places.includes(index)),
    );
    const reached = worthOf(table, n, candidate.places) + rest.certificate.primal;
    if (reached <= value) continue;
    value = reached;
    const trio = candidate.places.map((index) => core.places[index] ?? -1);
    best = { trio: idsAt(field, trio), rest, gap: 0 };
  }
  return best;
};
