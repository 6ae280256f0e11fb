import type { PersonId } from '../ids.js';
import { err, ok, type Result } from '../result.js';
import { twosOf } from './knowledge.js';
import type { MatchRefusal } from './outcome.js';
import { type Problem, whyNot } from './problem.js';

/** The most participants that are matched at once. */
export const mostParticipants = 100_000;

const faultOf = (problem: Problem, members: readonly PersonId[], taken: ReadonlySet<PersonId>): MatchRefusal | null => {
  if (members.length < 2 || members.length > 3) return { code: 'lock-not-two-or-three', members };
  const overlapping = members.find((id) => taken.has(id));
  if (overlapping !== undefined) return { code: 'lock-overlaps', personId: overlapping };
  const reasons = twosOf(members).flatMap(([one, other]) => whyNot(problem, one, other));
  return reasons.length > 0 ? { code: 'lock-against-rule', members, reasons } : null;
};

/** The groups that stay together, each in the order of ids; refused when one breaks a rule or two share somebody. */
const lockedGroups = (problem: Problem): Result<readonly (readonly PersonId[])[], MatchRefusal> => {
  const taken = new Set<PersonId>();
  const groups: (readonly PersonId[])[] = [];
  for (const lock of problem.options.locks ?? []) {
    const members = [...lock].sort();
    const fault = faultOf(problem, members, taken);
    if (fault !== null) return err(fault);
    for (const id of members) taken.add(id);
    groups.push(members);
  }
  return ok(groups);
};

/** What is wrong with the participants themselves, null when nothing is. */
const participantFault = (problem: Problem, participants: readonly PersonId[]): MatchRefusal | null => {
  const seen = new Set<PersonId>();
  for (const personId of participants) {
    if (seen.has(personId)) return { code: 'duplicate-participant', personId };
    if (!problem.knowledge.organisation.people.has(personId)) return { code: 'unknown-participant', personId };
    seen.add(personId);
  }
  if (seen.size > mostParticipants) return { code: 'too-many', participants: seen.size, most: mostParticipants };
  return problem.scale.isExact ? null : { code: 'points-too-wide' };
};

/** The locked groups of a matching that can be done; refused when participants, locks or the one who is to stand by are at fault. */
export const locksOf = (problem: Problem, participants: readonly PersonId[]): Result<readonly (readonly PersonId[])[], MatchRefusal> => {
  const fault = participantFault(problem, participants);
  if (fault !== null) return err(fault);
  const locks = lockedGroups(problem);
  const { reserveId } = problem.options;
  if (!locks.ok || reserveId === undefined) return locks;
  const isFree = problem.participants.has(reserveId) && !locks.value.some((members) => members.includes(reserveId));
  return isFree ? locks : err({ code: 'reserve-not-free', personId: reserveId });
};
