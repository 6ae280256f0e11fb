import type { PersonId } from '../ids.js';
import { type Core, solveTable } from './core.js';
import { partOf, type Table, weightIn } from './table.js';

export type WithTrio = {
  readonly trio: readonly PersonId[] | null;
  /** Everybody who is not in the trio. */
  readonly rest: Core;
  /** By how much a trio that was not tried might still be better; 0 when the choice is proven best. */
  readonly gap: number;
};

/** How many trios are tried: fewer where every trial takes longer, so that no choice takes more than a few seconds. */
const trialsFor = (people: number): number => Math.max(6, Math.min(60, Math.floor(3_000_000 / people ** 2.4)));

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
const candidates = (table: Table, core: Core, most: number): readonly Candidate[] => {
  const n = table.ids.length;
  const around = blossomPrices(core, n);
  const price = core.solution.prices;
  const doubled = (u: number, v: number): number =>
    (price[u] ?? 0) + (price[v] ?? 0) + 2 * (around[u * n + v] ?? 0) - weightIn(table, u, v);
  const { add, limit, list } = shortlist(most);
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      if (weightIn(table, a, b) === 0) continue;
      const first = doubled(a, b);
      for (let c = b + 1; c < n; c += 1) {
        if (weightIn(table, a, c) === 0 || weightIn(table, b, c) === 0) continue;
        const shared = Math.min(around[a * n + b] ?? 0, around[a * n + c] ?? 0, around[b * n + c] ?? 0);
        const loss = (first + doubled(a, c) + doubled(b, c)) / 2 - 2 * shared;
        if (loss < limit()) add({ places: [a, b, c], loss });
      }
    }
  }
  return list;
};

const worthOf = (table: Table, [a, b, c]: Candidate['places']): number =>
  (weightIn(table, a, b) + weightIn(table, a, c) + weightIn(table, b, c)) / 2;

/**
 * The best choice of at most one trio whose three links are all legal (tension 15). Trios are tried in the order of what they
 * can bring at most, until none that is left can be better, or until enough were tried; then `gap` says what is still open.
 */
export const withBestTrio = (table: Table, core: Core): WithTrio => {
  const most = trialsFor(table.ids.length);
  const list = candidates(table, core, most);
  let best: WithTrio = { trio: null, rest: core, gap: 0 };
  let value = core.certificate.primal;
  for (const [tried, candidate] of list.entries()) {
    const atMost = core.certificate.dual - candidate.loss;
    if (atMost <= value) return best;
    if (tried >= most) return { ...best, gap: atMost - value };
    const others = table.ids.map((_, place) => place).filter((place) => !candidate.places.includes(place));
    const rest = solveTable(partOf(table, others));
    const reached = worthOf(table, candidate.places) + rest.certificate.primal;
    if (reached <= value) continue;
    value = reached;
    best = { trio: candidate.places.flatMap((place) => table.ids[place] ?? []), rest, gap: 0 };
  }
  return best;
};
