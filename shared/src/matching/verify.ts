import type { PersonId } from '../ids.js';
import { type Field, fieldOf } from './columns/field.js';
import type { MatchResult } from './outcome.js';
import { type Problem, weightOf } from './problem.js';
import { coverFaults, priceFaults } from './verify-cover.js';
import { sumOf, trioFaults, type Worth } from './verify-trio.js';

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

/** Asks the rules about each two people once, as long as somebody is not asked about with several. */
const askedOnce = (asked: Worth): Worth => {
  const partnerOf = new Map<PersonId, PersonId>();
  const worthOf = new Map<PersonId, number>();
  return (problem, one, other) => {
    const known = partnerOf.get(one) === other ? worthOf.get(one) : undefined;
    const worth = known ?? asked(problem, one, other);
    partnerOf.set(one, other);
    worthOf.set(one, worth);
    return worth;
  };
};

/** Every link of every group keeps every rule, locks included. */
const ruleFaults = (problem: Problem, result: MatchResult, worth: Worth): readonly string[] => {
  const faults: string[] = [];
  for (const { members } of [...result.pairs, ...(result.trio === null ? [] : [result.trio])]) {
    members.forEach((one, index) => {
      for (const other of members.slice(index + 1)) if (!(worth(problem, one, other) > 0)) faults.push(`against a rule: ${one} ${other}`);
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

/** What the chosen pairs are worth is what the prices allow at most. */
const sumFaults = (problem: Problem, result: MatchResult, worth: Worth): readonly string[] => {
  const { certificate } = result;
  const chosen = result.pairs.filter(({ locked }) => !locked);
  const value = chosen.reduce((sum, { members: [one, other] }) => sum + (one && other ? worth(problem, one, other) : Number.NaN), 0);
  const bound = sumOf(certificate);
  const faults: string[] = [];
  if (value !== certificate.primal || bound !== certificate.dual) faults.push('the sums of the proof are wrong');
  if (value !== bound) faults.push(`worth ${value}, possible ${bound}`);
  if (certificate.gap < 0 || result.exact !== (certificate.gap === 0)) faults.push('the gap is wrong');
  return faults;
};

/**
 * What is wrong with a result, empty when nothing is: everybody accounted for once, every rule kept, and the proof sound and
 * tight, so that no better pairs exist, and where numbers are odd no better trio by more than the gap. Checks all pairs and all
 * trios; run on every result before anybody sees it. What all pairs are worth is read from the columns; of the chosen pairs, and
 * of everybody in a small round, also from the rules themselves.
 */
export const verify = (
  problem: Problem,
  result: MatchResult,
  field: Field = fieldOf(problem),
  asked: Worth = weightOf,
): readonly string[] => {
  const worth = askedOnce(asked);
  const faults = [
    ...accountFaults(problem, result),
    ...ruleFaults(problem, result, worth),
    ...scopeFaults(problem, result),
    ...priceFaults(result.certificate),
  ];
  if (faults.length > 0) return faults;
  return [...coverFaults(field, result.certificate), ...sumFaults(problem, result, worth), ...trioFaults(field, problem, result, worth)];
};
