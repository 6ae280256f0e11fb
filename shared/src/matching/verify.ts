import type { PersonId } from '../ids.js';
import type { Certificate, MatchResult } from './outcome.js';
import { type Problem, weightOf } from './problem.js';

// Knows the rules and what a proof must show; shares nothing with the solver, so that an error there cannot hide itself.

const accountFaults = (problem: Problem, result: MatchResult): readonly string[] => {
  const groups = [...result.pairs, ...(result.trio === null ? [] : [result.trio])];
  const accounted = [...groups.flatMap(({ members }) => members), ...result.unmatched.map(({ personId }) => personId)];
  const seen = new Set<PersonId>();
  const faults: string[] = [];
  for (const id of accounted) {
    if (seen.has(id)) faults.push(`twice: ${id}`);
    if (!problem.participants.has(id)) faults.push(`no participant: ${id}`);
    seen.add(id);
  }
  return [...faults, ...problem.ids.filter((id) => !seen.has(id)).map((id) => `not accounted for: ${id}`)];
};

/** Every link of every group keeps every rule, locks included. */
const ruleFaults = (problem: Problem, result: MatchResult): readonly string[] => {
  const faults: string[] = [];
  for (const { members } of [...result.pairs, ...(result.trio === null ? [] : [result.trio])]) {
    members.forEach((one, index) => {
      for (const other of members.slice(index + 1))
        if (!(weightOf(problem, one, other) > 0)) faults.push(`against a rule: ${one} ${other}`);
    });
  }
  for (const { members } of result.pairs) if (members.length < 2 || members.length > 3) faults.push(`no pair: ${members.join(' ')}`);
  if (result.trio !== null && result.trio.members.length !== 3) faults.push(`no trio: ${result.trio.members.join(' ')}`);
  return faults;
};

const scopeFaults = (problem: Problem, result: MatchResult): readonly string[] => {
  const outside = new Set<PersonId>(result.pairs.filter(({ locked }) => locked).flatMap(({ members }) => members));
  for (const id of result.trio?.members ?? []) outside.add(id);
  const { ids } = result.certificate;
  if (problem.options.reserveId !== undefined && result.reserveId === problem.options.reserveId && !ids.includes(result.reserveId)) {
    outside.add(result.reserveId);
  }
  const expected = problem.ids.filter((id) => !outside.has(id));
  const proven = new Set(ids);
  return expected.length === ids.length && expected.every((id) => proven.has(id)) ? [] : ['the proof is about other people'];
};

const priceFaults = ({ ids, prices, blossoms }: Certificate): readonly string[] => {
  const faults: string[] = [];
  if (prices.length !== ids.length || !prices.every((price) => price >= 0)) faults.push('a price is missing or negative');
  for (const { members, price } of blossoms) {
    const inside = members.every((member) => Number.isInteger(member) && member >= 0 && member < ids.length);
    if (!(price >= 0) || members.length % 2 === 0 || new Set(members).size !== members.length || !inside)
      faults.push('a blossom is not valid');
  }
  return faults;
};

/** Both prices of two people, and those of the blossoms around both, cover what their pair is worth. */
const coverFaults = (problem: Problem, { ids, prices, blossoms }: Certificate): readonly string[] => {
  const n = ids.length;
  const around = new Float64Array(n * n);
  for (const { members, price } of blossoms) {
    for (const row of members) for (const column of members) around[row * n + column] = (around[row * n + column] ?? 0) + price;
  }
  const faults: string[] = [];
  ids.forEach((one, row) => {
    for (let column = row + 1; column < n; column += 1) {
      const covered = (prices[row] ?? 0) + (prices[column] ?? 0) + (around[row * n + column] ?? 0);
      if (!(covered >= weightOf(problem, one, ids[column] ?? one))) faults.push(`not covered: ${one} ${ids[column]}`);
    }
  });
  return faults;
};

/** What the chosen pairs are worth is what the prices allow at most. */
const sumFaults = (problem: Problem, result: MatchResult): readonly string[] => {
  const { certificate } = result;
  const chosen = result.pairs.filter(({ locked }) => !locked);
  const value = chosen.reduce((sum, { members: [one, other] }) => sum + (one && other ? weightOf(problem, one, other) : Number.NaN), 0);
  const blossoms = certificate.blossoms.reduce((sum, { members, price }) => sum + (price * (members.length - 1)) / 2, 0);
  const bound = certificate.prices.reduce((sum, price) => sum + price, 0) + blossoms;
  const faults: string[] = [];
  if (value !== certificate.primal || bound !== certificate.dual) faults.push('the sums of the proof are wrong');
  if (value !== bound) faults.push(`worth ${value}, possible ${bound}`);
  if (certificate.gap < 0 || result.exact !== (certificate.gap === 0)) faults.push('the gap is wrong');
  return faults;
};

/**
 * What is wrong with a result, empty when nothing is: everybody accounted for once, every rule kept, and the proof sound and
 * tight, so that no better pairs exist. Checks all pairs; run on every result before anybody sees it.
 */
export const verify = (problem: Problem, result: MatchResult): readonly string[] => [
  ...accountFaults(problem, result),
  ...ruleFaults(problem, result),
  ...scopeFaults(problem, result),
  ...priceFaults(result.certificate),
  ...coverFaults(problem, result.certificate),
  ...sumFaults(problem, result),
];
