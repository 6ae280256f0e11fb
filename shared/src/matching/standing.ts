import type { PersonId } from '../ids.js';
import type { Field } from './columns/field.js';
import type { Core, WithTrio } from './core.js';
import { deficiencyOf } from './deficiency.js';
import { twosOf } from './knowledge.js';
import type { Certificate, Matched, MatchResult, Unmatched } from './outcome.js';
import { type Problem, whyThis } from './problem.js';

/** What has been found, before it is put into words. */
export type Standing = {
  readonly field: Field;
  /** The best pairs before a trio was taken out. */
  readonly whole: Core;
  readonly isolated: readonly PersonId[];
  readonly core: WithTrio;
  readonly reserveId: PersonId | null;
};

export const matchedOf = (problem: Problem, members: readonly PersonId[], locked: boolean): Matched => ({
  members: [...members].sort(),
  // A copy has no room left over, which is more than the reasons themselves where there are many pairs.
  reasons: twosOf([...members].sort())
    .flatMap(([one, other]) => whyThis(problem, one, other))
    .slice(),
  locked,
});

const unmatchedOf = (standing: Standing, core: Core): readonly Unmatched[] => {
  const left = core.alone.filter((id) => !standing.isolated.includes(id) && id !== standing.reserveId);
  const why = (personId: PersonId): Unmatched['why'] => {
    if (personId === standing.reserveId) return 'reserve';
    if (standing.isolated.includes(personId)) return 'nobody-possible';
    return left.length === 1 && (core.alone.length - standing.isolated.length) % 2 === 1 ? 'odd' : 'numbers';
  };
  const alone = new Set([...core.alone, ...(standing.reserveId === null ? [] : [standing.reserveId])]);
  return [...alone].sort().map((personId) => ({ personId, why: why(personId) }));
};

const byMembers = (a: Matched, b: Matched): number => ((a.members[0] ?? '') < (b.members[0] ?? '') ? -1 : 1);

const proofOf = ({ rest, gap, proof }: WithTrio): Certificate =>
  proof === null ? rest.certificate : { ...rest.certificate, gap, trio: proof };

/** The result of what was found; `inWords` says what speaks for a group. */
export const resultOf = (
  problem: Problem,
  locks: readonly (readonly PersonId[])[],
  standing: Standing,
  inWords: typeof matchedOf = matchedOf,
): MatchResult => {
  const { rest, trio, gap } = standing.core;
  const locked = locks.map((members) => inWords(problem, members, true));
  const pairs = [...rest.pairs.map((members) => inWords(problem, members, false)), ...locked].sort(byMembers);
  const chosen = trio === null ? null : inWords(problem, trio, false);
  const matched = chosen === null ? pairs : [...pairs, chosen];
  const leaderId = problem.knowledge.rules.roundLeaderId;
  const leaderIsIn = leaderId === null || matched.some(({ members }) => members.includes(leaderId));
  const left = rest.alone.length - standing.isolated.length;
  const tooMany = standing.isolated.length > 0 || left > (problem.options.odd === 'trio' ? 0 : 1);
  return {
    pairs,
    trio: chosen,
    reserveId: standing.reserveId,
    unmatched: unmatchedOf(standing, rest),
    certificate: proofOf(standing.core),
    exact: gap === 0,
    deficiency: tooMany ? deficiencyOf(standing.field, standing.whole) : null,
    leaning: matched.filter(({ reasons }) => reasons.some((reason) => reason.code === 'beyond-reach')),
    leaderWithoutPartner: leaderIsIn ? null : leaderId,
  };
};
