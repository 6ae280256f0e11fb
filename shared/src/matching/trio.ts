import { type Field, idsAt, weightIn } from './columns/field.js';
import { type Core, solveWithout, type WithTrio } from './core.js';
import type { Solved } from './engine/solve.js';
import type { Bound, TrioProof } from './outcome.js';
import { allTrios, type Candidate, type Ground, groundOf, leastLoss, nearTrios } from './trio-candidates.js';
import { type Pace, unwatched } from './watch.js';

/** How many trios are tried at most: the first is usually the best one, and the others only have to be ruled out. Fewer where each takes long. */
const trialsFor = (people: number): number => Math.max(8, Math.min(100, Math.round(100_000 / people)));

/** Trios among nearest partners that are tried before all are looked at. */
const atFirst = 4;

/** What the first trios that are looked for then lose more than any can, in units of the weight. */
const firstLook = 8_000;

/** What a trio is worth: half the sum of its three links. */
const worthOf = (field: Field, { places }: Core, [a, b, c]: Candidate['places']): number => {
  const worth = (one: number, other: number): number => weightIn(field, places[one] ?? 0, places[other] ?? 0);
  return (worth(a, b) + worth(a, c) + worth(b, c)) / 2;
};

const boundOf = ({ ids, prices, blossoms }: Bound): Bound => ({ ids, prices, blossoms });

/** A trio that was tried: what it loses at least, and everybody else matched anew. */
type Trial = { readonly candidate: Candidate; readonly rest: Core; readonly value: number };

/** What has been tried, the best of it if it is better than pairs alone, and what every other trio loses at least. */
type Trials = { readonly tried: readonly Trial[]; readonly best: Trial | null; readonly open: number };

type Question = { readonly field: Field; readonly core: Core; readonly live: Solved; readonly pace: Pace };

const reachedWith = ({ core }: Question, best: Trial | null): number => best?.value ?? core.certificate.primal;

const isSame = (one: Candidate, other: Candidate): boolean => one.places.every((place, index) => other.places[index] === place);

/** Tries trios, those of least loss first, until none that is left can be better, or until enough were tried. */
const tryAll = (question: Question, list: readonly Candidate[], most: number, begun: Trials): Trials => {
  const { field, core, live, pace } = question;
  const tried = [...begun.tried];
  let { best } = begun;
  for (const candidate of list) {
    if (core.certificate.dual - candidate.loss <= reachedWith(question, best)) break;
    if (tried.some((trial) => isSame(trial.candidate, candidate))) continue;
    if (tried.length >= most || pace.isStopped()) return { tried, best, open: candidate.loss };
    pace.reached(tried.length / most);
    const rest = solveWithout(field, core.places, live, candidate.places, { ...pace, reached: () => undefined });
    const trial = { candidate, rest, value: worthOf(field, core, candidate.places) + rest.certificate.primal };
    tried.push(trial);
    if (trial.value > reachedWith(question, best)) best = trial;
  }
  return { tried, best, open: 0 };
};

/**
 * One trio that is better than none, where near ones are not: looks for those that lose little more than any can, and then for
 * those that lose four times as much more. Null where there are too many to look at.
 */
const findOne = (question: Question, ground: Ground, most: number, begun: Trials): Trials | null => {
  const least = leastLoss(ground);
  let found = begun;
  for (let more = firstLook; found.best === null && least + more < 0 && !question.pace.isStopped(); more *= 4) {
    const list = allTrios(ground, least + more, most);
    if (list === null) return null;
    found = tryAll(question, list, most, found);
  }
  return found;
};

/** The best of a few trios first, which says what any other one has to bring; then all that might. */
const tryTrios = (question: Question): Trials => {
  const { field, core, live, pace } = question;
  const most = trialsFor(core.places.length);
  const ground = groundOf(field, core, live.forest);
  const near = tryAll(question, nearTrios(ground, atFirst), most, { tried: [], best: null, open: 0 });
  const first = findOne(question, ground, most, near);
  if (first === null || pace.isStopped()) return { ...near, open: leastLoss(ground) };
  const all = allTrios(ground, core.certificate.dual - reachedWith(question, first.best), most + 1);
  return all === null ? { ...first, open: leastLoss(ground) } : tryAll(question, all, most, first);
};

/**
 * The best choice of at most one trio whose three links are all legal (tension 15). In: the best matching without a trio, and
 * the search as it ended. Trios are tried in the order of what they can bring at most, until none that is left can be better,
 * or until enough were tried; then `gap` says what is still open.
 */
export const withBestTrio = (field: Field, core: Core, live: Solved, pace: Pace = unwatched): WithTrio => {
  const { tried, best, open } = tryTrios({ field, core, live, pace });
  const { primal, dual } = core.certificate;
  const value = best?.value ?? primal;
  const gap = Math.max(0, dual - open - value);
  const members = ({ places }: Candidate) =>
    idsAt(
      field,
      places.map((index) => core.places[index] ?? -1),
    );
  const doubtful = tried.filter((trial) => trial !== best && dual - trial.candidate.loss > value + gap);
  const proof: TrioProof = {
    pairsAlone: boundOf(core.certificate),
    ruledOut: doubtful.map(({ candidate, rest }) => ({ members: members(candidate), others: boundOf(rest.certificate) })),
  };
  return best === null ? { trio: null, rest: core, gap, proof } : { trio: members(best.candidate), rest: best.rest, gap, proof };
};
