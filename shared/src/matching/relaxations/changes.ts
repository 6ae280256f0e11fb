import { functionKey } from '../../organisation/functions.js';
import type { Field } from '../columns/field.js';
import { linesOf } from '../hard-rules.js';
import { linked } from '../links.js';
import type { Deficiency } from '../outcome.js';
import type { Problem } from '../problem.js';
import type { Two } from '../rules.js';
import { fewestExceptions } from './fewest.js';
import type { Change } from './relaxation.js';
import { departmentsOf } from './relaxed.js';
import { waivableBy } from './waivable.js';

/** Of the functions of those who are left so many are looked at, the largest first. */
const mostFunctions = 3;

/** People who join from other functions than those of whoever is left. */
export const inviting = ({ byFunction }: Deficiency, count: number): Change => ({
  code: 'invite',
  count,
  functions: byFunction.flatMap(({ functionName }) => functionName ?? []),
});

const splitting = ({ problem }: Field, { byFunction }: Deficiency): readonly Change[] => {
  const { organisation } = problem.knowledge;
  const present = new Set(
    problem.ids.map(
      (id) => `${functionKey(organisation.functionOf.get(id) ?? '')}\n${functionKey(organisation.people.get(id)?.department ?? '')}`,
    ),
  );
  return byFunction.slice(0, mostFunctions).flatMap(({ functionName }): readonly Change[] => {
    if (functionName === null) return [];
    const departments = [...departmentsOf(organisation, functionName)]
      .filter(([key]) => present.has(`${functionKey(functionName)}\n${key}`))
      .map(([, department]) => department)
      .sort();
    return departments.length < 2 ? [] : [{ code: 'split-function', functionName, departments }];
  });
};

const decisionFor = ({ knowledge }: Problem, [upper, lower]: Two) => {
  const levels = linesOf(knowledge, upper, lower)[0]?.levels ?? 2;
  return { personId: upper, levels: levels - 1, partnerId: lower };
};

/** The smallest change of each kind that single pairs are excepted by, and the functions that could be split. */
export const changesFor = (field: Field, free: Int32Array, deficiency: Deficiency): readonly Change[] => {
  const { problem } = field;
  const fewest = (rule: Parameters<typeof waivableBy>[1]): readonly Two[] =>
    fewestExceptions(field, free, waivableBy(problem, rule)).map(({ members }) => members);
  const roundsAgo = ([one, other]: Two): number => linked(problem.knowledge.roundsAgo, one, other) ?? 1;
  const again = fewest('repeats').map((members) => ({ members, roundsAgo: roundsAgo(members) }));
  const apart = fewest('kept-apart');
  const decisions = fewest('reach').map((members) => decisionFor(problem, members));
  return [
    ...(again.length === 0 ? [] : [{ code: 'repeats', pairs: again } as const]),
    ...splitting(field, deficiency),
    ...(apart.length === 0 ? [] : [{ code: 'kept-apart', pairs: apart } as const]),
    ...(decisions.length === 0 ? [] : [{ code: 'reach', decisions } as const]),
  ];
};
