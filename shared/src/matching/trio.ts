import { type Field, idsAt, weightIn } from './columns/field.js';
import { type Core, solveCore, type WithTrio } from './core.js';
import type { Forest } from './engine/forest.js';
import { type Candidate, trioCandidates } from './trio-candidates.js';
import { type Pace, unwatched } from './watch.js';

/** How many trios are tried at most: the first is usually the best one, and the others only have to be ruled out. Fewer where each takes long. */
const trialsFor = (people: number): number => Math.max(4, Math.min(60, Math.round(30_000 / people)));

/** What a trio is worth: half the sum of its three links. */
const worthOf = (field: Field, { places }: Core, [a, b, c]: Candidate['places']): number => {
  const worth = (one: number, other: number): number => weightIn(field, places[one] ?? 0, places[other] ?? 0);
  return (worth(a, b) + worth(a, c) + worth(b, c)) / 2;
};

/**
 * The best choice of at most one trio whose three links are all legal (tension 15). In: the best matching without a trio, and
 * the search as it ended. Trios are tried in the order of what they can bring at most, until none that is left can be better,
 * or until enough were tried; then `gap` says what is still open.
 */
export const withBestTrio = (field: Field, core: Core, forest: Forest, pace: Pace = unwatched): WithTrio => {
  const trials = trialsFor(core.places.length);
  let best: WithTrio = { trio: null, rest: core, gap: 0 };
  let value = core.certificate.primal;
  const { list, open } = trioCandidates(field, core, forest, trials + 1);
  const gapAt = (loss: number): number => Math.max(0, core.certificate.dual - Math.min(loss, open) - value);
  for (const [tried, candidate] of list.entries()) {
    if (core.certificate.dual - candidate.loss <= value || pace.isStopped()) break;
    if (tried >= trials) return { ...best, gap: gapAt(candidate.loss) };
    pace.reached(tried / trials);
    const rest = solveCore(
      field,
      core.places.filter((_, index) => !candidate.places.includes(index)),
      { ...pace, reached: () => undefined },
    );
    const reached = worthOf(field, core, candidate.places) + rest.certificate.primal;
    if (reached <= value) continue;
    value = reached;
    const trio = candidate.places.map((index) => core.places[index] ?? -1);
    best = { trio: idsAt(field, trio), rest, gap: 0 };
  }
  return open < 0 ? { ...best, gap: gapAt(open) } : best;
};
